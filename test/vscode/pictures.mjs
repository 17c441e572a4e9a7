// @ts-check
// Draws the icon, and takes the README's pictures from the real window, each in a light and a dark theme.
// Arguments: the names of the scenes to take; all of them unless given.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Window } from '../window/window.mjs';
import { main, Problem, step } from './command.mjs';
import { get } from './get.mjs';
import { drawIcon } from './icon.mjs';
import { packExtension, vsix } from './package.mjs';
import { newest, root } from './pins.mjs';
import { scenes } from './scenes.mjs';

const folder = join(root, 'media', 'readme');

/** @type {Record<string, string>} */
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/** Only what the pictures are about. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.stickyScroll.enabled': false,
  'window.title': 'Starl',
  'workbench.layoutControl.enabled': false,
};

main(async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !(name in scenes));
  if (unknown) throw new Problem(`No scene ${unknown}: choose from ${Object.keys(scenes).join(', ')}.`);
  await get({ versions: [newest] });
  await step('Packing the extension', '10 seconds', packExtension);
  await mkdir(folder, { recursive: true });
  await drawIcon();
  for (const theme of Object.keys(themes)) {
    await step(`Taking the ${theme} pictures`, '1 minute', () => take(theme, names));
  }
});

/** @param {string} theme @param {string[]} names */
async function take(theme, names) {
  const window = new Window({ vsix, settings: { ...settings, 'workbench.colorTheme': themes[theme] } });
  try {
    await window.open();
    for (const [name, { size, prepare }] of Object.entries(scenes)) {
      if (names.length > 0 && !names.includes(name)) continue;
      const [width, height] = size;
      await window.page.setViewportSize({ width, height });
      await prepare(window);
      await window.page.waitForTimeout(1500);
      await window.page.screenshot({ path: join(folder, `${name}-${theme}.png`), animations: 'disabled' });
      await window.press('Escape');
      await window.runCommand('View: Close All Editors');
    }
  } finally {
    await window.close();
  }
}
