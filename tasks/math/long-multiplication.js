// tasks/math/long-multiplication.js: multiply long numbers, one row for each digit.
task({ version: 1, levels: 6, tags: ['arithmetic', 'algorithm'], reward: 'numeric' });

// Level by level: how many digits each factor has.
var DIGITS = [[3, 1], [2, 2], [3, 2], [3, 3], [3, 2, 2], [5, 4]];

function generate(rng, level) {
  var factors = DIGITS[level - 1].map(function (digits) {
    return rng.integer(Math.pow(10, digits - 1) + 1, Math.pow(10, digits) - 1);
  });
  var steps = [], product = factors[0];
  for (var i = 1; i < factors.length; i++) {
    product = multiply(product, factors[i], steps);
  }
  return {
    question: 'Work out ' + factors.join(' * ') + '. Answer with the number alone.',
    answer: String(product),
    solution: steps.join('\n')
  };
}

function multiply(a, b, steps) {
  var rows = [];
  for (var place = 1, rest = b; rest > 0; place *= 10, rest = Math.floor(rest / 10)) {
    if (rest % 10 > 0) {
      steps.push(row(a, rest % 10, place));
      rows.push(a * (rest % 10) * place);
    }
  }
  if (rows.length > 1) {
    steps.push(a + ' * ' + b + ' = ' + rows.join(' + ') + ' = ' + a * b);
  }
  return a * b;
}

// 234 * 50 = 200 * 50 + 30 * 50 + 4 * 50 = 10000 + 1500 + 200 = 11700
function row(a, digit, place) {
  var split = [], products = [], text = String(a), factor = digit * place;
  for (var i = 0; i < text.length; i++) {
    if (text.charAt(i) !== '0') {
      var part = Number(text.charAt(i)) * Math.pow(10, text.length - 1 - i);
      split.push(part + ' * ' + factor);
      products.push(part * factor);
    }
  }
  var sums = products.length > 1 ? [split.join(' + '), products.join(' + ')] : [];
  return [a + ' * ' + factor].concat(sums, a * factor).join(' = ');
}
