// @ts-check
// `npm run bench:activation`: how long activate() takes beside an empty extension, in the real Node extension host. Each round is a
// fresh host, in which both are measured. Prints medians in milliseconds.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, Problem } from '../vscode/command.mjs';
import { get } from '../vscode/get.mjs';
import { packExtension, vsix } from '../vscode/package.mjs';
import { newest } from '../vscode/pins.mjs';
import { startWorkbench } from '../vscode/workbench.mjs';

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
  const workbench = await startWorkbench({ vsix, development: empty, tests: `${empty}/measure.js` });
  try {
    // What would activate Starl by itself.
    await rm(join(workbench.workspace, 'starl.yaml'));
    /** @type {string[]} */
    const log = [];
    await workbench.page.exposeFunction('codeAutomationLog', (/** @type {string} */ _, /** @type {unknown[]} */ args) =>
      log.push(args.join(' ')),
    );
    const ended = new Promise((resolve) => void workbench.page.exposeFunction('codeAutomationExit', resolve));
    await workbench.open();
    await ended;
    const line = log.find((text) => text.includes(MARK));
    if (!line) throw new Problem(`Nothing was measured: ${log.filter((text) => text.includes('Error:')).join(' | ')}`);
    return JSON.parse(line.slice(line.indexOf(MARK) + MARK.length));
  } finally {
    await workbench.close();
  }
}

const rounded = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/** @param {number[]} values */
function median(values) {
  return rounded(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
}
