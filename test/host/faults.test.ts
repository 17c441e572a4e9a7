import { commands, type Disposable, type TextDocument, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { equal, eventually } from './assert';
import { BAD, eventuallyMarks, OTHER, ours, replace, said, story, useDesk } from './desk';
import { MemoryFiles } from './memoryFiles';

describe('a story that is changed from outside in the middle of a lint', () => {
  const desk = useDesk('faults');
  const close = () => commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  /** Opens a story and goes on at once, before anything can have been found. */
  const begin = () => desk.open('old/stories/a.md', story(BAD));
  /** The same, with a finding that waits to be shown. */
  const edited = async (): Promise<TextDocument> => {
    const document = await begin();
    await eventuallyMarks(document, ['We decided']);
    await replace(document, 'scheduler.', `scheduler. ${OTHER}`);
    return document;
  };
  /** Until what an edit of another story is followed by is shown: whatever was begun before it has come by then. */
  const allHasCome = async () => {
    const other = await desk.open('other/stories/z.md', story(BAD));
    await eventuallyMarks(other, ['We decided']);
    await replace(other, 'scheduler.', `scheduler. ${OTHER}`);
    await eventuallyMarks(other, ['We decided', 'We convinced']);
  };
  const staysSilent = async (uri: Uri) => {
    await eventually(() => ours(uri).length, 0, `ghosts at ${uri.path}`);
    await allHasCome();
    equal(said(uri), [], `late ghosts at ${uri.path}`);
  };

  for (const [when, start] of [
    ['being opened', begin],
    ['about to be shown', edited],
  ] as const) {
    it(`leaves nothing behind when it is closed, ${when}`, async () => {
      const { uri } = await start();
      await close();
      await staysSilent(uri);
    });

    it(`leaves nothing behind when it is deleted, ${when}`, async () => {
      const { uri } = await start();
      const edit = new WorkspaceEdit();
      edit.deleteFile(uri);
      await workspace.applyEdit(edit);
      await staysSilent(uri);
    });

    it(`goes on under its new name when its folder is moved, ${when}`, async () => {
      const { uri } = await start();
      const edit = new WorkspaceEdit();
      edit.renameFile(desk.at('old'), desk.at('new'));
      await workspace.applyEdit(edit);
      await eventually(() => said(desk.at('new/stories/a.md')).includes('vague-we'), true, 'under the new name');
      await staysSilent(uri);
    });

    it(`is judged as it stands when it is renamed and back, ${when}`, async () => {
      const { uri } = await start();
      for (const [from, to] of [
        ['old/stories/a.md', 'old/stories/b.md'],
        ['old/stories/b.md', 'old/stories/a.md'],
      ] as const) {
        const edit = new WorkspaceEdit();
        edit.renameFile(desk.at(from), desk.at(to));
        await workspace.applyEdit(edit);
      }
      await eventually(() => said(uri).includes('vague-we'), true, 'under its own name');
      await staysSilent(desk.at('old/stories/b.md'));
    });
  }

  it('is judged as it stands on disk when it is reverted', async () => {
    const document = await edited();
    await commands.executeCommand('workbench.action.files.revert');
    await eventually(() => document.getText(), story(BAD));
    await eventuallyMarks(document, ['We decided']);
    await allHasCome();
    await eventuallyMarks(document, ['We decided'], 'nothing of the text before');
  });

  it('is judged as it stands on disk when another program writes it', async () => {
    // VS Code's watcher may miss what happens in folders as new as the desk's.
    const document = await desk.open('../stories/written.md', story(BAD));
    await eventuallyMarks(document, ['We decided']);
    const theirs = story(`I read the log first. ${OTHER}`, '\r\n');
    await desk.write('../stories/written.md', theirs);
    await eventually(() => document.getText(), theirs);
    await eventuallyMarks(document, ['We convinced']);
    await close();
    await workspace.fs.delete(document.uri);
  });

  it('keeps what the user has typed when another program writes it', async () => {
    const document = await edited();
    const mine = document.getText();
    await desk.write('old/stories/a.md', story('I did it.'));
    await eventuallyMarks(document, ['We decided', 'We convinced']);
    equal(document.getText(), mine);
  });
});

describe('a disk that refuses', () => {
  let files: MemoryFiles;
  let registered: Disposable;
  let tests = 0;
  beforeEach(() => {
    files = new MemoryFiles(`starl-faults-${++tests}`);
    registered = files.register();
  });
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    registered.dispose();
  });

  it('to give starl.yaml does not keep a story from being judged', async () => {
    files.put('/prep/starl.yaml', 'rules:\n  vague-we: off\n');
    files.put('/prep/stories/a.md', story(BAD));
    files.refuses = '/prep/starl.yaml';
    const { document } = await window.showTextDocument(files.uri('/prep/stories/a.md'));
    await eventuallyMarks(document, ['We decided']);
    await eventually(() => ours(files.uri('/prep/starl.yaml')).length, 1, 'said at the file');
  });
});
