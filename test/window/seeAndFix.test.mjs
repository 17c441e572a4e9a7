// @ts-check
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { until } from './until.mjs';
import { useWindow } from './useWindow.mjs';

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
  /** How many squiggles there are once the story is as it was. */
  let others = 0;

  /** Saves, and waits until this is what was written. @param {string} text */
  async function saves(text) {
    await window.press('Control+s');
    await window.waitForFile(FILE, (written) => written === text);
  }

  before('open a story', async () => {
    await writeFile(join(window.workspace, FILE), STORY);
    await window.quickOpen(FILE);
    await window.waitFor('editor', /words · \d+%/);
    await window.page.locator('.part.editor .squiggly-info').first().waitFor();
    // Findings come all at once.
    others = (await window.squiggles()) - 1;
  });

  it('shows figures above the parts and in the status bar, and a click on these leads to the parts', async () => {
    await window.waitFor('editor', /words · \d+% · \d:\d\d spoken/);
    await window.page
      .locator('.part.statusbar')
      .getByText(/\d:\d\d · I \d+ : we \d+/)
      .click();
    await window.quickInput.waitFor('Learning');
    await window.screenshot('see parts');
    await window.quickInput.choose('Result');
    await window.waitFor('statusBar', 'Ln 11,');
  });

  it('cures a sentence from the menu of fixes, and the squiggle is gone', async () => {
    await window.goTo(ACTION, 5);
    await window.chooseFix('say "I"');
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
    await window.goTo(ACTION, 5);
    await window.chooseFix('Ignore vague-we here');
    await line('starl-ignore vague-we: reason').waitFor();
    await window.type('it was a vote');
    await window.waitForSquiggles(others);
    await saves(STORY.replace(BAD, `<!-- starl-ignore vague-we: it was a vote -->\n${BAD}`));
    await window.press('Escape');
    await until(async () => {
      if (!(await line('starl-ignore').isVisible())) return true;
      await window.press('Control+z');
      await window.nextFrame();
    }, 'it is not undone');
  });

  it('says nothing about the sentence being typed, and speaks when the cursor has left it', async () => {
    await window.goTo(ACTION, BAD.length + GOOD.length + 2);
    await window.waitForSquiggles(others + 1);
    await window.type(' We convinced the office');
    const until = Date.now() + 1500;
    while (Date.now() < until) {
      assert.ok((await window.squiggles()) <= others + 1, 'it speaks of what is being typed');
      await window.page.waitForTimeout(100);
    }
    await window.press('ArrowUp');
    await window.waitForSquiggles(others + 2);
  });

  for (const theme of /** @type {const} */ (['light', 'dark', 'high-contrast'])) {
    it(`is pictured in the ${theme} theme`, async () => {
      await window.setTheme(theme);
      await window.goTo(ACTION, 5);
      await window.screenshot(`see ${theme}`);
      await window.showHover('What an interviewer hears');
      await window.screenshot(`see hover ${theme}`);
      await window.press('Escape', 'Escape');
      await window.openFixes('Ignore vague-we here');
      await window.screenshot(`see menu ${theme}`);
      await window.press('Escape');
      await window.focusEditor();
    });
  }

  it('says in the language status how the file stands', async () => {
    await window.waitForLanguageStatus(/Starl: \d+ finding/);
    await window.screenshot('see language status');
  });

  it('asks which rule to explain where nothing is found, and says so', async () => {
    await window.goTo(ACTION, BAD.length + 3);
    await window.runCommand('Starl: Explain This Rule Here');
    await window.quickInput.waitFor('Blame');
    await window.quickInput.waitFor('Nothing is found at the cursor');
    await window.quickInput.dismiss();
  });

  it('opens the page of the rule from the hover', async () => {
    await window.goTo(ACTION, 5);
    await window.showHover('What an interviewer hears');
    await window.page.locator('.monaco-hover a', { hasText: 'More about' }).click();
    await window.page.locator('.tab.active', { hasText: 'vague-we.md' }).waitFor();
    await window.webview('h1');
    await window.screenshot('see rule page');
  });
});
