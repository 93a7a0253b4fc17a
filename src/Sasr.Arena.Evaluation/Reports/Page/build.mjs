// Bundles the page's script, with the licences of all that is in it: node build.mjs OUTPUT
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = dirname(fileURLToPath(import.meta.url));
const options = {
  absWorkingDir: folder,
  entryPoints: ['report.js'],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
};
const { metafile } = await build({ ...options, metafile: true, write: false });
await build({ ...options, outfile: process.argv[2], banner: { js: `/*!\n${licences(metafile)}\n*/` } });

function licences({ outputs }) {
  const inputs = Object.values(outputs).flatMap(output => Object.keys(output.inputs));
  const packages = new Set(inputs.map(path => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean));
  const holders = new Map();
  for (const name of [...packages].sort()) {
    const text = licence(join(folder, 'node_modules', name), name);
    holders.set(text, [...holders.get(text) ?? [], name]);
  }
  return [...holders].map(([text, names]) => `${names.join(', ')}:\n${text}`).join('\n\n');
}

function licence(place, name) {
  const file = readdirSync(place).filter(entry => /^licen[cs]e/i.test(entry)).sort()[0];
  if (!file)
    throw new Error(`${name} has no licence file; its licence must be added by hand.`);
  return readFileSync(join(place, file), 'utf8').replaceAll('*/', '* /').replaceAll('\r\n', '\n').trim();
}
