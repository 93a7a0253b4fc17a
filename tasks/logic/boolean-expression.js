// tasks/logic/boolean-expression.js: give the truth-table column of a formula.
task({ version: 1, levels: 5, tags: ['boolean', 'algorithm'], reward: 'exact' });

// Level by level: how many variables, how many of and/or/xor.
var SIZES = [[2, 3], [3, 3], [3, 4], [3, 6], [4, 6]];

function generate(rng, level) {
  var names = ['A', 'B', 'C', 'D'].slice(0, SIZES[level - 1][0]);
  var rows = Math.pow(2, names.length), variables = names.map(function (name, i) { return variable(name, i, names.length); });
  var formula;
  do {
    formula = draw(rng, variables, SIZES[level - 1][1], rows);
  } while (formula.column === 0 || formula.column === Math.pow(2, rows) - 1 || !usesAll(formula, names));

  var steps = variables.map(function (v) { return v.text + ' = ' + digits(v.column, rows); });
  work(formula, steps, rows);
  var inOrder = [];
  for (var row = 0; row < rows; row++) {
    inOrder.push(digits(row, names.length));
  }
  return {
    question: 'Work out ' + formula.text + ' for ' + names.join('') + ' = ' + inOrder.join(', ')
      + ' in this order (1 is true, 0 is false; xor is true when exactly one side is). Answer with '
      + rows + ' digits and no spaces.',
    answer: digits(formula.column, rows),
    solution: steps.join('\n')
  };
}

// A formula: its text, its column as the bits of a number (first row highest), the formulas that it is made of,
// and whether it needs brackets inside another.
function variable(name, i, names) {
  var column = 0;
  for (var row = 0; row < Math.pow(2, names); row++) {
    column = 2 * column + (row >> (names - 1 - i) & 1);
  }
  return { text: name, column: column, parts: [], compound: false };
}

function draw(rng, variables, operators, rows) {
  var formula = operators === 0 ? rng.pick(variables) : combine(rng, variables, operators, rows);
  return rng.chance(0.3) ? negate(formula, rows) : formula;
}

function combine(rng, variables, operators, rows) {
  var onTheLeft = rng.integer(0, operators - 1);
  var left = draw(rng, variables, onTheLeft, rows), right;
  do {
    right = draw(rng, variables, operators - 1 - onTheLeft, rows);
  } while (right.text === left.text);
  var operator = rng.pick(['and', 'or', 'xor']);
  return {
    text: bracketed(left) + ' ' + operator + ' ' + bracketed(right),
    column: apply(operator, left.column, right.column),
    parts: [left, right],
    compound: true
  };
}

function apply(operator, a, b) {
  switch (operator) {
    case 'and': return a & b;
    case 'or': return a | b;
    default: return a ^ b;
  }
}

function negate(formula, rows) {
  return {
    text: 'not ' + bracketed(formula),
    column: Math.pow(2, rows) - 1 - formula.column,
    parts: [formula],
    compound: false
  };
}

function bracketed(formula) {
  return formula.compound ? '(' + formula.text + ')' : formula.text;
}

function usesAll(formula, names) {
  return names.every(function (name) { return formula.text.indexOf(name) >= 0; });
}

function digits(number, count) {
  return (Math.pow(2, count) + number).toString(2).slice(1);
}

// Inner formulas first; one that occurs twice is worked once.
function work(formula, steps, rows) {
  formula.parts.forEach(function (part) { work(part, steps, rows); });
  var step = formula.text + ' = ' + digits(formula.column, rows);
  if (steps.indexOf(step) < 0) {
    steps.push(step);
  }
}
