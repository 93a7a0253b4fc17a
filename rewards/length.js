// rewards/length.js: 1 for a completion of up to data.max_length characters (2,000 where that is not said), falling to 0 at twice as many.
reward({ version: 1 });

var MAX_LENGTH = 2000;

function score(problem, answer, completion) {
  var data = problem.data, limit = data !== null && data.max_length > 0 ? data.max_length : MAX_LENGTH;
  return Math.max(0, Math.min(1, 2 - completion.length / limit));
}
