// rewards/choice.js: the label of one option: B, b, (B), [B], B), B. and B: are the same.
reward({ version: 1 });

var MAX_LENGTH = 40;

// One label of letters or digits, with the marks that lists put around labels; anything after it is another answer.
var LABEL = /^\s*(?:\(([A-Za-z0-9]+)\)|\[([A-Za-z0-9]+)\]|([A-Za-z0-9]+)[).:]?)\s*$/;

function score(problem, answer) {
  if (answer.length > MAX_LENGTH) return 0;
  var given = label(answer);
  return given !== null && given === label(problem.answer) ? 1 : 0;
}

function label(text) {
  var match = LABEL.exec(text);
  return match === null ? null : (match[1] || match[2] || match[3]).toLowerCase();
}
