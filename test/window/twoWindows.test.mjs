// @ts-check
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { until } from './until.mjs';
import { useWindow } from './useWindow.mjs';

const LIST = '# Preparation\n\n- [ ] Tell a failure\n\n- [ ] Tell a conflict\n\n- [x] Find a partner\n';
const TICKED = LIST.replace('[ ] Tell a failure', '[x] Tell a failure').replace(
  '[ ] Tell a conflict',
  '[x] Tell a conflict',
);

describe('two windows on one folder', () => {
  const first = useWindow();
  /** @type {import('./window.mjs').Window} */
  let second;
  const one = first.view('Checklist');
  /** @type {import('./view.mjs').View} */
  let other;
  /** @param {string} text */
  const waitForFile = (text) => first.waitForFile('prep.md', (now) => now === text);

  before('open the checklist in both', async function () {
    this.timeout(240_000);
    await writeFile(join(first.workspace, 'prep.md'), LIST);
    second = await first.another();
    other = second.view('Checklist');
    for (const view of [one, other]) {
      await view.focus();
      await view.row('Tell a failure').waitFor();
    }
  });

  it('follow each other, and keep what the other has ticked', async () => {
    await one.tick('Tell a failure', true);
    await other.waitForBox('Tell a failure', true);
    await other.tick('Tell a conflict', true);
    await one.waitForBox('Tell a conflict', true);
    await waitForFile(TICKED);
  });

  it('keep what both tick at the same moment', async () => {
    for (const done of [false, true]) {
      await Promise.all([one.tick('Tell a failure', done), other.tick('Tell a conflict', done)]);
      await waitForFile(done ? TICKED : LIST);
      for (const view of [one, other])
        for (const label of ['Tell a failure', 'Tell a conflict']) await view.waitForBox(label, done);
    }
  });

  it('leave the unsaved edits of the one alone while the other ticks', async () => {
    await first.quickOpen('prep.md');
    await first.type('Mine. ');
    await first.waitFor('editor', 'Mine. # Preparation');
    await other.tick('Find a partner', false);
    const theirs = TICKED.replace('[x] Find a partner', '[ ] Find a partner');
    await waitForFile(theirs);
    await first.waitFor('editor', 'Mine. # Preparation');
    await first.page.locator('.tab.active.dirty').waitFor();
    await one.waitForBox('Find a partner', true);
    assert.equal(await first.read('prep.md'), theirs);
    await first.runCommand('File: Revert File');
    await one.waitForBox('Find a partner', false);
    assert.equal(await first.read('prep.md'), theirs);
  });

  it('show the same story with the same findings, and each what the other saves', async () => {
    const story = 'stories/the-login-move-that-slipped.md';
    for (const window of [first, second]) await window.quickOpen(story);
    for (const window of [first, second]) await window.page.locator('.part.editor .squiggly-info').first().waitFor();
    await second.type('New. ');
    await second.press('Control+s');
    await first.waitFor('editor', 'New. ---');
    await second.page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
    await until(async () => (await first.squiggles()) === (await second.squiggles()), 'they show other findings');
  });
});
