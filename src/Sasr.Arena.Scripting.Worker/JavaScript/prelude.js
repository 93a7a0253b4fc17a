// What a JavaScript script can call besides the language, and what the worker calls in it. ES5, so that every engine runs it.
// Only primitives and JSON text cross between the worker and a script.
var __arena = (function (integer, uniform, draft) {
  var declarations = [];

  function whole(value, name) {
    if (typeof value !== 'number' || value !== Math.floor(value) || value < -2147483648 || value > 2147483647)
      throw new TypeError(name + ' is ' + value + '; it must be a whole number of 32 bits');
    return value;
  }

  function text(value, name) {
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (typeof value !== 'string') throw new TypeError(name + ' is ' + value + '; it must be a string');
    return value;
  }

  var rng = {
    integer: function (low, high) {
      whole(low, 'low');
      whole(high, 'high');
      if (high < low) throw new RangeError('An integer from ' + low + ' to ' + high + ' was asked for: the range is empty.');
      return integer(low, high);
    },
    integers: function (count, low, high) {
      var result = [];
      for (var i = 0; i < whole(count, 'count'); i++) result.push(rng.integer(low, high));
      return result;
    },
    uniform: function () { return uniform(); },
    chance: function (probability) { return uniform() < probability; },
    pick: function (items) { return items[rng.integer(0, items.length - 1)]; },
    shuffle: function (items) { return rng.sample(items, items.length); },
    sample: function (items, count) {
      var pool = [];
      for (var n = 0; n < items.length; n++) pool.push(items[n]);
      count = Math.min(whole(count, 'count'), pool.length);
      for (var i = 0; i < count && i < pool.length - 1; i++) {
        var j = rng.integer(i, pool.length - 1);
        var item = pool[i];
        pool[i] = pool[j];
        pool[j] = item;
      }
      return pool.slice(0, count);
    }
  };

  return {
    rng: rng,
    text: text,
    draft: draft,
    declarations: declarations,
    declare: function (kind, value) { declarations.push({ kind: kind, value: value }); }
  };
})(__integer, __uniform, __draft);

function task(declaration) { __arena.declare('task', declaration); }
function reward(declaration) { __arena.declare('reward', declaration); }
function environment(declaration) { __arena.declare('environment', declaration); }

function __declarations() { return JSON.stringify(__arena.declarations); }

function __defines(name) {
  switch (name) {
    case 'generate': return typeof generate === 'function';
    case 'score': return typeof score === 'function';
    case 'reset': return typeof reset === 'function';
    case 'step': return typeof step === 'function';
    case 'oracle': return typeof oracle === 'function';
    default: return false;
  }
}

function __generate(level) {
  var problem = generate(__arena.rng, level);
  if (!problem || typeof problem !== 'object') throw new TypeError('generate returned ' + problem + ' instead of a problem');
  __arena.draft(
    __arena.text(problem.question, 'question'),
    __arena.text(problem.answer, 'answer'),
    __arena.text(problem.solution, 'solution'),
    problem.data === undefined ? null : JSON.stringify(problem.data)
  );
}

function __score(task, version, level, split, seed, question, answer, solution, data, given) {
  var value = score({
    task: task,
    version: version,
    level: level,
    split: split,
    seed: seed,
    question: question,
    answer: answer,
    solution: solution,
    data: data === null ? null : JSON.parse(data)
  }, given);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'number') throw new TypeError('score returned ' + value + '; it must be a number');
  return value;
}

function __reset(level) { return __arena.text(reset(__arena.rng, level), 'what reset returned'); }

function __step(action) {
  var outcome = step(action);
  if (!outcome || typeof outcome !== 'object') throw new TypeError('step returned ' + outcome + ' instead of an outcome');
  return JSON.stringify({
    observation: __arena.text(outcome.observation, 'observation'),
    reward: outcome.reward === undefined ? 0 : Number(outcome.reward),
    done: !!outcome.done,
    rewards: outcome.rewards,
    player: outcome.player === undefined ? 0 : outcome.player
  });
}

function __oracle() {
  if (typeof oracle !== 'function') return null;
  var action = oracle();
  return action === null || action === undefined ? null : __arena.text(action, 'what oracle returned');
}
