// @ts-check
// `npm run bench:activation`: how long activate() takes beside an empty extension, in the real Node extension host. Each round is a
// fresh host, in which both are measured. Prints medians in milliseconds.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../vscode/command.mjs';
import { get } from '../vscode/get.mjs';
import { packExtension, vsix } from '../vscode/package.mjs';
import { newest } from '../vscode/pins.mjs';
import { measureInHost } from './hostRun.mjs';

const ROUNDS = 5;
const MARK = 'ACTIVATION ';

main(async () => {
  await get({ versions: [newest] });
  await packExtension();
  /** @type {Map<string, number[]>} */
  const times = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [id, time] of Object.entries(await oneRound())) times.set(id, [...(times.get(id) ?? []), time]);
  }
  console.table(
    [...times].map(([extension, all]) => ({
      extension,
      'median ms': median(all),
      'all ms': all.map(rounded).join(' '),
    })),
  );
});

/** @returns {Promise<Record<string, number>>} */
async function oneRound() {
  const empty = fileURLToPath(new URL('empty', import.meta.url));
  // Without the settings nothing activates Starl by itself.
  const prepare = (/** @type {string} */ workspace) => rm(join(workspace, 'starl.yaml'));
  return measureInHost({ vsix, development: empty, tests: `${empty}/measure.js` }, MARK, prepare);
}

const rounded = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/** @param {number[]} values */
function median(values) {
  return rounded(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
}
