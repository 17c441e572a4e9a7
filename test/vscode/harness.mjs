// @ts-check
// Tries the harness itself: a host suite must fail on errors that nobody catches, though all its tests pass, in both hosts.
import { join } from 'node:path';
import { attempt, main, Problem } from './command.mjs';
import { root } from './pins.mjs';
import { readTotals } from './totals.mjs';

const STRAYS = ['a stray rejection', 'a stray error', 'a stray listener'];

main(async () => {
  const script = join(root, 'test', 'vscode', 'runHost.mjs');
  for (const host of ['node', 'web']) {
    const { ok, text } = await attempt(process.execPath, [script, '--suite', 'strays', '--host', host], { cwd: root });
    const missed = STRAYS.filter((stray) => !text.includes(stray));
    // In a worker mocha takes an error of a timer itself, and lays it to the test that runs by then.
    if ((readTotals(text)?.passing ?? 0) < 2) throw new Problem(`${text}\nThe suite did not run in the ${host} host.`);
    if (missed.length > 0) throw new Problem(`${text}\nNot noticed in the ${host} host: ${missed.join(', ')}.`);
    if (ok) throw new Problem(`The harness lets errors pass that nobody catches, in the ${host} host.`);
    console.log(`  ✔ a suite fails on what nobody catches, in the ${host} host`);
  }
  console.log('\n  2 passing');
});
