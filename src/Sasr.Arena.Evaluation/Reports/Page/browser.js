import { dataOf } from './data.js';
import { make } from './make.js';

const pageOfList = 10;

// Lets an element's things be filtered, and read one at a time beside their list. Their kind says what they are: the values
// to filter by, the text to search in, the name and the mark in the list, and the nodes to read.
export function browse(element, kind) {
  const things = dataOf(element);
  const [form, status, list, reader] = ['form', '[role=status]', '[role=listbox]', '.reader'].map(each => element.querySelector(each));
  let shown = [], chosen = 0;

  function filter() {
    const { text, ...wanted } = Object.fromEntries(new FormData(form)), part = text.trim().toLowerCase();
    shown = things.filter(thing =>
      Object.entries(wanted).every(([name, value]) => !value || String(kind.fields[name](thing)) === value)
      && (!part || kind.text(thing).toLowerCase().includes(part)));
    status.textContent = `${shown.length} of ${things.length}`;
    list.replaceChildren(...shown.map(entry));
    choose(0);
  }

  function entry(thing, place) {
    const item = make('li', kind.mark(thing), kind.name(thing));
    item.id = `${list.id}-${place}`;
    item.role = 'option';
    item.ariaSelected = 'false';
    return item;
  }

  function choose(place) {
    list.children[chosen]?.setAttribute('aria-selected', 'false');
    chosen = Math.max(0, Math.min(place, shown.length - 1));
    const item = list.children[chosen];
    reader.replaceChildren(...item ? kind.read(shown[chosen]) : [make('p', 'note', 'Nothing is like that.')]);
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
