// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { useWindow } from './window.mjs';

/** @param {number} days from today */
function day(days) {
  const now = new Date();
  const local = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + days));
  return local.toISOString().slice(0, 10);
}

describe('practice in the window', () => {
  const window = useWindow();

  /** @param {string} text */
  const rows = (text) => window.page.locator('.part.sidebar .monaco-list-row').filter({ hasText: text });
  /** @param {string} text */
  const row = (text) => rows(text).first();
  /** @param {string} prompt @param {string} [answer] */
  const answer = async (prompt, answer) => {
    const asked = window.page.locator('.quick-input-widget').filter({ hasText: prompt, visible: true });
    await asked
      .or(window.page.locator(`.quick-input-widget input[placeholder^="${prompt}"]`))
      .first()
      .waitFor();
    if (answer !== undefined)
      await window.page
        .locator('.quick-input-widget input[type="text"]')
        .filter({ visible: true })
        .first()
        .fill(answer);
    await window.press('Enter');
  };
  /** @param {string} path @param {(text: string) => boolean} is */
  const waitForFile = async (path, is) => {
    const end = Date.now() + 20_000;
    for (let text = ''; !is(text); ) {
      assert.ok(Date.now() < end, text);
      await window.page.waitForTimeout(50);
      text = await window.read(path).catch(() => '');
    }
  };

  /** Rows that are out of sight are not there to be found. @param {string} text @param {string} figures */
  const goTo = async (text, figures) => {
    const wanted = rows(text).filter({ hasText: figures }).first();
    const end = Date.now() + 20_000;
    while (!(await wanted.isVisible())) {
      assert.ok(Date.now() < end, `no row ${text}, ${figures}`);
      await window.press('End');
      for (let up = 0; up < 12 && !(await wanted.isVisible()); up++) {
        await window.press('ArrowUp');
        await window.page.waitForTimeout(50);
      }
    }
  };

  it('makes a plan up to the day that it asks for, and keeps that day', async () => {
    await window.runCommand('Starl: Make Plan');
    await answer('On which day is the interview?', day(9));
    await row('Interview in 9 days').waitFor({ timeout: 60_000 });
    await waitForFile('starl.yaml', (text) => text.includes(`\ninterview: ${day(9)}\n`));
    await waitForFile('plan.md', (text) => text.includes(`- [ ] ${day(0)} `) && text.includes(`- [ ] ${day(8)} `));
    await window.page.locator('.tab.active[data-resource-name="plan.md"]').waitFor();
  });

  it('ticks an item of today with the keyboard', async () => {
    await window.runCommand('Starl: Focus on Practice View');
    await row('Today').waitFor();
    for (const key of ['Home', 'ArrowDown', 'ArrowDown']) await window.press(key);
    await window.press('Space');
    await waitForFile('plan.md', (text) => text.includes(`- [x] ${day(0)} `));
    await row('Today').filter({ hasText: '1 of' }).waitFor();
  });

  it('logs a mock step by step', async () => {
    await window.runCommand('Starl: Log a Mock');
    await answer('What was practised?', 'panel');
    await answer('On which day?');
    await answer('How many minutes?', '45');
    await answer('Scores from 1 to 5', 'clarity 6');
    await answer('A score is from 1 to 5', 'clarity 3, ownership 4');
    await answer('What will you do differently', 'Say the number first');
    await answer('Which stories did you tell?');
    await waitForFile('mocks.yaml', (text) => text.includes('scores: { clarity: 3, ownership: 4 }'));
    assert.match(await window.read('mocks.yaml'), /kind: panel\n {4}minutes: 45\n/);
    await goTo('Mock log', '1 mock, 45 min');
  });

  it('adds a round that is reported', async () => {
    await window.runCommand('Starl: Add Round');
    await answer('Which round?');
    await answer('On which day?', day(9));
    await answer('What does it test?');
    await answer('Which stories are meant for it?');
    await waitForFile('starl.yaml', (text) => /\nrounds:\n {2}- title: .+\n {4}date: /.test(text));
    await window.page.locator('.tab.active[data-resource-name="starl.yaml"]').waitFor();
    const written =
      (await window.read('starl.yaml')).split('\n').findIndex((line) => line.startsWith('  - title: ')) + 1;
    await window.waitFor('statusBar', `Ln ${written},`);
    await window.runCommand('Starl: Focus on Practice View');
    await goTo('Rounds', 'next in 9 days');
    for (const theme of /** @type {const} */ (['light', 'dark', 'high-contrast'])) {
      await window.setTheme(theme);
      await window.screenshot(`practice ${theme}`);
    }
  });
});
