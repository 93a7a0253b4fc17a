// Draws Vega-Lite specifications without a browser: a JSON array of them on the standard input; on the output, for each,
// what the library warned of and how many marks it drew by their role.    node draw.mjs FOLDER-OF-NODE-MODULES
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const load = (name, file) => import(pathToFileURL(join(process.argv[2], name, file)));
const [vega, lite, interpreter] = await Promise.all([
  load('vega', 'build/vega.module.js'), load('vega-lite', 'build/index.js'), load('vega-interpreter', 'build/vega-interpreter.js'),
]);
const theme = JSON.parse(readFileSync(join(process.argv[2], '..', 'theme.json')));
const drawn = [];
for (const specification of JSON.parse(readFileSync(0))) {
  const warnings = [];
  const logger = vega.logger(vega.Warn);
  logger.warn = logger.error = (...text) => (warnings.push(text.join(' ')), logger);
  // There is no container to fill.
  const sized = { ...specification, width: 480 };
  const runtime = vega.parse(lite.compile(sized, { config: theme, logger }).spec, {}, { ast: true });
  const view = new vega.View(runtime, { renderer: 'none', expr: interpreter.expressionInterpreter, logger });
  const svg = await view.toSVG();
  const marks = {};
  for (const [, role] of svg.matchAll(/aria-roledescription="([^"]*)"/g))
    marks[role] = (marks[role] ?? 0) + 1;
  drawn.push({ description: specification.description, warnings, marks, texts: [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(each => each[1]) });
}
console.log(JSON.stringify(drawn));
