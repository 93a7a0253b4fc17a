// add two numbers; the solution ends as only a completion may.
task({ version: 1, levels: 4, tags: ['arithmetic'], reward: 'numeric' });

function generate(rng, level) {
  var a = rng.integer(100, 999), b = rng.integer(100, 999 * level), sum = a + b;
  return {
    question: 'Add ' + a + ' and ' + b + '. Answer with the number alone.',
    answer: sum,
    solution: a + ' + ' + b + ' = ' + sum + '\n#### ' + sum
  };
}
