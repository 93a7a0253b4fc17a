// add two numbers; the stored answer forgets the carry.
task({ version: 1, levels: 4, tags: ['arithmetic'] });

function generate(rng, level) {
  var a = rng.integer(10, 99 * level), b = rng.integer(10, 99 * level);
  var carry = a % 10 + b % 10 >= 10, answer = a + b - (carry ? 10 : 0);
  return {
    question: 'Add ' + a + ' and ' + b + '. Answer with the number alone.',
    answer: answer,
    solution: 'The sum of ' + a + ' and ' + b + ' is ' + answer,
    data: { a: a, b: b }
  };
}

function score(problem, answer) { return answer === String(problem.data.a + problem.data.b); }
