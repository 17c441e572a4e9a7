// @ts-check
import assert from 'node:assert/strict';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { useWindow } from './window.mjs';

const list = `# Preparation

## Stories

- [ ] Tell a failure
  - Sources: 000

- [ ] Tell a conflict

## Mocks

- [x] Find a partner
`;

describe('the checklist in the window', () => {
  const window = useWindow({ settings: { 'files.autoSave': 'off' } });

  /** @param {string} text */
  const row = (text) => window.page.locator('.part.sidebar .monaco-list-row').filter({ hasText: text });
  /** @param {string} text */
  const focused = (text) => row(text).and(window.page.locator('.focused'));
  /** @param {string} text */
  const box = (text) => row(text).getByRole('checkbox');
  /** @param {string} text @param {boolean} checked */
  const waitForBox = (text, checked) =>
    box(text)
      .and(window.page.locator(`[aria-checked="${checked}"]`))
      .waitFor();
  /** @param {() => Promise<void>} wait */
  const timed = async (wait) => {
    const start = Date.now();
    await wait();
    return Date.now() - start;
  };
  /** @param {string} text */
  const write = (text) => writeFile(join(window.workspace, 'prep.md'), text);

  /** @param {(text: string) => boolean} is */
  const waitForFile = async (is) => {
    const end = Date.now() + 10_000;
    while (!is(await window.read('prep.md'))) {
      assert.ok(Date.now() < end, await window.read('prep.md'));
      await window.page.waitForTimeout(20);
    }
  };

  before('open the view', async () => {
    await write(list);
    // The badge needs no view to be opened first.
    await window.page
      .locator('.activitybar [aria-label^="Starl"]')
      .first()
      .locator('xpath=..')
      .getByText('2', { exact: true })
      .waitFor();
    await window.page.locator('.activitybar [aria-label^="Starl"]').first().click();
    await row('Tell a failure').waitFor({ timeout: 60_000 });
  });

  it('shows the groups with their counts, and the sum', async () => {
    await row('Stories').filter({ hasText: '0 of 2' }).waitFor();
    await row('Mocks').filter({ hasText: '1 of 1' }).waitFor();
    await window.waitFor('sidebar', '1 of 3 done');
  });

  it('ticks a box with the mouse: one character of the file changes', async () => {
    await box('Tell a failure').click();
    await waitForFile((text) => text !== list);
    assert.equal(await window.read('prep.md'), list.replace('[ ] Tell a failure', '[x] Tell a failure'));
    await row('Stories').filter({ hasText: '1 of 2' }).waitFor();
    await window.waitFor('sidebar', '2 of 3 done');
  });

  it('ticks and unticks a box with the keyboard', async () => {
    await window.runCommand('Starl: Focus on Checklist View');
    for (const [key, text] of Object.entries({ Home: 'Stories', ArrowDown: 'Tell a failure' })) {
      await window.press(key);
      await focused(text).waitFor();
    }
    await window.press('ArrowDown');
    await focused('Tell a conflict').waitFor();
    await window.press('Space');
    await waitForFile((text) => text.includes('[x] Tell a conflict'));
    await waitForBox('Tell a conflict', true);
    await window.press('Space');
    await waitForFile((text) => text.includes('[ ] Tell a conflict'));
    await waitForBox('Tell a conflict', false);
  });

  it('opens an item at its line, and follows what is typed there within a second', async () => {
    await row('Tell a conflict').locator('.monaco-icon-label').click();
    await window.page.locator('.tab.active[data-resource-name="prep.md"]').waitFor();
    await window.waitFor('statusBar', 'Ln 8, Col 1');
    await window.page.locator('.editor-group-container.active .view-lines').click();
    await window.goTo(8, 4);
    const times = [];
    for (const mark of ['x', ' ', 'x']) {
      await window.press('Shift+ArrowRight');
      await window.type(mark);
      await window.waitFor('editor', `- [${mark}] Tell a conflict`);
      times.push(await timed(() => waitForBox('Tell a conflict', mark === 'x')));
      await window.press('ArrowLeft');
    }
    // What else the machine is doing may slow down one of them.
    assert.ok(Math.min(...times) < 1_000, `it took ${times} ms`);
    assert.ok((await window.read('prep.md')).includes('[ ] Tell a conflict'), 'the file is not saved yet');
  });

  it('ticks in the editor where there are unsaved edits, and leaves saving to the user', async () => {
    await box('Tell a failure').click();
    await window.waitFor('editor', '- [ ] Tell a failure');
    await waitForBox('Tell a failure', false);
    assert.ok((await window.read('prep.md')).includes('[x] Tell a failure'), 'the file is not saved yet');
    await window.page.locator('.editor-group-container.active .view-lines').click();
    await window.press('Control+s');
    await waitForFile((text) => text.includes('[ ] Tell a failure') && text.includes('[x] Tell a conflict'));
    await window.page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
  });

  it('follows what is written outside within a second', async () => {
    const times = [];
    for (const mark of ['X', ' ', 'x']) {
      await write(list.replace('[ ] Tell a failure', `[${mark}] Tell a failure`));
      times.push(await timed(() => waitForBox('Tell a failure', mark !== ' ')));
    }
    assert.ok(Math.min(...times) < 1_000, `it took ${times} ms`);
    await waitForBox('Tell a conflict', false);
  });

  for (const theme of /** @type {const} */ (['light', 'dark', 'high-contrast'])) {
    it(`is readable in the ${theme} theme`, async () => {
      await window.setTheme(theme);
      await window.screenshot(`checklist ${theme}`);
    });
  }

  it('hides what is done', async () => {
    await window.runCommand('Starl: Hide Done Checklist Items');
    await row('Tell a failure').waitFor({ state: 'hidden' });
    await row('Mocks').waitFor({ state: 'hidden' });
    await window.waitFor('sidebar', '2 of 3 done; what is done is hidden');
    await window.screenshot('checklist done hidden');
    await window.runCommand('Starl: Show Done Checklist Items');
    await row('Tell a failure').waitFor();
  });

  it('adds an item to a group', async () => {
    await window.runCommand('Starl: Add Checklist Item...');
    await window.waitFor('quickInput', 'Mocks');
    await window.press('Enter');
    await window.waitFor('quickInput', 'Something to do before the interview');
    await window.type('Tell a <!-- story');
    await window.press('Enter');
    await waitForFile((text) => text.includes('- [ ] Tell a conflict\n\n- [ ] Tell a <!-- story\n\n## Mocks'));
    await row('Tell a <!-- story').waitFor();
  });

  it('shows a merge conflict, and leaves the file alone', async () => {
    const conflict = list.replace(
      '- [ ] Tell a conflict',
      '<<<<<<< HEAD\n- [x] Tell a conflict\n=======\n- [ ] Tell it\n>>>>>>> theirs',
    );
    await write(conflict);
    await row('Merge conflict').filter({ hasText: 'prep.md, line 8' }).waitFor();
    await window.screenshot('checklist conflict');
    await row('Merge conflict').click();
    await window.waitFor('statusBar', 'Ln 8, Col 1');
    assert.equal(await window.read('prep.md'), conflict);
  });

  it('offers to set a preparation up where there is none', async () => {
    await rename(join(window.workspace, 'prep.md'), join(window.workspace, 'old.md'));
    await row('Merge conflict').waitFor({ state: 'hidden' });
    const welcome = window.page
      .locator('.part.sidebar .welcome-view-content')
      .getByRole('button', { name: 'Set Up Preparation' });
    await welcome.waitFor();
    await window.screenshot('checklist welcome');
    await welcome.click();
    await window.waitFor('quickInput', 'Netflix PMM');
    await window.screenshot('set up');
    await window.press('Enter');
    await row('Know the process').filter({ hasText: '0 of 7' }).waitFor();
    assert.match(await window.read('prep.md'), /^# Preparation: Netflix TPM\n/);
    await window.screenshot('checklist of the profile');
    await window.runCommand('Notifications: Show Notifications');
    await window.page
      .locator('.notifications-center')
      .filter({ hasText: 'Left as it was, since it is there already: starl.yaml.' })
      .waitFor();
  });
});
