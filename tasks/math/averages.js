// tasks/math/averages.js: find means, medians and modes, and what they say about the numbers behind them.
task({ version: 1, levels: 6, tags: ['arithmetic', 'statistics'], reward: 'numeric' });

var KINDS = [mean, median, meanAboveMedian, missing, combined, frequencies];

function generate(rng, level) {
  return KINDS[level - 1](rng);
}

function ask(question, answer, steps) {
  return { question: question + ' Answer with the number alone.', answer: String(answer), solution: steps.join('\n') };
}

function mean(rng) {
  var numbers = withMean(rng, rng.integer(4, 7), rng.integer(20, 90));
  return ask('What is the mean of ' + list(numbers) + '?', sum(numbers) / numbers.length, [meanOf(numbers)]);
}

function median(rng) {
  var numbers = rng.integers(rng.integer(5, 10), 10, 99);
  return ask('What is the median of ' + list(numbers) + '?', middle(numbers), medianOf(numbers));
}

function meanAboveMedian(rng) {
  var numbers = withMean(rng, rng.integer(5, 7), rng.integer(30, 80)), difference;
  numbers[0] += numbers.length * rng.integer(1, 9);
  numbers = rng.shuffle(numbers);
  difference = sum(numbers) / numbers.length - middle(numbers);
  return ask('By how much is the mean of ' + list(numbers) + ' larger than the median? A negative number means that it is smaller.', difference,
    [meanOf(numbers)].concat(medianOf(numbers), sum(numbers) / numbers.length + ' - ' + middle(numbers) + ' = ' + difference));
}

function missing(rng) {
  var numbers = withMean(rng, rng.integer(5, 8), rng.integer(30, 80)), count = numbers.length, total = sum(numbers);
  var hidden = numbers.pop();
  return ask(count + ' numbers have the mean ' + total / count + '. All but one of them are ' + list(numbers) + '. What is the other?', hidden, [
    'All ' + count + ' together: ' + total / count + ' * ' + count + ' = ' + total,
    'The known ones: ' + numbers.join(' + ') + ' = ' + sum(numbers),
    'The other: ' + total + ' - ' + sum(numbers) + ' = ' + hidden
  ]);
}

// Two groups make one, or one falls into two.
function combined(rng) {
  var shares = rng.sample([1, 2, 3, 4, 5, 7], 2), times = rng.integer(2, 5), whole = rng.integer(40, 80);
  var step = rng.integer(1, 4) * (rng.chance(0.5) ? 1 : -1), a = shares[0] * times, b = shares[1] * times;
  var first = whole + step * shares[1], second = whole - step * shares[0], total = whole * (a + b);
  var sums = [first + ' * ' + a + ' = ' + first * a, second + ' * ' + b + ' = ' + second * b];
  if (rng.chance(0.5)) {
    return ask('A group of ' + a + ' pupils scored ' + first + ' points on average, another group of ' + b + ' pupils ' + second
      + ' points. What is the average of all of them?', whole, [
      'Points of the first group: ' + sums[0],
      'Points of the second group: ' + sums[1],
      'All pupils: ' + a + ' + ' + b + ' = ' + (a + b),
      'Average: (' + first * a + ' + ' + second * b + ') / ' + (a + b) + ' = ' + whole
    ]);
  }
  return ask('A class of ' + (a + b) + ' pupils scored ' + whole + ' points on average; ' + a + ' of them scored ' + first
    + ' points on average. What is the average of the others?', second, [
    'Points of all: ' + whole + ' * ' + (a + b) + ' = ' + total,
    'Points of the ' + a + ': ' + sums[0],
    'Others: ' + (a + b) + ' - ' + a + ' = ' + b + ' pupils with ' + total + ' - ' + first * a + ' = ' + second * b + ' points',
    'Their average: ' + second * b + ' / ' + b + ' = ' + second
  ]);
}

// A table of counts: the mean as a fraction less the median.
function frequencies(rng) {
  var values = rng.sample([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 4).sort(ascending), counts = rng.integers(4, 2, 9);
  var rows = [], products = [], all = [], i;
  for (i = 0; i < 4; i++) {
    rows.push(values[i] + ' occurs ' + counts[i] + ' times');
    products.push(values[i] + ' * ' + counts[i]);
    while (all.length < sum(counts.slice(0, i + 1))) {
      all.push(values[i]);
    }
  }
  var count = all.length, points = sum(all), half = Math.floor(count / 2), total = points + middle(all) * count;
  return ask('In a list of numbers, ' + rows.join(', ') + '. What is the sum of its mean and its median, as a fraction if it is not whole?', fraction(total, count), [
    'Numbers: ' + counts.join(' + ') + ' = ' + count,
    'Their sum: ' + products.join(' + ') + ' = ' + points + ', so the mean is ' + fraction(points, count),
    count % 2 === 1
      ? 'Median: number ' + (half + 1) + ' in order is ' + middle(all)
      : 'Median: numbers ' + half + ' and ' + (half + 1) + ' in order are ' + all[half - 1] + ' and ' + all[half]
        + ', so it is (' + all[half - 1] + ' + ' + all[half] + ') / 2 = ' + middle(all),
    fraction(points, count) + ' + ' + middle(all) + ' = ' + fraction(total, count)
  ]);
}

function fraction(numerator, denominator) {
  var scale = numerator === Math.floor(numerator) ? 1 : 2, divisor = gcd(numerator * scale, denominator * scale);
  return numerator * scale / divisor + (denominator * scale === divisor ? '' : '/' + denominator * scale / divisor);
}

// Numbers around the mean, some of them moved until it is exact.
function withMean(rng, count, value) {
  var numbers = rng.integers(count, value - 15, value + 15);
  var excess = sum(numbers) - count * value;
  for (var i = 0; excess !== 0; i = (i + 1) % count) {
    var part = excess > 0 ? Math.min(excess, 7) : Math.max(excess, -7);
    numbers[i] -= part;
    excess -= part;
  }
  return rng.shuffle(numbers);
}

function meanOf(numbers) {
  return 'Mean: ' + numbers.join(' + ') + ' = ' + sum(numbers) + ', ' + sum(numbers) + ' / ' + numbers.length + ' = ' + sum(numbers) / numbers.length;
}

function medianOf(numbers) {
  var sorted = numbers.slice().sort(ascending), half = Math.floor(sorted.length / 2), two = sorted[half - 1] + ' + ' + sorted[half];
  return ['In order: ' + list(sorted), sorted.length % 2 === 1
    ? 'Median: number ' + (half + 1) + ' of ' + sorted.length + ' is ' + sorted[half]
    : 'Median: halfway between numbers ' + half + ' and ' + (half + 1) + ', (' + two + ') / 2 = ' + middle(numbers)];
}

function middle(numbers) {
  var sorted = numbers.slice().sort(ascending), half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

function list(numbers) {
  return numbers.slice(0, -1).join(', ') + ' and ' + numbers[numbers.length - 1];
}

function sum(numbers) {
  return numbers.reduce(function (total, number) { return total + number; }, 0);
}

function gcd(a, b) {
  return b === 0 ? a : gcd(b, a % b);
}

function ascending(a, b) {
  return a - b;
}
