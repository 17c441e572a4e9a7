// @ts-check
import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { useWindow } from './useWindow.mjs';

describe('setting up in the window', () => {
  const window = useWindow();

  before('begin with nothing', async () => {
    for (const name of ['starl.yaml', 'prep.md'])
      await rename(join(window.workspace, name), join(window.workspace, `old-${name}`));
  });

  it('asks for the profile, the level and the day, with a way back', async () => {
    await window.runCommand('Starl: Set Up Preparation');
    const { quickInput } = window;
    await quickInput.waitFor('Netflix PMM');
    await quickInput.choose('Netflix TPM');
    await quickInput.waitFor('Staff Technical Program Manager');
    await window.screenshot('set up level');
    await quickInput.answer('Staff Technical Program Manager', 'L6');
    await quickInput.answer('The day of the first interview', '2031-02-30');
    await quickInput.waitFor('or leave it empty');
    await window.screenshot('set up day');
    await quickInput.back();
    await quickInput.answer('Staff Technical Program Manager', 'L7');
    await quickInput.answer('The day of the first interview', '2031-02-28');
    await window.view('Checklist').row('Know the process').waitFor();
    const config = await window.read('starl.yaml');
    assert.match(config, /^profile: netflix-tpm$/m);
    assert.match(config, /^level: L7$/m);
    assert.match(config, /^interview: 2031-02-28$/m);
  });
});
