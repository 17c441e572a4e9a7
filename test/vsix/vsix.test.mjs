// @ts-check
import { describe, it } from 'mocha';
import { vsix } from '../vscode/package.mjs';
import { draft } from '../vscode/workspace.mjs';
import { useWindow } from '../window/useWindow.mjs';

describe('the packaged extension, installed', () => {
  const window = useWindow({ vsix });

  it('lints a story of the sample workspace', async () => {
    await window.quickOpen(draft);
    await window.runCommand('Problems: Focus on Problems View');
    await window.waitFor('panel', 'vague-we');
    await window.screenshot('packaged extension');
  });
});
