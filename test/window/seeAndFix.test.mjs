// @ts-check
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { useWindow } from './window.mjs';

const FILE = 'stories/cranes.md';
const ACTION = 9;
const BAD = 'We decided to rewrite the scheduler.';
const GOOD = 'I moved the scanners.';
const STORY = `# The cranes

## Situation

The port had 41 cranes, and the yard stood still for two hours a day.

## Action

${BAD} ${GOOD}

## Result

Ships waited 40% less.

## Learning

I now ask for the yard's plan first, and have done so in two moves since.
`;

describe('seeing and fixing, by keyboard', () => {
  const window = useWindow();
  /** What the editor shows of a line. @param {string} text */
  const line = (text) => window.page.locator('.part.editor .view-line').filter({ hasText: text });
  const marked = () => window.page.locator('.part.editor .squiggly-info').count();
  /** How many squiggles there are once the story is as it was. */
  let others = 0;

  /** Saves, and waits until this is what was written. @param {string} text */
  async function saves(text) {
    await window.press('Control+s');
    for (const end = Date.now() + 5000; Date.now() < end; await window.page.waitForTimeout(100)) {
      if ((await window.read(FILE)) === text) return;
    }
    assert.equal(await window.read(FILE), text);
  }

  /** Goes to a place in the action and waits until the editor has the focus again. @param {number} column */
  async function goToAction(column) {
    await window.goTo(ACTION, column);
    await window.waitFor('statusBar', `Ln ${ACTION}, Col ${column}`);
    await window.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  before('open a story', async () => {
    await writeFile(join(window.workspace, FILE), STORY);
    await window.quickOpen(FILE);
    await window.waitFor('editor', /words · \d+%/);
    await window.page.locator('.part.editor .squiggly-info').first().waitFor();
    others = (await marked()) - 1;
  });

  it('shows figures above the parts and in the status bar, and a click on these leads to the parts', async () => {
    await window.waitFor('editor', /words · \d+% · \d:\d\d spoken/);
    await window.page
      .locator('.part.statusbar')
      .getByText(/\d:\d\d · I \d+ : we \d+/)
      .click();
    await window.waitFor('quickInput', 'Learning');
    await window.screenshot('see parts');
    await window.type('Resu');
    await window.press('Enter');
    await window.waitFor('statusBar', 'Ln 11');
  });

  it('cures a sentence from the menu of fixes, and the squiggle is gone', async () => {
    await goToAction(5);
    await window.press('Control+.');
    await window.waitFor('menu', 'say "I"');
    await window.press('Enter');
    await line('I decided to rewrite the scheduler.').waitFor();
    await window.waitForSquiggles(others);
    await saves(STORY.replace('We decided', 'I decided'));
  });

  it('brings it back when the fix is undone', async () => {
    await window.press('Control+z');
    await window.waitForSquiggles(others + 1);
    await saves(STORY);
  });

  it('ignores a sentence, with the cursor where the reason goes', async () => {
    await goToAction(5);
    await window.press('Control+.');
    await window.waitFor('menu', 'Ignore vague-we here');
    const wanted = window.page.locator('.action-widget .monaco-list-row.focused', { hasText: 'Ignore vague-we here' });
    for (let row = 0; row < 10 && !(await wanted.isVisible()); row++) await window.press('ArrowDown');
    await window.press('Enter');
    await line('starl-ignore vague-we: reason').waitFor();
    await window.type('it was a vote');
    await window.waitForSquiggles(others);
    await saves(STORY.replace(BAD, `<!-- starl-ignore vague-we: it was a vote -->\n${BAD}`));
    await window.press('Escape');
    for (let step = 0; step < 10 && (await line('starl-ignore').isVisible()); step++) await window.press('Control+z');
    await line('starl-ignore').waitFor({ state: 'detached' });
  });

  it('says nothing about the sentence being typed, and speaks when the cursor has left it', async () => {
    await goToAction(BAD.length + GOOD.length + 2);
    await window.waitForSquiggles(others + 1);
    await window.type(' We convinced the office');
    const until = Date.now() + 1500;
    while (Date.now() < until) {
      assert.equal(await marked(), others + 1);
      await window.page.waitForTimeout(100);
    }
    await window.press('ArrowUp');
    await window.waitForSquiggles(others + 2);
  });

  for (const theme of /** @type {const} */ (['light', 'dark', 'high-contrast'])) {
    it(`is readable in the ${theme} theme`, async () => {
      await window.setTheme(theme);
      await goToAction(5);
      await window.screenshot(`see ${theme}`);
      await window.runCommand('Show or Focus Hover');
      await window.waitFor('hover', 'What an interviewer hears');
      await window.screenshot(`see hover ${theme}`);
      await window.press('Escape', 'Escape');
      await window.press('Control+.');
      await window.waitFor('menu', 'Ignore vague-we here');
      await window.screenshot(`see menu ${theme}`);
      await window.press('Escape');
    });
  }

  it('says in the language status how the file stands', async () => {
    await window.page.locator('.part.statusbar [id="status.languageStatus"]').hover();
    await window.waitFor('window', /Starl: \d+ finding/);
    await window.screenshot('see language status');
  });

  it('asks which rule to explain where nothing is found, and says so', async () => {
    await goToAction(BAD.length + 3);
    await window.runCommand('Starl: Explain This Rule Here');
    await window.waitFor('quickInput', 'Blame');
    assert.match(
      (await window.page.locator('.quick-input-widget input').first().getAttribute('placeholder')) ?? '',
      /^Nothing is found at the cursor/,
    );
    await window.press('Escape');
  });

  it('opens the page of the rule from the hover', async () => {
    await goToAction(5);
    await window.runCommand('Show or Focus Hover');
    await window.waitFor('hover', 'What an interviewer hears');
    await window.page.locator('.monaco-hover a', { hasText: 'More about' }).click();
    await window.page.locator('.tab.active', { hasText: 'vague-we.md' }).waitFor();
    await window.page.waitForTimeout(1000);
    await window.screenshot('see rule page');
  });
});
