import { commands, Uri, workspace } from 'vscode';
import { eventually, ok } from './assert';
import { ticked } from './checklistDesk';

describe('“Tick What Is Reached”', () => {
  const root = workspace.workspaceFolders?.[0];
  ok(root, 'the suite needs a folder');
  const [prep, mocks] = ['prep.md', 'mocks.yaml'].map((name) => Uri.joinPath(root.uri, name)) as [Uri, Uri];
  const write = (uri: Uri, text: string) => workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  let before: Uint8Array = new Uint8Array();

  beforeEach(async () => {
    before = await workspace.fs.readFile(prep);
  });
  afterEach(async () => {
    await workspace.fs.writeFile(prep, before);
    await workspace.fs.delete(mocks);
    await commands.executeCommand('notifications.clearAll');
  });

  it('looks before it says that nothing is reached, though the view has never been open', async () => {
    await commands.executeCommand('workbench.action.closeSidebar');
    const asking = '- [ ] Mocks <!-- starl: mocks >= 1 -->\n\n- [ ] Stories <!-- starl: stories >= 1000 -->\n';
    await write(mocks, 'mocks:\n  - { date: 2027-01-01, kind: behavioral }\n');
    await write(prep, asking);
    const after = async () => {
      // What was read before the files were written is told of them in the editor's own time.
      await commands.executeCommand('starl.checklist.tickEarned');
      return new TextDecoder().decode(await workspace.fs.readFile(prep));
    };
    await eventually(after, ticked(asking, 'Mocks'));
  });

  it('says what it has ticked, and takes it back', async () => {
    const asking = '- [ ] Mocks <!-- starl: mocks >= 1 -->\n\n- [ ] Others <!-- starl: mocks >= 1 -->\n';
    await write(mocks, 'mocks:\n  - { date: 2027-01-01, kind: behavioral }\n');
    await write(prep, asking);
    const now = async () => new TextDecoder().decode(await workspace.fs.readFile(prep));
    await commands.executeCommand('notifications.clearAll');
    const both = ticked(ticked(asking, 'Mocks'), 'Others');
    await eventually(async () => {
      if ((await now()) !== both) await commands.executeCommand('starl.checklist.tickEarned');
      return now();
    }, both);
    await eventually(async () => {
      await commands.executeCommand('notification.acceptPrimaryAction');
      return now();
    }, asking);
  });
});
