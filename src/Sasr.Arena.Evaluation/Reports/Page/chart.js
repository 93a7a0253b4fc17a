import { parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import { Handler } from 'vega-tooltip';
import { dataOf } from './data.js';
import theme from './theme.json';

const tooltip = new Handler({ disableDefaultStyle: true });

// Draws an element's Vega-Lite specification. Expressions are interpreted: the page's policy forbids eval.
export function drawChart(element) {
  const specification = dataOf(element);
  // The policy forbids style attributes too, but not what a script sets.
  const { minWidth, maxWidth } = element.dataset;
  element.style.minWidth = `${minWidth}px`;
  element.style.maxWidth = maxWidth > 0 ? `${maxWidth}px` : 'none';
  const runtime = parse(compile(specification, { config: theme }).spec, {}, { ast: true });
  new View(runtime, { container: element, renderer: 'svg', hover: true, expr: expressionInterpreter, tooltip: tooltip.call })
    .runAsync()
    .catch(error => element.append(`The chart cannot be drawn: ${error.message}`));
}
