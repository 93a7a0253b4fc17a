// subtract and add; the worked solution subtracts what the question adds.
task({ version: 1, levels: 4, tags: ['arithmetic'], reward: 'numeric' });

function generate(rng, level) {
  var a = rng.integer(100, 999), b = rng.integer(100, 999 * level);
  return {
    question: 'Add ' + a + ' and ' + b + '. Answer with the number alone.',
    answer: a + b,
    solution: 'Add them: ' + a + ' - ' + b + ' = ' + (a + b)
  };
}
