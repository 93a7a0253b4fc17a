// tasks/math/lcm.js: find the least common multiple by way of the greatest common divisor.
task({ version: 1, levels: 6, tags: ['number-theory', 'algorithm'], reward: 'numeric' });

// Level by level: how many numbers, the smallest and the largest.
var SIZES = [[2, 6, 99], [2, 30, 400], [3, 4, 60], [4, 4, 60], [3, 4, 40], [3, 6, 40]];

// Level 5 asks for the first common multiple above a bound, level 6 for the first number above it with the same remainder by all.
function generate(rng, level) {
  var size = SIZES[level - 1], numbers = draw(rng, size[0], size[1], size[2]);
  var steps = [], multiple = work(numbers, steps);
  if (level < 5) {
    return problem('What is the least common multiple of ' + list(numbers) + '?', multiple, steps);
  }
  var rest = level < 6 ? 0 : rng.integer(1, Math.min.apply(null, numbers) - 1);
  var bound = multiple * rng.integer(2, 9) + rng.integer(rest, multiple - 1);
  var times = Math.floor((bound - rest) / multiple);
  if (rest === 0) {
    steps.push(bound + ' = ' + times + ' * ' + multiple + ' + ' + bound % multiple + ', so the next multiple is '
      + (times + 1) + ' * ' + multiple + ' = ' + (times + 1) * multiple);
    return problem('What is the smallest number greater than ' + bound + ' that is divisible by ' + list(numbers) + '?', (times + 1) * multiple, steps);
  }
  steps.push('Every multiple of ' + multiple + ' plus ' + rest + ' leaves the remainder ' + rest + '.');
  steps.push(bound + ' - ' + rest + ' = ' + (bound - rest) + ' = ' + times + ' * ' + multiple + ' + ' + (bound - rest) % multiple
    + ', so the next such number is ' + (times + 1) + ' * ' + multiple + ' + ' + rest + ' = ' + ((times + 1) * multiple + rest));
  return problem('What is the smallest number greater than ' + bound + ' that leaves the remainder ' + rest
    + ' when it is divided by each of ' + list(numbers) + '?', (times + 1) * multiple + rest, steps);
}

function problem(question, answer, steps) {
  return { question: question + ' Answer with the number alone.', answer: String(answer), solution: steps.join('\n') };
}

// In ascending order; none divides another: the answer is not among them.
function draw(rng, count, low, high) {
  var numbers = [];
  while (numbers.length < count) {
    var number = rng.integer(low, high);
    if (numbers.every(function (other) { return number % other !== 0 && other % number !== 0; })) {
      numbers.push(number);
    }
  }
  return numbers.sort(function (a, b) { return a - b; });
}

function work(numbers, steps) {
  var multiple = numbers[0];
  for (var i = 1; i < numbers.length; i++) {
    var a = Math.max(multiple, numbers[i]), b = Math.min(multiple, numbers[i]);
    while (b > 0) {
      var rest = a % b;
      steps.push(a + ' = ' + Math.floor(a / b) + ' * ' + b + ' + ' + rest);
      a = b;
      b = rest;
    }
    var next = multiple / a * numbers[i];
    steps.push('The greatest common divisor of ' + multiple + ' and ' + numbers[i] + ' is ' + a + ', the least common multiple '
      + multiple + ' / ' + a + ' * ' + numbers[i] + ' = ' + next);
    multiple = next;
  }
  return multiple;
}

function list(numbers) {
  return numbers.slice(0, -1).join(', ') + ' and ' + numbers[numbers.length - 1];
}
