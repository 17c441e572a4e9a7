// @ts-check
// Draws the icon, and takes the README's pictures from the real window, each in a light and a dark theme.
// Arguments: the names of the scenes to take; all of them unless given.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Window } from '../window/window.mjs';
import { main, Problem, run, step } from './command.mjs';
import { get } from './get.mjs';
import { drawIcon } from './icon.mjs';
import { newest, root } from './pins.mjs';
import { scenes } from './scenes.mjs';

const folder = join(root, 'media', 'readme');

/** Only what the pictures are about. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'window.title': 'Starl',
  'workbench.layoutControl.enabled': false,
};

main(async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !(name in scenes));
  if (unknown) throw new Problem(`No scene ${unknown}: choose from ${Object.keys(scenes).join(', ')}.`);
  await get({ versions: [newest] });
  await run('npm', ['run', 'build', '--silent'], { cwd: root, advice: 'correct what it names above.' });
  await mkdir(folder, { recursive: true });
  await drawIcon();
  for (const name of names.length > 0 ? names : Object.keys(scenes)) {
    await step(`Taking ${name}`, '20 seconds', () => take(name));
  }
});

/** @param {string} name */
async function take(name) {
  const scene = scenes[name];
  if (!scene) return;
  const [width, height] = scene.size;
  const window = new Window({ settings, size: { width, height } });
  try {
    await window.open();
    await scene.prepare(window);
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      await window.setTheme(theme);
      await window.page.waitForTimeout(1000);
      await window.page.screenshot({ path: join(folder, `${name}-${theme}.png`), animations: 'disabled' });
    }
  } finally {
    await window.close();
  }
}
