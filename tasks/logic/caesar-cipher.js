// tasks/logic/caesar-cipher.js: write and read messages whose letters are shifted along the alphabet.
task({ version: 1, levels: 6, tags: ['strings', 'cipher', 'search'], reward: 'exact' });

var LETTERS = 'abcdefghijklmnopqrstuvwxyz';
var FIRST = ['the', 'every', 'that', 'another', 'your', 'this', 'some', 'their'];
var ADJECTIVES = ['old', 'quiet', 'brave', 'young', 'clever', 'hungry', 'proud', 'gentle', 'lazy', 'happy', 'grey', 'famous', 'shy', 'tall', 'wise', 'busy'];
var NOUNS = ['farmer', 'dolphin', 'captain', 'pilot', 'robin', 'doctor', 'gardener', 'tiger', 'painter', 'queen', 'sailor', 'wizard', 'baker', 'neighbour', 'judge', 'monkey'];
var VERBS = ['sings', 'waits', 'sleeps', 'walks', 'hides', 'works', 'dances', 'rests', 'sits', 'jumps', 'looks', 'hurries'];
var WHERE = ['near', 'under', 'behind', 'beside', 'above', 'outside', 'beyond', 'below'];
var PLACES = ['river', 'bridge', 'castle', 'garden', 'harbour', 'mountain', 'window', 'market', 'forest', 'tower', 'station', 'church', 'valley', 'lake', 'school', 'island'];
var KEYS = ['sun', 'key', 'map', 'rose', 'milk', 'wolf', 'bird', 'lamp', 'gold', 'stone', 'cloud', 'night', 'tiger', 'bread'];

function generate(rng, level) {
  var plain = sentence(rng, level), shift = rng.integer(1, 25), key = rng.pick(KEYS);
  var shifts = level < 5 ? [shift] : key.split('').map(function (letter) { return LETTERS.indexOf(letter); });
  var secret = move(plain, shifts, 1), start = plain.split(' ')[0];
  switch (level) {
    case 1:
      return problem('Write "' + plain + '" with every letter replaced by the one ' + places(shift) + ' later in the alphabet, a after z.',
        secret, words(plain, secret));
    case 2:
      return problem('Every letter of a message was replaced by the one ' + places(shift) + ' later in the alphabet, a after z. It reads now: ' + secret + '. What was it before?',
        plain, words(secret, plain));
    case 3:
      return problem('Every letter of a message was replaced by the one a certain number of places later in the alphabet, a after z. It reads now: ' + secret
        + '. One of its words was "' + plain.split(' ')[2] + '". What was the whole message?',
        plain, find(plain, secret, 2, shift) + '\n' + words(secret, plain));
    case 4:
      return problem('Every letter of an English sentence was replaced by the one a certain number of places later in the alphabet, a after z. It reads now: ' + secret + '. What was it before?',
        plain, tryAll(secret.split(' ')[0], shift) + '\n' + words(secret, plain));
    case 5:
      return problem(vigenere(secret) + ' The key word was "' + key + '". What was the message before?',
        plain, 'The key shifts by ' + shifts.join(', ') + ', then again from the first.\n' + keyed(secret, plain, shifts));
    default:
      return problem(vigenere(secret) + ' The key word had ' + key.length + ' letters, and the message began with "' + start + '". What was the whole message?',
        plain, crib(start, secret, key) + '\n' + keyed(secret, plain, shifts));
  }
}

function problem(question, answer, steps) {
  return {
    question: question + ' Answer with the words alone.',
    answer: answer,
    solution: steps + '\nTogether: ' + answer
  };
}

// For the last level the first word is as long as any key.
function sentence(rng, level) {
  var first = level === 6 ? 'another' : rng.pick(FIRST);
  var subject = [first, rng.pick(ADJECTIVES), rng.pick(NOUNS)];
  if (level < 2) {
    return subject.join(' ');
  }
  return subject.concat([rng.pick(VERBS), rng.pick(WHERE), 'the', rng.pick(PLACES)]).join(' ');
}

function places(shift) {
  return shift === 1 ? '1 place' : shift + ' places';
}

// Shifts the letters by the given numbers in turn, forwards (sign 1) or back (sign -1).
function move(text, shifts, sign) {
  var count = 0;
  return text.replace(/[a-z]/g, function (letter) {
    return LETTERS.charAt((LETTERS.indexOf(letter) + sign * shifts[count++ % shifts.length] + 26) % 26);
  });
}

// One line a word: each letter and what it becomes.
function words(from, to) {
  var targets = to.split(' ');
  return from.split(' ').map(function (word, i) {
    return word + ': ' + word.split('').map(function (letter, at) { return letter + '-' + targets[i].charAt(at); }).join(' ') + ', so ' + targets[i];
  }).join('\n');
}

function find(plain, secret, at, shift) {
  var word = plain.split(' ')[at], shifted = secret.split(' ')[at];
  return 'The word ' + word + ' has ' + word.length + ' letters, and the steps between its letters must be kept.'
    + '\n' + shifted + ' fits: ' + word.charAt(0) + ' to ' + shifted.charAt(0) + ' is ' + places(shift) + ', and ' + move(word, [shift], 1) + ' is ' + word + ' shifted by ' + shift + '. Shift all back by ' + shift + '.';
}

function tryAll(shifted, shift) {
  var lines = ['Shift the first word, ' + shifted + ', back until it is English:'];
  for (var back = 1; back <= shift; back++) {
    lines.push(back + ': ' + move(shifted, [back], -1));
  }
  return lines.join('\n') + '\nShift all back by ' + shift + '.';
}

function vigenere(secret) {
  return 'A message was written with a key word: its letters, repeated again and again, stand under the letters of the message (not under spaces), '
    + 'and say by how many places each is moved on in the alphabet, a after z: a by 0, b by 1, c by 2 and so on to z by 25. It reads now: ' + secret + '.';
}

function keyed(secret, plain, shifts) {
  var count = 0, targets = plain.split(' ');
  return secret.split(' ').map(function (word, i) {
    return word + ': ' + word.split('').map(function (letter, at) {
      return letter + ' back ' + shifts[count++ % shifts.length] + ' is ' + targets[i].charAt(at);
    }).join(', ') + ': ' + targets[i];
  }).join('\n');
}

function crib(start, secret, key) {
  return 'The first letters tell the key:\n' + key.split('').map(function (letter, i) {
    return start.charAt(i) + ' to ' + secret.charAt(i) + ' is ' + LETTERS.indexOf(letter) + ', ' + letter;
  }).join('\n') + '\nThe key is ' + key + '.';
}
