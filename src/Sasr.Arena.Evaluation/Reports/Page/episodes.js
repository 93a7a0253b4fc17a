import { dataOf } from './data.js';

const pageOfList = 10;

// Lets an element's episodes be filtered, and read one at a time beside their list.
export function browseEpisodes(element) {
  const episodes = dataOf(element);
  const [form, status, list, reader] = ['form', '[role=status]', '[role=listbox]', '.reader'].map(each => element.querySelector(each));
  let shown = [], chosen = 0;

  function filter() {
    const wanted = Object.fromEntries(new FormData(form)), text = wanted.text.trim().toLowerCase();
    shown = episodes.filter(episode =>
      (!wanted.task || episode.environment === wanted.task)
      && (!wanted.level || episode.level === Number(wanted.level))
      && (!wanted.verdict || verdictOf(episode) === wanted.verdict)
      && (!text || textOf(episode).includes(text)));
    status.textContent = `${shown.length} of ${episodes.length}`;
    list.replaceChildren(...shown.map(entry));
    choose(0);
  }

  function entry(episode, place) {
    const item = make('li', verdictOf(episode), nameOf(episode));
    item.id = `${list.id}-${place}`;
    item.role = 'option';
    item.ariaSelected = 'false';
    return item;
  }

  function choose(place) {
    list.children[chosen]?.setAttribute('aria-selected', 'false');
    chosen = Math.max(0, Math.min(place, shown.length - 1));
    const item = list.children[chosen];
    reader.replaceChildren(...item ? read(shown[chosen]) : [make('p', 'note', 'No episode is like that.')]);
    if (!item)
      return list.removeAttribute('aria-activedescendant');
    item.setAttribute('aria-selected', 'true');
    list.setAttribute('aria-activedescendant', item.id);
    // Not scrollIntoView: that would move the page as well.
    if (item.offsetTop < list.scrollTop)
      list.scrollTop = item.offsetTop;
    else if (item.offsetTop + item.offsetHeight > list.scrollTop + list.clientHeight)
      list.scrollTop = item.offsetTop + item.offsetHeight - list.clientHeight;
  }

  list.addEventListener('click', event => {
    const item = event.target.closest('li');
    if (item)
      choose([...list.children].indexOf(item));
  });
  list.addEventListener('keydown', event => {
    const place = {
      ArrowDown: chosen + 1, ArrowUp: chosen - 1, PageDown: chosen + pageOfList, PageUp: chosen - pageOfList, Home: 0, End: shown.length - 1,
    }[event.key];
    if (place === undefined)
      return;
    event.preventDefault();
    choose(place);
  });
  form.addEventListener('input', filter);
  form.addEventListener('submit', event => event.preventDefault());
  filter();
}

const verdictOf = episode => episode.unscored !== undefined ? 'unscored' : episode.correct ? 'right' : 'wrong';

const textOf = episode => episode.turns.flatMap(turn => [turn.observation, turn.action]).join('\n').toLowerCase();

const nameOf = episode =>
  `${episode.environment} · level ${episode.level} · no. ${episode.index + 1}${episode.sample ? ` · try ${episode.sample + 1}` : ''}`;

function read(episode) {
  const head = make('p', 'head');
  head.append(make('b', '', nameOf(episode)), make('span', `verdict ${verdictOf(episode)}`, verdictOf(episode)), make('span', 'note', rewardOf(episode)));
  const facts = make('dl', 'facts');
  for (const [name, value] of [['expected', episode.answer], ['given', episode.given], ['outcome', episode.outcome]]) {
    if (value !== undefined && value !== '')
      facts.append(make('dt', '', name), make('dd', '', value));
  }
  return [head, ...episode.turns.flatMap(turn => [make('pre', 'observation', turn.observation), make('pre', 'action', turn.action)]), facts];
}

function rewardOf(episode) {
  if (episode.unscored !== undefined)
    return `no reward: ${episode.unscored}`;
  const parts = Object.entries(episode.components ?? {}).map(([name, value]) => `${name} ${Number(value.toFixed(2))}`);
  return `reward ${episode.reward.toFixed(2)}${parts.length ? ` (${parts.join(', ')})` : ''}`;
}

// All text is set as text: what people and models wrote is never markup.
function make(kind, classes, text = '') {
  const element = document.createElement(kind);
  element.className = classes;
  element.textContent = text;
  return element;
}
