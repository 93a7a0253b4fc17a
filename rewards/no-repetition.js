// rewards/no-repetition.js: the share of a completion's runs of four words that it does not repeat; 1 where it is shorter than that.
reward({ version: 1 });

var WORDS = 4;

// Enough to see a loop in; what comes after that many characters is looked at no more.
var MAX_LENGTH = 20000;

function score(problem, answer, completion) {
  var words = completion.slice(0, MAX_LENGTH).split(/\s+/), runs = 0, different = 0, seen = {};
  for (var i = 0; i + WORDS <= words.length; i++) {
    var run = words.slice(i, i + WORDS).join(' ');
    runs++;
    if (seen[run] !== 1) different++;
    seen[run] = 1;
  }
  return runs === 0 ? 1 : different / runs;
}
