// @ts-check
// Runs UI tests in the window of the real VS Code: the files given, or all of test/window.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, main, Problem } from './command.mjs';
import { get } from './get.mjs';
import { newest, root } from './pins.mjs';
import { readTotals } from './totals.mjs';

const folder = join(root, 'test', 'window');
const all = () => readdirSync(folder).filter((name) => name.endsWith('.test.mjs'));

main(async () => {
  await get({ versions: [newest] });
  const given = process.argv.slice(2);
  const files = given.length > 0 ? given : all().map((name) => join(folder, name));
  const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const args = [mocha, '--exit', '--timeout', '60000', ...files];
  const { ok, text } = await attempt(process.execPath, args, { cwd: root, show: true });
  if (!readTotals(text)) throw new Problem('No window test ran.');
  if (!ok) throw new Problem('A window test failed; out/screenshots shows the window at that moment.');
});
