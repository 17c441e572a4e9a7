// @ts-check
// Draws media/icon.png, which the manifest names, from media/icon.svg, which people edit.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
    await page.screenshot({ path: join(root, 'media', 'icon.png'), omitBackground: true });
  } finally {
    await browser.close();
  }
}
