// @ts-check
import { before, describe, it } from 'mocha';
import { useWindow } from './window.mjs';

describe('completion in front matter in the window', () => {
  const window = useWindow({ settings: { 'files.autoSave': 'off' } });

  /** @param {string} id */
  const offered = (id) =>
    window.page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: id }).first().waitFor();

  before(() => window.quickOpen('stories/the-login-move-that-slipped.md'));

  it('opens as an id is typed between brackets', async () => {
    await window.goTo(5, 'questions: [missed-date'.length + 1);
    await window.type(', kil');
    await offered('killed-project');
    await window.press('Enter');
    await window.waitFor('editor', 'missed-date, killed-project');
  });

  it('opens as an id is typed in a list', async () => {
    await window.goTo(4);
    await window.press('Home', 'Shift+End', 'Delete');
    await window.type('competencies:');
    await window.press('Escape', 'Enter');
    await window.type('  - judg');
    await offered('judgment');
    await window.press('Enter');
    await window.waitFor('editor', '- judgment');
  });

  it('opens in a file that is begun, which nothing shows to be a story yet', async () => {
    await window.runCommand('File: New Untitled Text File');
    await window.runCommand('Change Language Mode');
    await window.type('Markdown');
    await window.press('Enter');
    await window.type('---');
    await window.press('Enter');
    await window.type('starl: ');
    await offered('speech');
  });
});
