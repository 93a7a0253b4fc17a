// tasks/math/base-conversion.js: write numbers in other bases.
task({ version: 1, levels: 6, tags: ['number-systems', 'algorithm'], reward: 'exact' });

var DIGITS = '0123456789abcdef';

function generate(rng, level) {
  switch (level) {
    case 1: return rng.chance(0.5) ? convert(rng.integer(512, 4095), 2, 10) : convert(rng.integer(128, 1023), rng.pick([3, 4, 5]), 10);
    case 2: return convert(rng.integer(64, 4095), 10, rng.integer(2, 9));
    case 3: return rng.chance(0.5) ? convert(rng.integer(256, 9999), 16, 10) : convert(rng.integer(256, 9999), 10, 16);
    case 4: return convert.apply(null, [rng.integer(200, 4999)].concat(rng.sample([2, 3, 4, 5, 6, 7, 8, 9], 2)));
    case 5: return add(rng, 3, 4);
    default: return add(rng, 4, 6);
  }
}

function convert(number, from, to) {
  var given = number.toString(from), steps = [];
  if (from !== 10) {
    steps.push(expand(given, from));
  }
  if (to !== 10) {
    divide(number, to, steps);
  }
  return problem(
    'Write the number ' + given + ' of base ' + from + ' in base ' + to + '.',
    number.toString(to),
    steps.concat(given + ' of base ' + from + ' is ' + number.toString(to) + ' in base ' + to));
}

// 2 * 25 + 0 * 5 + 3 * 1 = 53
function expand(digits, base) {
  var terms = [];
  for (var i = 0; i < digits.length; i++) {
    terms.push(value(digits.charAt(i)) + ' * ' + Math.pow(base, digits.length - 1 - i));
  }
  return terms.join(' + ') + ' = ' + parseInt(digits, base);
}

function divide(number, base, steps) {
  while (number > 0) {
    var rest = number % base;
    steps.push(number + ' = ' + Math.floor(number / base) + ' * ' + base + ' + ' + rest + ', write ' + DIGITS.charAt(rest)
      + (rest > 9 ? ' for ' + rest : ''));
    number = Math.floor(number / base);
  }
  steps.push('The digits come from the last to the first.');
}

// Column by column in the base itself, without the way through base 10.
function add(rng, low, high) {
  var base = rng.pick([3, 4, 5, 6, 7, 8, 9, 16]), numbers = [], steps = [], carry = 0, sum = '';
  for (var i = 0; i < (low > 3 ? 3 : 2); i++) {
    numbers.push(draw(rng, base, rng.integer(low, high)));
  }
  var columns = Math.max.apply(null, numbers.map(function (number) { return number.length; }));
  for (var column = 1; column <= columns; column++) {
    var terms = carry > 0 ? [carry] : [], total = carry;
    for (var n = 0; n < numbers.length; n++) {
      if (column <= numbers[n].length) {
        var digit = value(numbers[n].charAt(numbers[n].length - column));
        terms.push(digit);
        total += digit;
      }
    }
    carry = Math.floor(total / base);
    sum = DIGITS.charAt(total % base) + sum;
    steps.push('column ' + column + ': ' + (terms.length > 1 ? terms.join(' + ') + ' = ' : '') + total
      + ' = ' + carry + ' * ' + base + ' + ' + total % base + ', write ' + DIGITS.charAt(total % base) + (carry > 0 ? ', carry ' + carry : ''));
  }
  if (carry > 0) {
    sum = carry + sum;
    steps.push('write the last carry ' + carry);
  }
  return problem(
    'Add the numbers ' + numbers.slice(0, -1).join(', ') + ' and ' + numbers[numbers.length - 1] + ' of base ' + base + '. Write the sum in base ' + base + '.',
    sum,
    steps.concat('from the last column to the first: ' + sum));
}

function draw(rng, base, length) {
  var digits = DIGITS.charAt(rng.integer(1, base - 1));
  while (digits.length < length) {
    digits += DIGITS.charAt(rng.integer(0, base - 1));
  }
  return digits;
}

function value(digit) {
  return DIGITS.indexOf(digit);
}

function problem(question, answer, steps) {
  return { question: question + ' Answer with its digits alone.', answer: answer, solution: steps.join('\n') };
}
