// @ts-check
import { describe, it } from 'mocha';
import { vsix } from '../vscode/package.mjs';
import { draft } from '../vscode/workspace.mjs';
import { until } from '../window/until.mjs';
import { useWindow } from '../window/window.mjs';

for (const [host, kind] of /** @type {const} */ ([
  ['Node', 'workspace'],
  ['web', 'web'],
])) {
  describe(`the extension, disabled and enabled again, in the ${host} host`, () => {
    const window = useWindow({ vsix, settings: { 'remote.extensionKind': { 'starl.starl': [kind] } } });
    const icon = () => window.page.locator('.part.activitybar [aria-label^="Starl"]').first();
    /** How often the palette offers a command. */
    const offers = async () => {
      await window.press('F1');
      await window.quickInput.type('>Starl: New Story');
      const rows = window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Starl: New Story' });
      const count = await rows.count();
      await window.quickInput.dismiss();
      return count;
    };

    it('leaves nothing behind, and comes back once', async () => {
      await window.quickOpen(draft);
      await window.waitFor('statusBar', /I \d+ : we \d+/);
      await until(async () => (await window.squiggles()) > 0, 'nothing is found');
      const found = await window.squiggles();

      await window.runCommand('Extensions: Disable All Installed Extensions');
      await window.runCommand('Developer: Restart Extension Host');
      await icon().waitFor({ state: 'hidden' });
      await window.waitForSquiggles(0);
      await until(async () => (await offers()) === 0, 'a command is left');
      await window.waitUntilGone('statusBar', /I \d+ : we \d+/);

      await window.runCommand('Extensions: Enable All Extensions');
      await icon().waitFor();
      await window.waitFor('statusBar', /I \d+ : we \d+/);
      await window.waitForSquiggles(found);
      await until(async () => (await offers()) === 1, 'the command is not there once');
    });
  });
}
