// @ts-check
// Runs UI tests in the window of the real VS Code: the files given, or all of test/window.
// Options: --version of VS Code, -g to run only the tests whose full titles match a regular expression.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { attempt, main, Problem } from './command.mjs';
import { get } from './get.mjs';
import { newest, root } from './pins.mjs';
import { readTotals } from './totals.mjs';

const folder = join(root, 'test', 'window');
const all = () => readdirSync(folder).filter((name) => name.endsWith('.test.mjs'));

main(async () => {
  const { values, positionals: given } = parseArgs({
    allowPositionals: true,
    options: { version: { type: 'string', default: newest }, grep: { type: 'string', short: 'g', default: '' } },
  });
  await get({ versions: [values.version] });
  const files = given.length > 0 ? given : all().map((name) => join(folder, name));
  const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const args = [mocha, '--exit', '--timeout', '60000', '--grep', values.grep, ...files];
  const env = { STARL_TEST_VSCODE: values.version };
  const { ok, text } = await attempt(process.execPath, args, { cwd: root, env, show: true });
  if (!readTotals(text)) throw new Problem('No window test ran.');
  if (!ok) throw new Problem('A window test failed; out/screenshots shows the window at that moment.');
});
