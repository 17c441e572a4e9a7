// @ts-check
// Draws media/icon.png, which the manifest names, from media/icon.svg, which people edit.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { openBrowser } from './browser.mjs';
import { root } from './pins.mjs';

const SIZE = 256;

/** Writes the icon anew. */
export async function drawIcon() {
  const svg = await readFile(join(root, 'media', 'icon.svg'), 'utf8');
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    const drawn = await page.screenshot({ omitBackground: true });
    await writeFile(join(root, 'media', 'icon.png'), packed(drawn));
  } finally {
    await browser.close();
  }
}

/** The same picture in fewer bytes: flat areas compress better without the filters that Chromium puts before them. @param {Buffer} drawn */
function packed(drawn) {
  return PNG.sync.write(PNG.sync.read(drawn), { filterType: 0, deflateLevel: 9, deflateStrategy: 0 });
}
