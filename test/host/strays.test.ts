import { commands, window, workspace } from 'vscode';
import { eventually } from './assert';

describe('what nobody catches', () => {
  it('is a rejection that nobody waits for', () => {
    void Promise.reject(new Error('a stray rejection'));
  });

  it('is an error that comes later', () => {
    setTimeout(() => {
      throw new Error('a stray error');
    });
  });

  it('is an error of a listener, which VS Code takes and goes on', async () => {
    let calls = 0;
    const listener = workspace.onDidChangeTextDocument(() => {
      calls++;
      throw new Error('a stray listener');
    });
    const editor = await window.showTextDocument(await workspace.openTextDocument({ content: '' }));
    await editor.edit((builder) => builder.insert(editor.selection.active, 'a'));
    await eventually(() => calls > 0, true);
    listener.dispose();
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
