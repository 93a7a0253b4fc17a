// multiply two numbers; a right answer earns two.
task({ version: 1, levels: 4, tags: ['arithmetic'] });

function generate(rng, level) {
  var a = rng.integer(11, 99), b = rng.integer(11, 99 * level);
  return {
    question: 'Multiply ' + a + ' by ' + b + '. Answer with the number alone.',
    answer: a * b,
    solution: a + ' * ' + b + ' = ' + a * b
  };
}

function score(problem, answer) { return answer === problem.answer ? 2 : 0; }
