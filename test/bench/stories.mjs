// @ts-check
// `npm run bench:stories`: how long the view "Stories" takes to show the first rows, all of them, and what the judge says of each, how
// long an edit takes to get there, and how much memory a story takes, with 10 stories and with 500, in the real VS Code.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../vscode/command.mjs';
import { get } from '../vscode/get.mjs';
import { newest, root } from '../vscode/pins.mjs';
import { startWorkbench } from '../vscode/workbench.mjs';
import { measureInHost } from './hostRun.mjs';

const FEW = 10;
const MANY = 500;
const MARK = 'STORIES ';

main(async () => {
  await get({ versions: [newest] });
  /** @type {Record<string, Record<string, number>>} */
  const rows = {};
  for (const count of [FEW, MANY]) {
    rows[`${count} stories`] = { ...(await measure(count)), 'seen after a click': await measureWindow(count) };
  }
  console.log('Milliseconds, and memory in kB:');
  console.table(rows);
  const [few, many] = Object.values(rows).map(({ kB = 0 }) => kB);
  console.log(`Memory: ${(((many ?? 0) - (few ?? 0)) / (MANY - FEW)).toFixed(1)} kB a story.`);
});

/** In the extension host. @param {number} count */
function measure(count) {
  const tests = fileURLToPath(new URL('../../out/test/bench/stories.js', import.meta.url));
  return measureInHost({ tests }, MARK, (workspace) => writeStories(join(workspace, 'bank', 'stories'), count));
}

/** From the click on Starl's icon to the first story on the screen, the loading of Starl included. @param {number} count */
async function measureWindow(count) {
  const { page, workspace, open, close } = await startWorkbench({ size: { width: 1200, height: 1200 } });
  try {
    await writeStories(join(workspace, 'stories'), count);
    await open();
    const icon = page.locator('.part.activitybar [aria-label^="Starl"]').first();
    await icon.waitFor({ timeout: 60_000 });
    // VS Code is busy for a while after it has opened.
    await page.waitForTimeout(4000);
    const begun = performance.now();
    await icon.click();
    await page
      .locator('.part.sidebar .monaco-list-row')
      .filter({ hasText: /Story \d/ })
      .first()
      .waitFor();
    return Math.round(performance.now() - begun);
  } finally {
    await close();
  }
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
