// tasks/math/angles.js: find angles of triangles and polygons from others.
task({ version: 1, levels: 6, tags: ['geometry', 'angles'], reward: 'numeric' });

var KINDS = [quadrilateral, isosceles, exterior, polygon, ratios, bisectors];

function generate(rng, level) {
  return KINDS[level - 1](rng);
}

function ask(question, answer, steps) {
  return { question: question + ' Answer with the number of degrees alone.', answer: String(answer), solution: steps.join('\n') };
}

function quadrilateral(rng) {
  var a = rng.integer(30, 130), b = rng.integer(30, 110), c = rng.integer(30, 110), sum = a + b + c;
  return ask('Three angles of a quadrilateral are ' + a + ', ' + b + ' and ' + c + ' degrees. How large is the fourth?', 360 - sum, [
    'The angles of a quadrilateral add up to 360 degrees.',
    a + ' + ' + b + ' + ' + c + ' = ' + sum,
    '360 - ' + sum + ' = ' + (360 - sum)
  ]);
}

function isosceles(rng) {
  var apex = 2 * rng.integer(5, 80), base = (180 - apex) / 2, turn = rng.integer(1, base - 1);
  return ask('In the triangle ABC the sides AB and AC are equally long and the angle at A is ' + apex
    + ' degrees. A line from B divides the angle at B so that the part next to BC is ' + turn
    + ' degrees; it meets AC at D. How large is the angle BDC?', 180 - base - turn, [
    'The angles at B and C are equal: (180 - ' + apex + ') / 2 = ' + base,
    'The triangle BDC has ' + turn + ' degrees at B and ' + base + ' at C.',
    '180 - ' + turn + ' - ' + base + ' = ' + (180 - turn - base)
  ]);
}

function exterior(rng) {
  var a = rng.integer(20, 90), outside = a + rng.integer(15, 170 - a), b = outside - a, part = rng.integer(5, b - 5);
  return ask('In the triangle ABC the angle at A is ' + a + ' degrees, and the side BC continued beyond C makes an angle of ' + outside
    + ' degrees with CA. A point D lies on AC such that the angle CBD is ' + part + ' degrees. How large is the angle ADB?', 180 - a - (b - part), [
    'The exterior angle at C is the sum of the angles at A and B: the angle at B is ' + outside + ' - ' + a + ' = ' + b,
    'The angle ABD is ' + b + ' - ' + part + ' = ' + (b - part),
    'In the triangle ABD: 180 - ' + a + ' - ' + (b - part) + ' = ' + (180 - a - (b - part))
  ]);
}

// Some angles are given, the others are equal.
function polygon(rng) {
  var n = rng.integer(5, 9), equal = rng.integer(2, n - 3), total = 180 * (n - 2), rest, known, value, i;
  value = Math.floor(total / n) + rng.integer(-12, 12);
  rest = total - equal * value;
  known = [];
  for (i = n - equal; i > 1; i--) {
    known.push(Math.floor(rest / i) + rng.integer(-9, 9));
    rest -= known[known.length - 1];
  }
  known.push(rest);
  rest = total - equal * value;
  return ask('A polygon with ' + n + ' corners has angles of ' + known.slice(0, -1).join(', ') + ' and ' + known[known.length - 1] + ' degrees; its other '
    + equal + ' angles are equal. How large is each of these?', value, [
    'All angles: (' + n + ' - 2) * 180 = ' + total,
    'The given ones: ' + known.join(' + ') + ' = ' + rest,
    'The others together: ' + total + ' - ' + rest + ' = ' + (total - rest),
    'Each: ' + (total - rest) + ' / ' + equal + ' = ' + value
  ]);
}

// The second angle is so many times the first and some degrees more, the third likewise.
function ratios(rng) {
  var p = rng.integer(1, 5), q = rng.integer(1, 5), parts = 1 + p + q, first = rng.integer(Math.floor(100 / parts), Math.floor(170 / parts));
  var spare = 180 - parts * first, c = rng.integer(-Math.min(9, p * first - 1), 20), d = spare - c;
  if (d <= -q * first) {
    c = 0;
    d = spare;
  }
  var second = p * first + c, third = q * first + d, largest = Math.max(first, second, third);
  return ask('In a triangle the second angle is ' + relative(p, c) + ', the third ' + relative(q, d)
    + '. How large is the largest angle?', largest, [
    'In multiples of the first angle: 1 + ' + p + ' + ' + q + ' = ' + parts + ', and besides ' + c + signed(d) + ' = ' + (c + d) + ' degrees',
    'First: (180' + signed(-c - d) + ') / ' + parts + ' = ' + first,
    'Second: ' + p + ' * ' + first + signed(c) + ' = ' + second,
    'Third: ' + q + ' * ' + first + signed(d) + ' = ' + third,
    'The largest is ' + largest
  ]);
}

// Such as 5 degrees more than 2 times the first
function relative(factor, degrees) {
  var size = Math.abs(degrees), multiple = (factor === 1 ? '' : factor + ' times ') + 'the first';
  return degrees === 0 ? 'as large as ' + multiple
    : size + (size === 1 ? ' degree ' : ' degrees ') + (degrees < 0 ? 'less' : 'more') + ' than ' + multiple;
}

function signed(number) {
  return (number < 0 ? ' - ' : ' + ') + Math.abs(number);
}

// The bisectors at B and C meet at I, and D lies on BC.
function bisectors(rng) {
  var b = 2 * rng.integer(10, 50), c = 2 * rng.integer(10, 79 - b / 2), a = 180 - b - c, inner = 180 - b / 2 - c / 2, part = rng.integer(5, inner - 5);
  return ask('In the triangle ABC the angle at A is ' + a + ' degrees and the angle at B is ' + b
    + ' degrees. The bisectors of the angles at B and C meet at I. A point D on BC is such that the angle BID is ' + part
    + ' degrees. How large is the angle CID?', inner - part, [
    'The angle at C is 180 - ' + a + ' - ' + b + ' = ' + c,
    'The bisectors halve the angles: ' + b + ' / 2 = ' + b / 2 + ' and ' + c + ' / 2 = ' + c / 2,
    'In the triangle BIC the angle at I is 180 - ' + b / 2 + ' - ' + c / 2 + ' = ' + inner,
    'ID divides it: ' + inner + ' - ' + part + ' = ' + (inner - part)
  ]);
}
