// tasks/logic/string-rewriting.js: apply rules to a string of letters until none fits.
task({ version: 1, levels: 6, tags: ['strings', 'simulation', 'algorithm'], reward: 'exact' });

// A rule makes the string lighter or sorts two of its letters, so every rewriting ends. Heavy letters may become longer strings.
var LIGHT = { a: 1, b: 1, c: 1, d: 1 }, HEAVY = { a: 1, b: 1, c: 3, d: 5 };
var SIZES = [
  { letters: 'abc', rules: 2, length: 6, low: 2, high: 4, weights: LIGHT, stops: false },
  { letters: 'abc', rules: 3, length: 7, low: 4, high: 6, weights: LIGHT, stops: false },
  { letters: 'abcd', rules: 4, length: 9, low: 5, high: 8, weights: LIGHT, stops: false },
  { letters: 'abcd', rules: 4, length: 6, low: 6, high: 10, weights: HEAVY, stops: false },
  { letters: 'abcd', rules: 5, length: 7, low: 6, high: 10, weights: HEAVY, stops: true },
  { letters: 'abcd', rules: 6, length: 9, low: 9, high: 15, weights: HEAVY, stops: true }
];

function generate(rng, level) {
  var size = SIZES[level - 1], rules, start, run;
  do {
    rules = drawRules(rng, size);
    start = draw(rng, size.letters, size.length);
    run = rewrite(rules, start, size.high);
  } while (!run.ended || run.steps.length < size.low || run.result.length < 3 || !/(.).*(?!\1)./.test(run.result));
  return {
    question: 'Rules: ' + rules.map(show).join('; ') + '. Begin with ' + start + ' and do this again and again: take the first rule of the list whose left side occurs in the string, '
      + 'and replace its leftmost occurrence by the right side. End when no rule fits'
      + (size.stops ? ', or after the rule that says stop' : '') + '. What is the string at the end? Answer with its letters alone.',
    answer: run.result,
    solution: start + '\n' + run.steps.join('\n') + '\n' + (run.stopped ? 'Stop: ' : 'No rule fits: ') + run.result
  };
}

function draw(rng, letters, length) {
  var text = '';
  while (text.length < length) {
    text += letters.charAt(rng.integer(0, letters.length - 1));
  }
  return text;
}

function drawRules(rng, size) {
  var rules = [];
  while (rules.length < size.rules) {
    var left = draw(rng, size.letters, 2), right = draw(rng, size.letters, rng.integer(0, 3));
    if (size.weights === HEAVY && rng.chance(0.3)) {
      left = rng.pick(['c', 'd']);
      right = draw(rng, size.letters, rng.integer(2, 3));
    }
    // A rule whose left side holds an earlier one's would never have its turn.
    if (ends(left, right, size.weights) && !rules.some(function (rule) { return left.indexOf(rule.left) >= 0; })) {
      rules.push({ left: left, right: right, stop: false });
    }
  }
  if (size.stops) {
    rng.pick(rules).stop = true;
  }
  return rules;
}

function ends(left, right, weights) {
  return weight(right, weights) < weight(left, weights) || (sorted(left) === right && left !== right);
}

function weight(text, weights) {
  var total = 0;
  for (var i = 0; i < text.length; i++) {
    total += weights[text.charAt(i)];
  }
  return total;
}

function sorted(text) {
  return text.split('').sort().join('');
}

function show(rule, i) {
  return (i + 1) + '. ' + rule.left + ' -> ' + (rule.right === '' ? 'nothing' : rule.right) + (rule.stop ? ', then stop' : '');
}

// Each step shows the letters that are replaced in brackets.
function rewrite(rules, text, most) {
  var run = { steps: [], ended: false, stopped: false, result: text };
  while (run.steps.length <= most) {
    var found = 0;
    while (found < rules.length && run.result.indexOf(rules[found].left) < 0) {
      found++;
    }
    if (found === rules.length) {
      run.ended = true;
      return run;
    }
    var rule = rules[found], at = run.result.indexOf(rule.left), before = run.result.slice(0, at), after = run.result.slice(at + rule.left.length);
    run.result = before + rule.right + after;
    run.steps.push('rule ' + (found + 1) + ': ' + before + '(' + rule.left + ')' + after + ' -> ' + before + '(' + rule.right + ')' + after);
    if (rule.stop) {
      run.ended = run.stopped = true;
      return run;
    }
  }
  return run;
}
