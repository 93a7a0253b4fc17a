// What the page gives an element to show, as JSON in a script element inside it.
export const dataOf = element => JSON.parse(element.querySelector('script[type="application/json"]').textContent);
