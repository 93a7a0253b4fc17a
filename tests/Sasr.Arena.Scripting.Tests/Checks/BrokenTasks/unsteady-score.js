// add two numbers; every fiftieth wrong answer is right.
task({ version: 1, levels: 4, tags: ['arithmetic'] });

var calls = 0;

function generate(rng, level) {
  var a = rng.integer(100, 999), b = rng.integer(100, 999 * level);
  return {
    question: 'Add ' + a + ' and ' + b + '. Answer with the number alone.',
    answer: a + b,
    solution: a + ' + ' + b + ' = ' + (a + b)
  };
}

function score(problem, answer) { return answer === problem.answer || ++calls % 50 === 0; }
