// What a JavaScript script can call besides the language, and what the worker calls in it. ES5, so that every engine runs it.
// Only primitives and JSON text cross between the worker and a script. Whatever starts with two underscores is hidden before the
// script runs, and the language's own functions are taken now: a script that replaces any of them replaces it for itself alone.
(function (arena, integer, uniform, draft) {
  var stringify = JSON.stringify, parse = JSON.parse, floor = Math.floor, min = Math.min, seal = Object.preventExtensions;
  var slice = Array.prototype.slice;
  var Text = String, Numeric = Number, WrongType = TypeError, WrongRange = RangeError;
  var prototypes = [
    Object.prototype, Function.prototype, Array.prototype, String.prototype, Number.prototype, Boolean.prototype,
    Date.prototype, RegExp.prototype, Error.prototype
  ];
  var declarations = [];

  function show(value) {
    return value !== null && (typeof value === 'object' || typeof value === 'function') ? 'an object' : Text(value);
  }

  function whole(value, name) {
    if (typeof value !== 'number' || value !== floor(value) || value < -2147483648 || value > 2147483647)
      throw new WrongType(name + ' is ' + show(value) + '; it must be a whole number of 32 bits');
    return value;
  }

  function text(value, name) {
    if (typeof value === 'number' || typeof value === 'boolean') return Text(value);
    if (typeof value !== 'string') throw new WrongType(name + ' is ' + show(value) + '; it must be a string');
    return value;
  }

  function object(value, what) {
    if (value === null || typeof value !== 'object') throw new WrongType(what[0] + ' returned ' + show(value) + ' instead of ' + what[1]);
    return value;
  }

  function declare(kind) {
    return function (declaration) { declarations[declarations.length] = { kind: kind, value: declaration }; };
  }

  var rng = {
    integer: function (low, high) {
      whole(low, 'low');
      whole(high, 'high');
      if (high < low) throw new WrongRange('An integer from ' + low + ' to ' + high + ' was asked for: the range is empty.');
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
      var pool = slice.call(items), last = pool.length - 1;
      count = min(whole(count, 'count'), pool.length);
      for (var i = 0; i < count && i < last; i++) {
        var j = integer(i, last), item = pool[i];
        pool[i] = pool[j];
        pool[j] = item;
      }
      return pool.slice(0, count);
    }
  };

  arena.task = declare('task');
  arena.reward = declare('reward');
  arena.environment = declare('environment');
  arena.agent = declare('agent');

  arena.__declarations = function () { return stringify(declarations); };

  // What an answer brings must not stay for the next one: a careless copy of '{"__proto__": …}' would.
  arena.__seal = function () {
    for (var i = 0; i < prototypes.length; i++) seal(prototypes[i]);
  };

  arena.__defines = function (name) {
    switch (name) {
      case 'generate': return typeof generate === 'function';
      case 'program': return typeof program === 'function';
      case 'score': return typeof score === 'function';
      case 'reset': return typeof reset === 'function';
      case 'step': return typeof step === 'function';
      case 'oracle': return typeof oracle === 'function';
      case 'act': return typeof act === 'function';
      default: return false;
    }
  };

  // A third parameter is the verdict where there is a program, and the completion where there is none.
  arena.__readsCompletion = function () {
    return typeof score === 'function' && score.length > 2 && typeof program !== 'function';
  };

  arena.__generate = function (level) {
    var problem = object(generate(rng, level), ['generate', 'a problem']), data = problem.data;
    draft(
      text(problem.question, 'question'),
      text(problem.answer, 'answer'),
      text(problem.solution, 'solution'),
      data === undefined ? null : stringify(data)
    );
  };

  function problem(task, version, level, split, seed, question, answer, solution, data) {
    return {
      task: task,
      version: version,
      level: level,
      split: split,
      seed: seed,
      question: question,
      answer: answer,
      solution: solution,
      data: data === null ? null : parse(data)
    };
  }

  // What an answer wants run, as JSON; null where it is no program.
  arena.__program = function (task, version, level, split, seed, question, answer, solution, data, given) {
    var run = program(problem(task, version, level, split, seed, question, answer, solution, data), given);
    return run === null || run === undefined ? null : stringify(object(run, ['program', 'a program with tests']));
  };

  // Without an outcome, nothing was run.
  arena.__score = function (
    task, version, level, split, seed, question, answer, solution, data, given, outcome, passed, failedCase, message, completion) {
    var asked = problem(task, version, level, split, seed, question, answer, solution, data);
    var value = outcome === null
      ? completion === null ? score(asked, given) : score(asked, given, completion)
      : score(asked, given, { outcome: outcome, passed: passed, failedCase: failedCase, message: message });
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (typeof value !== 'number') throw new WrongType('score returned ' + show(value) + '; it must be a number');
    return value;
  };

  arena.__reset = function (level) { return text(reset(rng, level), 'what reset returned'); };

  arena.__step = function (action) {
    var outcome = object(step(action), ['step', 'an outcome']), reward = outcome.reward, player = outcome.player;
    return stringify({
      observation: text(outcome.observation, 'observation'),
      reward: reward === undefined ? 0 : Numeric(reward),
      done: !!outcome.done,
      rewards: outcome.rewards,
      player: player === undefined ? 0 : player
    });
  };

  arena.__oracle = function () {
    if (typeof oracle !== 'function') return null;
    var action = oracle();
    return action === null || action === undefined ? null : text(action, 'what oracle returned');
  };

  arena.__act = function (situation) { return text(act(rng, parse(situation)), 'what act returned'); };
})(this, __integer, __uniform, __draft);
