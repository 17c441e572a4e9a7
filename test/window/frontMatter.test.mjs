// @ts-check
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { useWindow } from './useWindow.mjs';

const LIST = 'stories/a-list.md';

describe('completion in front matter in the window', () => {
  const window = useWindow({ settings: { 'files.autoSave': 'off' } });

  /** Waits until an id is offered. @param {string} id @param {string} [which] only the one that Enter takes */
  const offered = (id, which = '') =>
    window.page.locator(`.suggest-widget.visible .monaco-list-row${which}`).filter({ hasText: id }).first().waitFor();

  before('open a story, and wait until Starl answers', async () => {
    await writeFile(join(window.workspace, LIST), '---\nstarl: story\ncompetencies:\n  -\n---\n\n# A list\n');
    await window.quickOpen('stories/the-login-move-that-slipped.md');
    await window.waitFor('statusBar', /I \d+ : we \d+/);
  });

  it('opens as an id is typed between brackets', async () => {
    await window.goTo(5, 'questions: [missed-date'.length + 1);
    await window.type(', kil');
    await offered('killed-project', '.focused');
    await window.press('Enter');
    await window.waitFor('editor', 'missed-date, killed-project');
  });

  it('opens as an id is typed in a list', async () => {
    await window.quickOpen(LIST);
    await window.goTo(4, 4);
    await window.type(' judg');
    await offered('judgment', '.focused');
    await window.press('Enter');
    await window.waitFor('editor', '- judgment');
  });

  it('opens in a file that is begun, which nothing shows to be a story yet', async () => {
    await window.runCommand('File: New Untitled Text File');
    await window.runCommand('Change Language Mode');
    await window.quickInput.choose('Markdown');
    await window.page.locator('.part.statusbar').getByText('Markdown', { exact: true }).waitFor();
    await window.focusEditor();
    await window.type('---');
    await window.press('Enter');
    await window.type('starl: ');
    await offered('speech');
  });
});
