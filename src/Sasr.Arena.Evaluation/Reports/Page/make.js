// All text is set as text: what people and models wrote is never markup.
export function make(kind, classes, text = '') {
  const element = document.createElement(kind);
  element.className = classes;
  element.textContent = text;
  return element;
}
