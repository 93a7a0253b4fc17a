import { factsOf, headOf, textOf, turnsOf } from './episodes.js';
import { make } from './make.js';

// Problems that two agents did differently, as a browser shows them: an episode of each, side by side.
export const flips = {
  fields: { change: changeOf, task: flip => flip.problem.environment, level: flip => flip.problem.level },
  text: flip => `${textOf(flip.base)}\n${textOf(flip.head)}`,
  mark: changeOf,
  name: nameOf,
  read,
};

function changeOf(flip) {
  return flip.is_worse ? 'worse' : 'better';
}

// Counted from 0, as the comparison's other outputs have it.
function nameOf({ problem }) {
  return `${problem.environment} · level ${problem.level} · problem ${problem.index}`;
}

function read(flip) {
  const { problem } = flip, head = make('p', 'head');
  head.append(make('b', '', nameOf(flip)), make('span', `verdict ${changeOf(flip)}`, changeOf(flip)));
  if (problem.pairs > 1)
    head.append(make('span', 'note', `${problem.base_correct} → ${problem.head_correct} of ${problem.pairs} right`));
  const sides = make('div', 'sides');
  sides.append(sideOf('base', flip.base), sideOf('head', flip.head));
  return [head, make('pre', 'observation', flip.base.turns[0]?.observation), sides];
}

function sideOf(name, episode) {
  const side = make('section', 'side'), [, ...rest] = turnsOf(episode);
  // What both were asked stands above them.
  side.append(headOf(name, episode), ...rest, factsOf(episode));
  return side;
}
