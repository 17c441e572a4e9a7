// @ts-check
// `npm run bench:activation`: how long activate() takes beside an empty extension, and how long it takes from a key to the problems
// without the finding that it cured, in the real Node extension host. Each round is a fresh host, in which all are measured. Prints
// medians and quartiles in milliseconds.
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

if (process.argv[1] === fileURLToPath(import.meta.url)) main(async () => console.table(await measureActivation()));

/**
 * Times of activation in milliseconds, by extension, and as `key` that from a key to the problems.
 * @returns {Promise<Record<string, { median: number, low: number, high: number }>>}
 */
export async function measureActivation() {
  await get({ versions: [newest] });
  await packExtension();
  /** @type {Map<string, number[]>} */
  const times = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [id, time] of Object.entries(await oneRound())) times.set(id, [...(times.get(id) ?? []), time]);
  }
  return Object.fromEntries(
    [...times].map(([id, all]) => [id, { median: share(all, 0.5), low: share(all, 0.25), high: share(all, 0.75) }]),
  );
}

/** @returns {Promise<Record<string, number>>} */
async function oneRound() {
  const empty = fileURLToPath(new URL('empty', import.meta.url));
  // Without the settings nothing activates Starl by itself.
  const prepare = (/** @type {string} */ workspace) => rm(join(workspace, 'starl.yaml'));
  return measureInHost({ vsix, development: empty, tests: `${empty}/measure.js` }, MARK, prepare);
}

const rounded = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/** @param {number[]} values @param {number} part */
function share(values, part) {
  return rounded(values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0);
}
