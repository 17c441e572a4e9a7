// @ts-check
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { came, until } from './until.mjs';
import { useWindow } from './useWindow.mjs';

/** How long a message may take before it is looked for again, in ms. */
const SOON = 5_000;

describe('the cue sheet in the window', () => {
  const window = useWindow();
  const input = () => window.page.locator('.quick-input-widget input[type="text"]').filter({ visible: true });
  /** A message among all that there are: one that pops up may be gone by now. @param {string} text */
  const message = (text) =>
    window.page.locator('.notifications-center .notification-list-item').filter({ hasText: text });

  before('have terms that must not be told', async () => {
    const terms = 'confidential:\n  - { term: grocery delivery, say: household goods }\n  - 240 stores\n';
    await writeFile(join(window.workspace, 'starl.yaml'), `profile: netflix-tpm\n${terms}`);
  });

  /** Opens the list of messages. */
  async function showMessages() {
    await window.runCommand('Notifications: Show Notifications');
  }

  /** Exports the sheet into a file of the workspace, by the dialog that asks for one. @param {string} name */
  async function save(name) {
    await window.runCommand('Starl: Export Cue Sheet');
    await window.quickInput.waitFor('Export Cue Sheet');
    await until(async () => (await input().inputValue()).endsWith('/cue-sheet.html'), 'no file is proposed');
    const path = join(window.workspace, name);
    await input().fill(path);
    await until(async () => {
      if (!(await input().isVisible())) return true;
      // The dialog takes no key while it looks at the folder.
      if ((await input().inputValue()) === path) await input().press('Enter');
      return came(input().waitFor({ state: 'hidden', timeout: SOON }));
    }, 'the dialog stays');
    await showMessages();
    await message(`${name} is ready.`).first().waitFor();
  }

  /** @param {string} text */
  function isClear(text) {
    assert.match(text, /Half an hour of stale prices/);
    assert.match(text, /household goods/);
    assert.doesNotMatch(text, /grocery|240/);
  }

  it('is a page to print where a page is asked for', async () => {
    await save('cue-sheet.html');
    const page = await window.read('cue-sheet.html');
    isClear(page);
    assert.match(page, /^<!doctype html>/);
    await window.runCommand('Notifications: Clear All Notifications');
  });

  it('is Markdown by the name of the file, and opens', async () => {
    await save('sheet for me.md');
    const text = await window.read('sheet for me.md');
    isClear(text);
    assert.match(text, /^<!-- starl: off -->\n\n# Cue sheet\n/);
    await message('sheet for me.md is ready.').getByRole('button', { name: 'Open', exact: true }).click();
    await window.page.locator('.tab.active[data-resource-name="sheet for me.md"]').waitFor();
  });

  it('is refused where terms cannot be read, and nothing is asked for', async () => {
    await writeFile(join(window.workspace, 'starl.yaml'), 'confidential: [grocery delivery\n');
    await until(async () => {
      await window.runCommand('Starl: Export Cue Sheet');
      await showMessages();
      if (await came(message('No cue sheet was made, since starl.yaml has errors').first().waitFor({ timeout: SOON })))
        return true;
      // The change has not been heard of yet.
      await window.quickInput.dismiss();
    }, 'it is not refused');
  });
});
