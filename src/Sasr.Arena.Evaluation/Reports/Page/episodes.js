import { make } from './make.js';

// Episodes as a browser shows them.
export const episodes = {
  fields: { task: episode => episode.environment, level: episode => episode.level, verdict: verdictOf },
  text: textOf,
  mark: verdictOf,
  name: nameOf,
  read: episode => [headOf(nameOf(episode), episode), ...turnsOf(episode), factsOf(episode)],
};

export function textOf(episode) {
  return episode.turns.flatMap(turn => [turn.observation, turn.action]).join('\n');
}

export function headOf(name, episode) {
  const head = make('p', 'head');
  head.append(make('b', '', name), make('span', `verdict ${verdictOf(episode)}`, verdictOf(episode)), make('span', 'note', rewardOf(episode)));
  return head;
}

export function turnsOf(episode) {
  return episode.turns.flatMap(turn => [make('pre', 'observation', turn.observation), make('pre', 'action', turn.action)]);
}

export function factsOf(episode) {
  const facts = make('dl', 'facts');
  for (const [name, value] of [['expected', episode.answer], ['given', episode.given], ['outcome', episode.outcome]]) {
    if (value !== undefined && value !== '')
      facts.append(make('dt', '', name), make('dd', '', value));
  }
  return facts;
}

function verdictOf(episode) {
  return episode.unscored !== undefined ? 'unscored' : episode.correct ? 'right' : 'wrong';
}

function nameOf(episode) {
  return `${episode.environment} · level ${episode.level} · no. ${episode.index + 1}${episode.sample ? ` · try ${episode.sample + 1}` : ''}`;
}

function rewardOf(episode) {
  if (episode.unscored !== undefined)
    return `no reward: ${episode.unscored}`;
  const parts = Object.entries(episode.components ?? {}).map(([name, value]) => `${name} ${Number(value.toFixed(2))}`);
  return `reward ${episode.reward.toFixed(2)}${parts.length ? ` (${parts.join(', ')})` : ''}`;
}
