// @ts-check
import { describe, it } from 'mocha';
import { useWindow } from './useWindow.mjs';

describe('a new story in the window', () => {
  const window = useWindow();

  it('asks for a kind, then for a title, with a way back', async () => {
    await window.runCommand('Starl: New Story');
    await window.quickInput.choose('Killed project', 'killed');
    await window.quickInput.answer('New Story: Killed project');
    await window.quickInput.waitFor('Give the story a title');
    await window.quickInput.back();
    await window.quickInput.waitFor('Decision under uncertainty');
    await window.quickInput.choose('Failure');
    await window.quickInput.answer('New Story: Failure', 'What I broke in May');
    await window.waitFor('editor', '# What I broke in May');
    await window.screenshot('new story');
  });

  it('is written from prompt to prompt', async () => {
    await window.focusEditor('/what-i-broke-in-may.md');
    await window.type('In May the export stopped.');
    await window.press('Tab');
    await window.type('I owned the export.');
    await window.press('Control+s');
    const written = /## Situation\s+In May the export stopped\.\s+## Task\s+I owned the export\.\s+## Action\s+\[/;
    await window.waitForFile('stories/what-i-broke-in-may.md', (text) => written.test(text));
  });

  it('stands in the New File menu', async () => {
    await window.runCommand('Create: New File...');
    await window.quickInput.waitFor('Interview Story');
    await window.screenshot('new file');
    await window.quickInput.dismiss();
  });
});
