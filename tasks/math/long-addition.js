// tasks/math/long-addition.js: add two or three long numbers column by column.
task({ version: 1, levels: 6, tags: ['arithmetic', 'algorithm'], reward: 'numeric' });

// Level by level: how many digits, how many numbers.
var SIZES = [[3, 2], [4, 2], [6, 2], [6, 3], [9, 3], [12, 3]];

function generate(rng, level) {
  var digits = SIZES[level - 1][0], count = SIZES[level - 1][1];
  var numbers = [];
  for (var i = 0; i < count; i++) {
    numbers.push(number(rng, digits - (rng.chance(0.3) ? 1 : 0)));
  }
  var worked = add(numbers, digits);
  return {
    question: 'Add ' + list(numbers) + '. Answer with the sum alone.',
    answer: worked.sum,
    solution: worked.steps.join('\n')
  };
}

function number(rng, digits) {
  return rng.integer(1, 9) + rng.integers(digits - 1, 0, 9).join('');
}

function list(numbers) {
  return numbers.slice(0, -1).join(', ') + ' and ' + numbers[numbers.length - 1];
}

// Numbers this long do not fit a double; digits do.
function add(numbers, columns) {
  var steps = [], sum = '', carry = 0;
  for (var column = 1; column <= columns; column++) {
    var terms = [], total = carry;
    for (var i = 0; i < numbers.length; i++) {
      var digit = numbers[i].charAt(numbers[i].length - column);
      if (digit !== '') {
        terms.push(digit);
        total += Number(digit);
      }
    }
    if (carry > 0) {
      terms.push(carry + ' carried');
    }
    if (terms.length === 0) {
      break;
    }
    carry = Math.floor(total / 10);
    sum = (total % 10) + sum;
    steps.push('column ' + column + ': ' + terms.join(' + ') + (terms.length > 1 ? ' = ' + total : '')
      + ', write ' + (total % 10) + (carry > 0 ? ', carry ' + carry : ''));
  }
  if (carry > 0) {
    sum = carry + sum;
    steps.push('write the last carry ' + carry);
  }
  steps.push('from the last column to the first: ' + sum);
  return { sum: sum, steps: steps };
}
