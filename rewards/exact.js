// rewards/exact.js: the answer's words, whatever their case and the space around them.
reward({ version: 1 });

function score(problem, answer) {
  return normalize(answer) === normalize(problem.answer) ? 1 : 0;
}

// Only A-Z lose their case: toLowerCase would also turn look-alikes such as the Kelvin sign into letters.
function normalize(text) {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^ | $/g, '')
    .replace(/[A-Z]/g, function (letter) { return letter.toLowerCase(); });
}
