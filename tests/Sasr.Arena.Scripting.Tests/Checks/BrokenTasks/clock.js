// add a number to the time.
task({ version: 1, levels: 4, tags: ['arithmetic'], reward: 'numeric' });

function generate(rng, level) {
  var a = rng.integer(100, 999 * level), b = new Date().getTime();
  return {
    question: 'Add ' + a + ' and ' + b + '. Answer with the number alone.',
    answer: a + b,
    solution: a + ' + ' + b + ' = ' + (a + b)
  };
}
