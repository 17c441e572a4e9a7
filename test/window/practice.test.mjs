// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { useWindow } from './useWindow.mjs';

/** @param {number} days from today */
function day(days) {
  const now = new Date();
  const local = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + days));
  return local.toISOString().slice(0, 10);
}

describe('practice in the window', () => {
  const window = useWindow();

  const view = window.view('Practice');
  const answer = window.quickInput.answer.bind(window.quickInput);
  it('makes a plan up to the day that it asks for, and keeps that day', async () => {
    await window.runCommand('Starl: Make Plan');
    await answer('On which day is the interview?', day(9));
    await view.row('Interview in 9 days').waitFor();
    await window.waitForFile('starl.yaml', (text) => text.includes(`\ninterview: ${day(9)}\n`));
    await window.waitForFile(
      'plan.md',
      (text) => text.includes(`- [ ] ${day(0)} `) && text.includes(`- [ ] ${day(8)} `),
    );
    await window.page.locator('.tab.active[data-resource-name="plan.md"]').waitFor();
  });

  it('ticks an item of today with the keyboard', async () => {
    await view.goTo('Today');
    await view.goDown();
    await window.press('Space');
    await window.waitForFile('plan.md', (text) => text.includes(`- [x] ${day(0)} `));
    await view.row('Today').filter({ hasText: '1 of' }).waitFor();
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
    await window.waitForFile('mocks.yaml', (text) => text.includes('scores: { clarity: 3, ownership: 4 }'));
    assert.match(await window.read('mocks.yaml'), /kind: panel\n {4}minutes: 45\n/);
    await view.goTo(/Mock log.*1 mock, 45 min/);
  });

  it('adds a round that is reported', async () => {
    await window.runCommand('Starl: Add Round');
    await answer('Which round?');
    await answer('On which day?', day(9));
    await answer('What does it test?');
    await answer('Which stories are meant for it?');
    await window.waitForFile('starl.yaml', (text) => /\nrounds:\n {2}- title: .+\n {4}date: /.test(text));
    await window.page.locator('.tab.active[data-resource-name="starl.yaml"]').waitFor();
    const written =
      (await window.read('starl.yaml')).split('\n').findIndex((line) => line.startsWith('  - title: ')) + 1;
    await window.waitFor('statusBar', `Ln ${written},`);
    await view.goTo(/Rounds.*next in 9 days/);
    for (const theme of /** @type {const} */ (['light', 'dark', 'high-contrast'])) {
      await window.setTheme(theme);
      await window.screenshot(`practice ${theme}`);
    }
  });
});
