// rewards/exact.js: the answer's words, whatever their case and the space around them.
reward({ version: 1 });

// White space that a person may type around and between words, and no more: a megabyte takes seconds to normalize.
var MAX_SPACE = 1000;

function score(problem, answer) {
  return answer.length <= problem.answer.length + MAX_SPACE && normalize(answer) === normalize(problem.answer) ? 1 : 0;
}

// Only A-Z lose their case: toLowerCase would also turn look-alikes such as the Kelvin sign into letters.
function normalize(text) {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^ | $/g, '')
    .replace(/[A-Z]/g, function (letter) { return letter.toLowerCase(); });
}
