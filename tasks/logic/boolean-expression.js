// tasks/logic/boolean-expression.js: give the truth-table column of a formula.
task({ version: 1, levels: 5, tags: ['boolean', 'algorithm'], reward: 'exact' });

// Level by level: how many variables, how many of and/or/xor.
var SIZES = [[2, 3], [3, 3], [3, 4], [3, 6], [4, 6]];

function generate(rng, level) {
  var size = SIZES[level - 1], variables = columns(size[0]), names = Object.keys(variables), formula;
  do {
    formula = draw(rng, variables, size[1]);
  } while (!usesAll(formula, names) || isConstant(formula));

  var steps = names.map(function (name) { return name + ' = ' + variables[name]; });
  work(formula, steps);
  return {
    question: 'Work out ' + formula.text + ' for ' + names.join('') + ' = ' + rows(names.length).join(', ')
      + ' in this order (1 is true, 0 is false; xor is true when exactly one side is). Answer with '
      + formula.column.length + ' digits and no spaces.',
    answer: formula.column,
    solution: steps.join('\n')
  };
}

// The rows of a truth table: 00, 01, 10, 11 for two variables.
function rows(variables) {
  return variables === 0 ? [''] : ['0', '1'].reduce(function (all, digit) {
    return all.concat(rows(variables - 1).map(function (row) { return digit + row; }));
  }, []);
}

// A variable's column: { A: '0011', B: '0101' } for two variables.
function columns(variables) {
  var result = {};
  for (var i = 0; i < variables; i++) {
    result['ABCD'.charAt(i)] = rows(variables).map(function (row) { return row.charAt(i); }).join('');
  }
  return result;
}

// A formula: its text, its column, the formulas that it is made of, and whether it needs brackets inside another.
function draw(rng, variables, operators) {
  var formula;
  if (operators === 0) {
    var name = rng.pick(Object.keys(variables));
    formula = { text: name, column: variables[name], parts: [], compound: false };
  } else {
    formula = combine(rng, variables, operators);
  }
  return rng.chance(0.3) ? negate(formula) : formula;
}

function combine(rng, variables, operators) {
  var onTheLeft = rng.integer(0, operators - 1);
  var left = draw(rng, variables, onTheLeft), right;
  do {
    right = draw(rng, variables, operators - 1 - onTheLeft);
  } while (right.text === left.text);
  var operator = rng.pick(['and', 'or', 'xor']);
  return {
    text: bracketed(left) + ' ' + operator + ' ' + bracketed(right),
    column: left.column.split('').map(function (digit, i) { return apply(operator, digit, right.column.charAt(i)); }).join(''),
    parts: [left, right],
    compound: true
  };
}

function apply(operator, a, b) {
  switch (operator) {
    case 'and': return a === '1' && b === '1' ? '1' : '0';
    case 'or': return a === '1' || b === '1' ? '1' : '0';
    default: return a !== b ? '1' : '0';
  }
}

function negate(formula) {
  return {
    text: 'not ' + bracketed(formula),
    column: formula.column.replace(/./g, function (digit) { return digit === '1' ? '0' : '1'; }),
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

function isConstant(formula) {
  return formula.column.indexOf('0') < 0 || formula.column.indexOf('1') < 0;
}

// Inner formulas first; one that occurs twice is worked once.
function work(formula, steps) {
  formula.parts.forEach(function (part) { work(part, steps); });
  var step = formula.text + ' = ' + formula.column;
  if (steps.indexOf(step) < 0) {
    steps.push(step);
  }
}
