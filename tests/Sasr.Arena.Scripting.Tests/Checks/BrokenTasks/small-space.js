// multiply two digits: 400 questions, each as good as learned by heart.
task({ version: 1, levels: 4, tags: ['arithmetic'], reward: 'numeric' });

function generate(rng, level) {
  var a = rng.integer(1, 20), b = rng.integer(1, 20);
  return { question: 'Multiply ' + a + ' by ' + b + '.', answer: a * b, solution: a + ' * ' + b + ' = ' + a * b };
}
