// tasks/DOMAIN/NAME.js: follow a number through a few changes.
task({ version: 1, levels: 5, tags: ['arithmetic'], reward: 'numeric' });

// A higher level takes more steps; from level 3 on, some of them multiply.
function generate(rng, level) {
  var start = rng.integer(11, 99), value = start, orders = [], steps = [];
  for (var i = 0; i < level + 1; i++) {
    var by = rng.integer(2, 30), factor = rng.integer(2, 5), before = value;
    if (level >= 3 && rng.chance(0.3)) {
      value *= factor;
      orders.push('multiply by ' + factor);
      steps.push(before + ' * ' + factor + ' = ' + value);
    } else if (value > by && rng.chance(0.5)) {
      value -= by;
      orders.push('subtract ' + by);
      steps.push(before + ' - ' + by + ' = ' + value);
    } else {
      value += by;
      orders.push('add ' + by);
      steps.push(before + ' + ' + by + ' = ' + value);
    }
  }
  return {
    question: 'Begin with ' + start + ', then ' + orders.join(', then ') + '. Which number comes out? Answer with the number alone.',
    answer: String(value),
    solution: steps.join('\n')
  };
}
