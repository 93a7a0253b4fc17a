// tasks/logic/boolean-circuit.js: work out the signals of a circuit of gates, on higher levels one with registers and a clock.
task({ version: 1, levels: 6, tags: ['boolean', 'simulation'], reward: 'exact' });

// First the last gates' values are asked for; then, with registers, the last gate's value at every tick.
var LEVELS = [
  { inputs: 3, gates: 5, asked: 4, kinds: ['and', 'or', 'xor'] },
  { inputs: 4, gates: 7, asked: 4, kinds: ['and', 'or', 'xor', 'nand'] },
  { inputs: 4, gates: 10, asked: 5, kinds: ['and', 'or', 'xor', 'nand', 'nor'] },
  { inputs: 1, gates: 3, registers: 1, ticks: 5, kinds: ['and', 'or', 'xor'] },
  { inputs: 1, gates: 4, registers: 2, ticks: 6, kinds: ['and', 'or', 'xor', 'nand'] },
  { inputs: 2, gates: 6, registers: 3, ticks: 6, kinds: ['and', 'or', 'xor', 'nand', 'nor'] }
];

var MEANINGS = {
  xor: 'xor is 1 when exactly one side is',
  nand: 'nand is 0 only when both sides are 1',
  nor: 'nor is 1 only when both sides are 0'
};

function generate(rng, level) {
  return LEVELS[level - 1].ticks ? clocked(rng, LEVELS[level - 1]) : still(rng, LEVELS[level - 1]);
}

function still(rng, size) {
  var inputs = ['a', 'b', 'c', 'd'].slice(0, size.inputs), values, gates, asked, steps, answer;
  do {
    values = {};
    inputs.forEach(function (input) { values[input] = rng.integer(0, 1); });
    gates = draw(rng, inputs, size);
    steps = run(gates, values);
    asked = gates.slice(-size.asked).map(function (gate) { return gate.name; });
    answer = asked.map(function (name) { return values[name]; }).join('');
  } while (isConstant(answer));
  return {
    question: 'A circuit has the inputs ' + inputs.map(function (input) { return input + ' = ' + values[input]; }).join(', ')
      + ' and these gates:\n' + wiring(gates) + '\n' + meanings(gates) + 'What are the values of ' + asked.join(', ')
      + '? Answer with ' + asked.length + ' digits in this order and no spaces.',
    answer: answer,
    solution: steps.join('\n') + '\n' + asked.join(', ') + ': ' + answer
  };
}

function clocked(rng, size) {
  var inputs = ['a', 'b'].slice(0, size.inputs), registers = ['p', 'q', 'r'].slice(0, size.registers);
  var circuit, worked;
  do {
    var gates = draw(rng, inputs.concat(registers), size);
    circuit = {
      inputs: inputs,
      streams: inputs.map(function () { return rng.integers(size.ticks, 0, 1); }),
      registers: registers,
      starts: rng.integers(registers.length, 0, 1),
      sources: rng.sample(gates, registers.length),
      gates: gates,
      output: gates[gates.length - 1].name
    };
    worked = simulate(circuit, size.ticks);
  } while (isConstant(worked.answer));

  return {
    question: 'A circuit runs for ' + size.ticks + ' ticks. '
      + inputs.map(function (input, i) { return 'Its input ' + input + ' is ' + circuit.streams[i].join(', ') + ' at these ticks. '; }).join('')
      + (registers.length > 1 ? 'Its registers are ' : 'Its register is ')
      + registers.map(function (register, i) { return register + ' = ' + circuit.starts[i]; }).join(', ')
      + ' at first. At every tick these gates are worked out:\n' + wiring(gates) + '\nand after it '
      + registers.map(function (register, i) { return register + ' becomes ' + circuit.sources[i].name; }).join(', ')
      + (registers.length > 1 ? ', all at once. ' : '. ') + meanings(gates) + 'What is ' + circuit.output + ' at each of the ticks? Answer with '
      + size.ticks + ' digits in this order and no spaces.',
    answer: worked.answer,
    solution: worked.steps.join('\n') + '\n' + circuit.output + ' tick by tick: ' + worked.answer
  };
}

function simulate(circuit, ticks) {
  var values = {}, steps = [], answer = '', signals = circuit.inputs.concat(circuit.registers);
  circuit.registers.forEach(function (register, i) { values[register] = circuit.starts[i]; });
  for (var tick = 0; tick < ticks; tick++) {
    circuit.inputs.forEach(function (input, i) { values[input] = circuit.streams[i][tick]; });
    var before = signals.map(function (name) { return name + ' = ' + values[name]; }).join(', ');
    steps.push('tick ' + (tick + 1) + ': ' + before + '; ' + run(circuit.gates, values).join(', '));
    answer += values[circuit.output];
    var next = circuit.sources.map(function (gate) { return values[gate.name]; });
    circuit.registers.forEach(function (register, i) { values[register] = next[i]; });
  }
  return { steps: steps, answer: answer };
}

function isConstant(digits) {
  return digits.indexOf('0') < 0 || digits.indexOf('1') < 0;
}

// Every gate takes one of the newest signals, so that the circuit is deep.
function draw(rng, signals, size) {
  var gates = [], names = signals.slice();
  for (var i = 1; i <= size.gates; i++) {
    var left = rng.pick(names.slice(-3)), right;
    do {
      right = rng.pick(names);
    } while (right === left);
    gates.push({ name: 'g' + i, kind: rng.pick(size.kinds), left: left, right: right });
    names.push('g' + i);
  }
  return gates;
}

// Adds the gates' values to the others, and says how.
function run(gates, values) {
  return gates.map(function (gate) {
    var left = values[gate.left], right = values[gate.right];
    values[gate.name] = apply(gate.kind, left, right);
    return gate.name + ' = ' + left + ' ' + gate.kind + ' ' + right + ' = ' + values[gate.name];
  });
}

function apply(kind, a, b) {
  switch (kind) {
    case 'and': return a & b;
    case 'or': return a | b;
    case 'xor': return a ^ b;
    case 'nand': return 1 - (a & b);
    default: return 1 - (a | b);
  }
}

function wiring(gates) {
  return gates.map(function (gate) { return gate.name + ' = ' + gate.left + ' ' + gate.kind + ' ' + gate.right; }).join('\n');
}

function meanings(gates) {
  var notes = ['xor', 'nand', 'nor'].filter(function (kind) {
    return gates.some(function (gate) { return gate.kind === kind; });
  }).map(function (kind) { return MEANINGS[kind]; });
  return notes.length > 0 ? 'Here ' + notes.join('; ') + '. ' : '';
}
