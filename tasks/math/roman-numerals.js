// tasks/math/roman-numerals.js: read, write and calculate with Roman numerals.
task({ version: 1, levels: 6, tags: ['arithmetic', 'notation'], reward: 'exact' });

var SYMBOLS = [['M', 1000], ['CM', 900], ['D', 500], ['CD', 400], ['C', 100], ['XC', 90], ['L', 50], ['XL', 40], ['X', 10], ['IX', 9], ['V', 5], ['IV', 4], ['I', 1]];

// Read; write; add; subtract; multiply and add; find the largest and the smallest and subtract.
function generate(rng, level) {
  var a = rng.integer(1000, 1999), b = rng.integer(100, 999), c = rng.integer(2, 12), steps = [], n;
  switch (level) {
    case 1:
      n = rng.integer(1, 3999);
      return ask('What number is ' + roman(n) + '?', 'digits', String(n), [reading(n)]);
    case 2:
      n = rng.integer(1, 3999);
      return ask('What is ' + n + ' as a Roman numeral?', 'the numeral', roman(n), [writing(n)]);
    case 3:
      return ask('What is ' + roman(a) + ' + ' + roman(b) + '?', 'a Roman numeral', roman(a + b),
        [reading(a), reading(b), a + ' + ' + b + ' = ' + (a + b), writing(a + b)]);
    case 4:
      return ask('What is ' + roman(a) + ' - ' + roman(b) + '?', 'a Roman numeral', roman(a - b),
        [reading(a), reading(b), a + ' - ' + b + ' = ' + (a - b), writing(a - b)]);
    case 5:
      b = rng.integer(20, 150);
      n = rng.integer(100, 999);
      return ask('What is ' + roman(b) + ' times ' + roman(c) + ' plus ' + roman(n) + '?', 'a Roman numeral', roman(b * c + n),
        [reading(b), reading(c), reading(n), b + ' * ' + c + ' + ' + n + ' = ' + (b * c + n), writing(b * c + n)]);
    default:
      return range(rng);
  }
}

function ask(question, form, answer, steps) {
  return { question: question + ' Answer with ' + form + ' alone.', answer: answer, solution: steps.join('\n') };
}

function range(rng) {
  var numbers = rng.integers(4, 20, 1500), low = Math.min.apply(null, numbers), high = Math.max.apply(null, numbers);
  if (low === high) {
    numbers[0] = high = high + 1;
  }
  return ask('What is the largest of ' + numbers.map(roman).join(', ') + ' minus the smallest?', 'a Roman numeral', roman(high - low),
    numbers.map(reading).concat(high + ' - ' + low + ' = ' + (high - low), writing(high - low)));
}

// The symbols that a number is written with, from the largest.
function symbols(number) {
  var used = [];
  for (var i = 0; i < SYMBOLS.length; i++) {
    for (; number >= SYMBOLS[i][1]; number -= SYMBOLS[i][1]) {
      used.push(SYMBOLS[i]);
    }
  }
  return used;
}

function roman(number) {
  return join(symbols(number), 0, '');
}

function reading(number) {
  var used = symbols(number);
  return join(used, 0, '') + ' is ' + used.map(function (symbol) { return symbol[0] + ' ' + symbol[1]; }).join(', ') + ': ' + sum(used, number);
}

function writing(number) {
  var used = symbols(number);
  return sum(used, number) + ': ' + used.map(function (symbol) { return symbol[1] + ' ' + symbol[0]; }).join(', ') + ', so ' + join(used, 0, '');
}

function sum(used, number) {
  return used.length === 1 ? String(number) : join(used, 1, ' + ') + ' = ' + number;
}

// The names (0) or values (1) of symbols.
function join(used, which, separator) {
  return used.map(function (symbol) { return symbol[which]; }).join(separator);
}
