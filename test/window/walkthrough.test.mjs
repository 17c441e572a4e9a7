// @ts-check
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { useWindow } from './useWindow.mjs';

const DRAFT = 'stories/the-login-move-that-slipped.md';

describe('the walkthrough in the window', () => {
  const window = useWindow({ size: { width: 1440, height: 860 } });

  it('opens with nothing done', async () => {
    await openWalkthrough();
    await window.waitFor('editor', 'Set up your preparation');
    await window.screenshot('walkthrough');
    assert.equal(await done().count(), 0);
  });

  it('is done step by step, and ends with a finished story', async () => {
    await window.runCommand('Starl: Set Up Preparation');
    await window.quickInput.choose('Netflix TPM');
    // Setting up ends with the focus in the checklist, which would close the next quick input.
    await window.view('Checklist').focus();
    await window.runCommand('Starl: New Story');
    await window.quickInput.waitFor('Killed project');
    await window.quickInput.dismiss();

    await window.runCommand('Starl: Open an Example Draft');
    await window.page.locator('.part.editor .squiggly-info').first().waitFor();
    await window.quickOpen(DRAFT);
    await window.page.locator('.part.editor .squiggly-info').first().waitFor();
    const finished = await window.read('stories/half-an-hour-of-stale-prices.md');
    await writeFile(join(window.workspace, DRAFT), finished);
    await window.waitForSquiggles(0);

    await window.runCommand('View: Show Starl');
    await openWalkthrough();
    await done().nth(3).waitFor();
    await window.screenshot('walkthrough done');
    assert.equal(await done().count(), 4);
  });

  async function openWalkthrough() {
    await window.runCommand('Welcome: Open Walkthrough...');
    await window.quickInput.answer('Prepare Interview Stories', 'Prepare Interview Stories');
    await window.page.locator('.gettingStartedContainer .getting-started-step').first().waitFor();
  }

  function done() {
    return window.page.locator('.gettingStartedContainer .getting-started-step .codicon-getting-started-step-checked');
  }
});
