// @ts-check
import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { useWindow } from './window.mjs';

describe('setting up in the window', () => {
  const window = useWindow();

  before('begin with nothing', async () => {
    for (const name of ['starl.yaml', 'prep.md'])
      await rename(join(window.workspace, name), join(window.workspace, `old-${name}`));
  });

  it('asks for the profile, the level and the day, with a way back', async () => {
    await window.runCommand('Starl: Set Up Preparation');
    await window.waitFor('quickInput', 'Netflix PMM');
    await window.type('Netflix TPM');
    await window.press('Enter');
    await window.waitFor('quickInput', 'Staff Technical Program Manager');
    await window.screenshot('set up level');
    await window.type('L6');
    await window.press('Enter');
    await window.waitFor('quickInput', 'The day of the first interview');
    await window.type('2031-02-30');
    await window.press('Enter');
    await window.waitFor('quickInput', 'or leave it empty');
    await window.screenshot('set up day');
    await window.press('Control+Alt+Minus');
    await window.waitFor('quickInput', 'Staff Technical Program Manager');
    await window.type('L7');
    await window.press('Enter');
    await window.waitFor('quickInput', 'The day of the first interview');
    await window.type('2031-02-28');
    await window.press('Enter');
    await window.page.locator('.part.sidebar .monaco-list-row').filter({ hasText: 'Know the process' }).waitFor();
    const config = await window.read('starl.yaml');
    assert.match(config, /^profile: netflix-tpm$/m);
    assert.match(config, /^level: L7$/m);
    assert.match(config, /^interview: 2031-02-28$/m);
  });
});
