import {
  commands,
  DiagnosticSeverity,
  EventEmitter,
  extensions,
  FileType,
  languages,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { equal, eventually, ok } from './assert';
import { BAD, eventuallyMarks, OTHER, ours, replace, said, story, useDesk } from './desk';

describe('problems', () => {
  const desk = useDesk('problems');

  it('name the rule, its page and the words at fault, as information', async () => {
    const document = await desk.open('stories/a.md', story(BAD));
    await eventuallyMarks(document, ['We decided']);
    const problem = ours(document.uri).find(({ code }) => typeof code === 'object' && code.value === 'vague-we');
    equal(problem?.severity, DiagnosticSeverity.Information);
    const target = typeof problem?.code === 'object' ? problem.code.target : undefined;
    const page = Uri.joinPath(
      extensions.getExtension('starl.starl')?.extensionUri ?? Uri.parse('missing:'),
      'media/rules/vague-we.md',
    );
    equal(target?.toString(), page.toString());
  });

  it('are not for ordinary Markdown', async () => {
    const notes = await desk.open('notes.md', `# Notes\n\n${BAD}\n`);
    const document = await desk.open('stories/a.md', story(BAD));
    await eventuallyMarks(document, ['We decided']);
    equal(said(notes.uri), []);
  });

  it('go at once when cured and come a while after an edit', async () => {
    const document = await desk.open('stories/a.md', story(BAD));
    await eventuallyMarks(document, ['We decided']);
    await replace(document, 'We decided', 'I decided');
    await eventuallyMarks(document, []);
    await replace(document, 'scheduler.', `scheduler. ${OTHER}`);
    equal(
      said(document.uri, document).filter((line) => line.startsWith('vague-we')),
      [],
    );
    await eventuallyMarks(document, ['We convinced']);
  });

  for (const [name, eol] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    it(`mark the right words behind emoji and combining characters, with ${name}`, async () => {
      const text = story(`👩‍👩‍👧‍👦 🚢 Ze\u0301le\u0301 𝒳.${eol}🙂 ${BAD}`, eol);
      const document = await desk.open('stories/a.md', text);
      await eventuallyMarks(document, ['We decided']);
    });
  }
});

describe('problems of a document that is gone', () => {
  const desk = useDesk('ghosts');
  const opened = async (path: string) => {
    const document = await desk.open(path, story(BAD));
    await eventuallyMarks(document, ['We decided']);
    return document;
  };
  const eventuallySilent = (uri: Uri) => eventually(() => ours(uri).length, 0, `ghosts at ${uri.path}`);

  it('go with the tab', async () => {
    const document = await opened('stories/a.md');
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await eventuallySilent(document.uri);
  });

  it('stay while another tab shows it', async () => {
    const document = await opened('stories/a.md');
    await commands.executeCommand('workbench.action.splitEditor');
    await commands.executeCommand('workbench.action.closeActiveEditor');
    // The tabs are followed in order: what closing did to the first story has been done by then.
    const other = await opened('stories/b.md');
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await eventuallySilent(other.uri);
    await eventuallyMarks(document, ['We decided']);
  });

  it('go when the file is deleted in the editor, and outside it', async () => {
    const inside = await opened('stories/a.md');
    const edit = new WorkspaceEdit();
    edit.deleteFile(inside.uri);
    await workspace.applyEdit(edit);
    await eventuallySilent(inside.uri);
    // VS Code's watcher may miss what happens in folders as new as the desk's.
    const outside = await opened('../stories/outside.md');
    await desk.remove('../stories/outside.md');
    await eventuallySilent(outside.uri);
  });

  it('go when a folder is renamed in the editor, and stand under the new name', async () => {
    const document = await opened('old/stories/a.md');
    const edit = new WorkspaceEdit();
    edit.renameFile(desk.at('old'), desk.at('new'));
    await workspace.applyEdit(edit);
    await eventuallySilent(document.uri);
    await eventually(() => said(desk.at('new/stories/a.md')).includes('vague-we'), true, 'under the new name');
  });

  it('go when a folder is renamed outside, and come back with it', async () => {
    const document = await opened('old/stories/a.md');
    await workspace.fs.rename(desk.at('old'), desk.at('new'));
    await eventuallySilent(document.uri);
    await workspace.fs.rename(desk.at('new'), desk.at('old'));
    await eventuallyMarks(document, ['We decided']);
  });

  it('go when the language is another one, and come back with Markdown', async () => {
    const document = await opened('stories/a.md');
    await languages.setTextDocumentLanguage(document, 'plaintext');
    await eventuallySilent(document.uri);
    await languages.setTextDocumentLanguage(document, 'markdown');
    await eventuallyMarks(document, ['We decided']);
  });
});

describe('documents that are judged', () => {
  const desk = useDesk('kinds');

  it('are untitled ones, too', async () => {
    const document = await workspace.openTextDocument({ language: 'markdown', content: story(BAD) });
    await window.showTextDocument(document);
    await eventuallyMarks(document, ['We decided']);
  });

  it('are not those that no tab shows', async () => {
    await desk.write('stories/hidden.md', story(BAD));
    const hidden = await workspace.openTextDocument(desk.at('stories/hidden.md'));
    const shown = await desk.open('stories/a.md', story(BAD));
    await eventuallyMarks(shown, ['We decided']);
    equal(said(hidden.uri), []);
  });

  it('are in a diff the right side only, once', async () => {
    const bytes = new TextEncoder().encode(story(BAD));
    const changed = new EventEmitter<never>();
    const refuse = () => {
      throw new Error('read only');
    };
    const registration = workspace.registerFileSystemProvider(
      'starl-git',
      {
        onDidChangeFile: changed.event,
        watch: () => ({ dispose: () => undefined }),
        stat: () => ({ type: FileType.File, ctime: 0, mtime: 0, size: bytes.length }),
        readFile: () => bytes,
        readDirectory: () => [],
        createDirectory: refuse,
        writeFile: refuse,
        delete: refuse,
        rename: refuse,
      },
      { isReadonly: true },
    );
    await desk.write('stories/a.md', story(`${BAD} ${OTHER}`));
    const right = desk.at('stories/a.md');
    const left = right.with({ scheme: 'starl-git' });
    await commands.executeCommand('vscode.diff', left, right, 'before and after');
    await eventually(() => said(right).filter((rule) => rule === 'vague-we').length, 2);
    equal(said(left), []);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(() => said(right), []);
    registration.dispose();
  });

  it('are not the cells of a notebook', async () => {
    const type = 'jupyter-notebook';
    const cell = new NotebookCellData(NotebookCellKind.Markup, story(BAD), 'markdown');
    const notebook = await workspace.openNotebookDocument(type, new NotebookData([cell]));
    await window.showNotebookDocument(notebook);
    const shown = await desk.open('stories/a.md', story(BAD));
    await eventuallyMarks(shown, ['We decided']);
    ok(notebook.getCells().length === 1);
    equal(
      notebook.getCells().flatMap(({ document }) => said(document.uri)),
      [],
    );
  });
});
