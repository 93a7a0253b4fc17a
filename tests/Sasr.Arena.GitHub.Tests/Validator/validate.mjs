// validate.mjs FILE...: prints what GitHub's language service finds in workflow and action files, as FILE(LINE,COLUMN): MESSAGE.
// Exit code 1 where it finds an error.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';

const severities = ['', 'error', 'warning'];

async function main(files) {
  let failed = false;
  for (const file of files) {
    const document = TextDocument.create(pathToFileURL(file).href, 'yaml', 1, readFileSync(file, 'utf8'));
    for (const { range, message, severity = 1 } of await validate(document, {})) {
      failed ||= severity === 1;
      console.log(`${file}(${range.start.line + 1},${range.start.character + 1}): ${severities[severity] ?? 'note'}: ${message}`);
    }
  }
  process.exitCode = failed ? 1 : 0;
}

main(process.argv.slice(2));
