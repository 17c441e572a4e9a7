// @ts-check
import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { vsix } from '../vscode/package.mjs';
import { draft } from '../vscode/workspace.mjs';
import { until } from '../window/until.mjs';
import { useWindow } from '../window/useWindow.mjs';

/** A command of an extension that comes with VS Code, and one of Starl's: commands of all extensions come at once. */
const BUILT_IN = 'Markdown: Open Preview to the Side';
const OURS = 'Starl: Make Plan';
/** What the status bar says of a story. */
const RATIO = /I \d+ : we \d+/;

for (const [host, kind] of /** @type {const} */ ([
  ['Node', 'workspace'],
  ['web', 'web'],
])) {
  describe(`the extension, disabled and enabled again, in the ${host} host`, () => {
    const window = useWindow({ vsix, settings: { 'remote.extensionKind': { 'starl.starl': [kind] } } });
    const icon = () => window.page.locator('.part.activitybar [aria-label^="Starl"]').filter({ visible: true });
    /** @type {string[]} */
    const errors = [];

    before('listen for what nobody catches', () => {
      window.page.on('console', (message) => {
        if (message.type() === 'error' && message.text().startsWith('[starl.starl]')) errors.push(message.text());
      });
    });

    /** Until the commands of extensions are as they should be. @param {boolean} isOurs whether Starl's are there */
    const waitForCommands = (isOurs) =>
      until(
        async () => (await window.offers(BUILT_IN)) && (await window.offers(OURS)) === isOurs,
        `“${OURS}” is ${isOurs ? 'not ' : ''}there`,
      );
    /** @param {string} command that disables or enables @param {boolean} isOurs whether Starl is there then */
    const change = (command, isOurs) =>
      until(async () => {
        await window.runCommand(command);
        await window.reload();
        // What was chosen may not have been stored before the window went.
        await until(() => window.offers(BUILT_IN), 'no commands come');
        return (await icon().count()) > 0 === isOurs;
      }, `“${command}” does not take effect`);

    it('leaves nothing behind, and comes back once', async function () {
      this.timeout(300_000);
      const text = await window.read(draft);
      await window.quickOpen(draft);
      await window.waitFor('statusBar', RATIO);
      await until(async () => (await window.squiggles()) > 0, 'nothing is found');
      const found = await window.squiggles();

      await change('Extensions: Disable All Installed Extensions', false);
      await window.quickOpen(draft);
      await waitForCommands(false);
      await window.waitForSquiggles(0);
      await window.waitUntilGone('statusBar', RATIO);

      await change('Extensions: Enable All Extensions', true);
      await waitForCommands(true);
      await window.quickOpen(draft);
      await window.waitFor('statusBar', RATIO);
      await window.waitForSquiggles(found);
      assert.equal(await window.read(draft), text);
      assert.deepEqual(errors, []);
    });
  });
}
