// tasks/code/string-transform.js: say what a short program of string operations prints.
task({ version: 1, levels: 6, tags: ['tracing', 'strings'], reward: 'exact' });

var LETTERS = 'abcdefghijklmnopqrstuvwxyz';

// Each draws a call: its code, what it does in words, and the word that it makes of another.
var OPERATIONS = [
  function reverse() {
    return call('reverse(w)', 'reverse(w) turns w back to front', function (w) { return w.split('').reverse().join(''); });
  },
  function rotate(rng) {
    var n = rng.integer(1, 3);
    return call('rotate(w, ' + n + ')', 'rotate(w, n) moves the first n letters to the end', function (w) { return w.slice(n) + w.slice(0, n); });
  },
  function drop(rng) {
    var n = rng.integer(1, 2);
    return call('drop(w, ' + n + ')', 'drop(w, n) removes the first n letters', function (w) { return w.slice(n); });
  },
  function shift(rng) {
    var n = rng.integer(1, 2);
    return call('shift(w, ' + n + ')', 'shift(w, n) replaces every letter by the one n places later in the alphabet, a after z', function (w) {
      return w.split('').map(function (letter) { return LETTERS.charAt((LETTERS.indexOf(letter) + n) % 26); }).join('');
    });
  },
  function swapEnds() {
    return call('swap_ends(w)', 'swap_ends(w) exchanges the first and the last letter', function (w) {
      return w.charAt(w.length - 1) + w.slice(1, -1) + w.charAt(0);
    });
  },
  function doubleLast() {
    return call('double_last(w)', 'double_last(w) writes the last letter once more', function (w) { return w + w.charAt(w.length - 1); });
  },
  function sort() {
    return call('sort(w)', 'sort(w) puts the letters in alphabetical order', function (w) { return w.split('').sort().join(''); });
  },
  function insert(rng) {
    var letter = rng.pick(LETTERS.split(''));
    return call('insert(w, "' + letter + '")', 'insert(w, c) puts c after the first letter', function (w) { return w.charAt(0) + letter + w.slice(1); });
  }
];

function call(code, meaning, apply) {
  return { code: code, meaning: meaning, apply: apply };
}

function generate(rng, level) {
  var word = draw(rng, rng.integer(4, 4 + Math.floor(level / 2)));
  var lines = ['w = "' + word + '"'], meanings = [], steps = [], value = word, last = '';
  while (steps.length < level + 1) {
    var operation = rng.pick(OPERATIONS)(rng);
    var next = operation.apply(value);
    if (next === value || next.length < 3 || operation.meaning === last) {
      continue;
    }
    last = operation.meaning;
    lines.push('w = ' + operation.code);
    steps.push(operation.code.replace('(w', '("' + value + '"') + ' = "' + next + '"');
    if (meanings.indexOf(operation.meaning) < 0) {
      meanings.push(operation.meaning);
    }
    value = next;
  }
  return {
    question: 'What does this program print?\n' + lines.join('\n') + '\nprint(w)\nHere ' + meanings.join('; ') + '. Answer with the letters alone.',
    answer: value,
    solution: steps.join('\n')
  };
}

// Consonants and vowels in turn: a word that can be said.
function draw(rng, length) {
  var word = '';
  while (word.length < length) {
    word += rng.pick((word.length % 2 === 0 ? 'bcdfghklmnprstvz' : 'aeiou').split(''));
  }
  return word;
}
