// tasks/logic/set-operations.js: list the elements of a set made of others by union, intersection and difference.
task({ version: 1, levels: 5, tags: ['sets', 'algorithm'], reward: 'set' });

// Level by level: how many sets, how many operations, which of them, and whether there are complements.
var SIZES = [
  { sets: 2, operations: 1, kinds: ['union', 'intersect', 'minus'], complements: false },
  { sets: 3, operations: 2, kinds: ['union', 'intersect', 'minus'], complements: false },
  { sets: 3, operations: 3, kinds: ['union', 'intersect', 'minus', 'xor'], complements: false },
  { sets: 3, operations: 3, kinds: ['union', 'intersect', 'minus', 'xor'], complements: true },
  { sets: 4, operations: 5, kinds: ['union', 'intersect', 'minus', 'xor'], complements: true }
];

// The numbers that there are: 1 to 12, bit i of a set for the number i.
var LARGEST = 12, ALL = 8190;

function generate(rng, level) {
  var size = SIZES[level - 1], sets, formula;
  do {
    sets = ['A', 'B', 'C', 'D'].slice(0, size.sets).map(function (name) {
      return { text: name, elements: subset(rng), parts: [], compound: false, trivial: false };
    });
    formula = draw(rng, size, leaves(rng, size, sets));
  } while (formula.trivial || list(formula.elements).length < 2 || formula.elements === ALL);

  var steps = [], answer = list(formula.elements).join(', ');
  work(formula, steps);
  return {
    question: 'Given ' + sets.map(equation).join(', ') + '. ' + meanings(formula.text)
      + 'List the elements of ' + formula.text + '. Answer with the numbers, separated by commas.',
    answer: answer,
    solution: steps.join('\n') + '\n' + answer
  };
}

// One set more than there are operations; every set comes up.
function leaves(rng, size, sets) {
  var drawn = sets.slice();
  while (drawn.length <= size.operations) {
    drawn.push(rng.pick(sets));
  }
  return rng.shuffle(drawn);
}

// Four to seven of the numbers.
function subset(rng) {
  var elements = 0;
  rng.sample(list(ALL), rng.integer(4, 7)).forEach(function (number) { elements |= 1 << number; });
  return elements;
}

function draw(rng, size, leaves) {
  var formula = leaves.length === 1 ? leaves[0] : combine(rng, size, leaves);
  return size.complements && rng.chance(0.25) ? complement(formula) : formula;
}

function combine(rng, size, leaves) {
  var onTheLeft = rng.integer(1, leaves.length - 1);
  var left = draw(rng, size, leaves.slice(0, onTheLeft)), right = draw(rng, size, leaves.slice(onTheLeft));
  var kind = rng.pick(size.kinds);
  return {
    text: bracketed(left) + ' ' + kind + ' ' + bracketed(right),
    elements: apply(kind, left.elements, right.elements),
    parts: [left, right],
    compound: true,
    trivial: left.trivial || right.trivial || left.elements === right.elements
  };
}

function apply(kind, a, b) {
  switch (kind) {
    case 'union': return a | b;
    case 'intersect': return a & b;
    case 'minus': return a & ~b;
    default: return a ^ b;
  }
}

function complement(formula) {
  return { text: 'not ' + bracketed(formula), elements: ALL - formula.elements, parts: [formula], compound: false, trivial: formula.trivial };
}

function bracketed(formula) {
  return formula.compound ? '(' + formula.text + ')' : formula.text;
}

function meanings(text) {
  var notes = [];
  if (text.indexOf('minus') >= 0) {
    notes.push('X minus Y has the elements of X that are not in Y');
  }
  if (text.indexOf('xor') >= 0) {
    notes.push('X xor Y has the elements that are in exactly one of X and Y');
  }
  if (text.indexOf('not ') >= 0) {
    notes.push('not X has the numbers from 1 to ' + LARGEST + ' that are not in X');
  }
  return notes.length > 0 ? 'Here ' + notes.join('; ') + '. ' : '';
}

function list(elements) {
  var numbers = [];
  for (var i = 1; i <= LARGEST; i++) {
    if (elements >> i & 1) {
      numbers.push(i);
    }
  }
  return numbers;
}

function equation(formula) {
  return formula.text + ' = {' + list(formula.elements).join(', ') + '}';
}

// Inner formulas first; one that occurs twice is worked once.
function work(formula, steps) {
  formula.parts.forEach(function (part) { work(part, steps); });
  var step = equation(formula);
  if (formula.parts.length > 0 && steps.indexOf(step) < 0) {
    steps.push(step);
  }
}
