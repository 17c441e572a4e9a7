// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { useWindow } from './window.mjs';

describe('a new story in the window', () => {
  const window = useWindow();

  it('asks for a kind, then for a title, with a way back', async () => {
    await window.runCommand('Starl: New Story');
    await window.waitFor('quickInput', 'Killed project');
    await window.type('killed');
    await window.press('Enter');
    await window.waitFor('quickInput', 'New Story: Killed project');
    await window.press('Enter');
    await window.waitFor('quickInput', 'Give the story a title');
    await window.press('Control+Alt+Minus');
    await window.waitFor('quickInput', 'Decision under uncertainty');
    await window.type('failure');
    await window.press('Enter');
    await window.waitFor('quickInput', 'New Story: Failure');
    await window.type('What I broke in May');
    await window.press('Enter');
    await window.waitFor('editor', '# What I broke in May');
    await window.screenshot('new story');
  });

  it('is written from prompt to prompt', async () => {
    await window.type('In May the export stopped.');
    await window.press('Tab');
    await window.type('I owned the export.');
    await window.press('Control+s');
    const written = /## Situation\s+In May the export stopped\.\s+## Task\s+I owned the export\.\s+## Action\s+\[/;
    const end = Date.now() + 20_000;
    let text = '';
    while (!written.test(text) && Date.now() < end) text = await window.read('stories/what-i-broke-in-may.md');
    assert.match(text, written);
  });

  it('stands in the New File menu', async () => {
    await window.runCommand('Create: New File...');
    await window.waitFor('quickInput', 'Interview Story');
    await window.screenshot('new file');
    await window.press('Escape');
  });
});
