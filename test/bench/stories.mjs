// @ts-check
// `npm run bench:stories`: how long the view "Stories" takes to show something, to show everything, and to follow one edited story,
// with 10 stories and with 500, and how much memory each story takes, in the real Node extension host. Prints milliseconds.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../vscode/command.mjs';
import { get } from '../vscode/get.mjs';
import { newest, root } from '../vscode/pins.mjs';
import { measureInHost } from './hostRun.mjs';

const COUNTS = [10, 500];
const MARK = 'STORIES ';

main(async () => {
  await get({ versions: [newest] });
  /** @type {Record<string, Record<string, number>>} */
  const rows = {};
  for (const count of COUNTS) rows[`${count} stories`] = await measure(count);
  console.table(rows);
});

/** @param {number} count */
function measure(count) {
  const tests = fileURLToPath(new URL('../../out/test/bench/stories.js', import.meta.url));
  return measureInHost({ tests }, MARK, (workspace) => writeStories(join(workspace, 'bank', 'stories'), count));
}

/** No two stories have a sentence in common, as with people's own. @param {string} folder @param {number} count */
async function writeStories(folder, count) {
  const text = await readFile(join(root, 'media', 'sample', 'stories', 'half-an-hour-of-stale-prices.md'), 'utf8');
  await mkdir(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    const own = text.replaceAll('Half an hour of stale prices', `Story ${i}`).replaceAll(/\.(?=\s)/g, ` in case ${i}.`);
    await writeFile(join(folder, `story-${i}.md`), own);
  }
}
