// @ts-check
import assert from 'node:assert/strict';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { until } from './until.mjs';
import { useWindow } from './useWindow.mjs';

const DRAFT = 'stories/the-login-move-that-slipped.md';
const [OLD, NEW] = ['The login move that slipped', 'A login move I stopped'];
/** After which the keys are pressed again, in ms. */
const SHORT = 5_000;

describe('Undo in the window', () => {
  const window = useWindow({ settings: { 'files.autoSave': 'off' }, size: { width: 1200, height: 900 } });
  const stories = window.view('Stories');
  /** @param {string[]} paths */
  const texts = (paths) => Promise.all(paths.map((path) => window.read(path)));

  before('name the story in other files', async () => {
    await appendFile(join(window.workspace, 'starl.yaml'), `rounds:\n  - { title: Panel, stories: [${OLD}] }\n`);
    await writeFile(
      join(window.workspace, 'mocks.yaml'),
      `mocks:\n  - { date: 2026-03-01, kind: behavioral, stories: [${OLD}] }\n`,
    );
    await window.page.locator('.activitybar [aria-label^="Starl"]').first().click();
    await stories.row(OLD).waitFor();
  });

  /**
   * Presses Undo in the editor in front, says yes where VS Code asks whether it is to go for all files, and saves them.
   * @param {string[]} paths @param {string[]} original what they are to hold then
   */
  const undo = async (paths, original) => {
    const yes = window.page.locator('.monaco-dialog-box').getByRole('button', { name: /^Undo in \d+ Files/ });
    // VS Code opens a tab for each file with unsaved edits, a moment after them.
    const unsaved = () => window.page.locator('.tab.dirty').count();
    await until(async () => {
      await window.focusEditor();
      await window.press('Control+z');
      return until(async () => (await yes.isVisible()) || (await unsaved()) > 0, '', SHORT).catch(() => false);
    }, 'nothing is undone');
    if (await yes.isVisible()) await yes.click();
    await until(async () => (await unsaved()) === paths.length, 'it is not undone in all files');
    await until(async () => {
      await window.runCommand('File: Save All Files');
      return until(async () => (await unsaved()) === 0, '', SHORT).catch(() => false);
    }, 'not all files are saved');
    for (const [index, path] of paths.entries()) await window.waitForFile(path, (text) => text === original[index]);
  };

  it('takes back at once that a story was renamed in three files', async () => {
    const paths = [DRAFT, 'starl.yaml', 'mocks.yaml'];
    const original = await texts(paths);
    assert.ok(original.every((text) => text.includes(OLD)));
    await window.quickOpen(DRAFT);
    await stories.goTo(OLD);
    await window.press('F2');
    await window.quickInput.answer('Rename Story', NEW);
    const isRenamed = async () => {
      for (const path of paths) await window.waitForFile(path, (text) => text.includes(NEW) && !text.includes(OLD));
    };
    await isRenamed();
    await window.quickOpen(DRAFT);
    await undo(paths, original);
    await stories.row(OLD).waitFor();
    await window.runCommand('Notifications: Clear All Notifications');
    await stories.goTo(OLD);
    await window.press('F2');
    await window.quickInput.answer('Rename Story', NEW);
    await isRenamed();
    // A message that pops up may be gone by now.
    await window.runCommand('Notifications: Show Notifications');
    await window.page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: `“${OLD}” is now “${NEW}”, also in starl.yaml and mocks.yaml.` })
      .getByRole('button', { name: 'Undo' })
      .click();
    for (const [index, path] of paths.entries()) await window.waitForFile(path, (text) => text === original[index]);
    await stories.row(OLD).waitFor();
    await window.runCommand('Notifications: Clear All Notifications');
  });

  it('takes back at once that the profile was switched, checklist and all', async () => {
    const paths = ['starl.yaml', 'prep.md'];
    const original = await texts(paths);
    await window.quickOpen('prep.md');
    await window.runCommand('Starl: Switch Profile...');
    await window.quickInput.choose('General');
    await window.quickInput.waitFor('Keep all');
    await window.screenshot('switch profile');
    const takeAway = window.page.locator('.quick-input-list .label-name').filter({ hasText: /^Take away \d+ that/ });
    await window.quickInput.choose((await takeAway.first().innerText()).trim(), 'Take away');
    await window.waitForFile('starl.yaml', (text) => text.includes('profile: general'));
    await window.waitForFile('prep.md', (text) => text.startsWith('# Preparation: General'));
    assert.ok((await window.read('prep.md')).length < (original[1] ?? '').length);
    // A message that pops up may be gone by now.
    await window.runCommand('Notifications: Show Notifications');
    await window.page
      .locator('.notifications-center')
      .filter({ hasText: /reworded, \d+ taken away/ })
      .waitFor();
    await window.screenshot('switched profile');
    await window.runCommand('Notifications: Clear All Notifications');
    await undo(paths, original);
  });
});
