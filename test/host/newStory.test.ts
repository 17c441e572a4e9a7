import {
  commands,
  DiagnosticSeverity,
  Disposable,
  EndOfLine,
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  window,
  workspace,
} from 'vscode';
import * as engine from '../../src/editor/lazy/engineModules';
import { writeStory } from '../../src/editor/setUp/newStory';
import { equal, eventually, ok } from './assert';
import { ours, replace } from './desk';

/** An empty folder in which nothing can be changed. */
const emptyFolder: FileSystemProvider = {
  onDidChangeFile: new EventEmitter<FileChangeEvent[]>().event,
  watch: () => new Disposable(() => undefined),
  stat: (uri) => {
    if (uri.path !== '/') throw FileSystemError.FileNotFound(uri);
    return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  },
  readDirectory: () => [],
  createDirectory: refuse,
  readFile: refuse,
  writeFile: refuse,
  delete: refuse,
  rename: refuse,
};

function refuse(uri: Uri): never {
  throw FileSystemError.NoPermissions(uri);
}

describe('New Story', () => {
  const [folder] = workspace.workspaceFolders ?? [];
  ok(folder, 'no folder is open');
  const made: Uri[] = [];

  async function newStory(template: string, title: string) {
    await commands.executeCommand('starl.newStory', { template, title });
    const editor = window.activeTextEditor;
    ok(editor, 'no editor was opened');
    if (!editor.document.isUntitled) made.push(editor.document.uri);
    return { editor, document: editor.document };
  }

  function selected(): string | undefined {
    return window.activeTextEditor?.document.getText(window.activeTextEditor.selection);
  }

  async function onDisk(uri: Uri): Promise<string> {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  }

  afterEach(async () => {
    while (window.activeTextEditor) await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    for (const uri of made.splice(0)) await workspace.fs.delete(uri);
  });

  it('makes a file from the template, and saves it', async () => {
    const { document } = await newStory('failure', 'What I broke in May');
    equal(workspace.asRelativePath(document.uri), 'stories/what-i-broke-in-may.md');
    equal([document.languageId, document.isDirty], ['markdown', false]);
    const text = await onDisk(document.uri);
    equal(text, document.getText());
    equal(text.startsWith('---\nstarl: story\ntitle: "What I broke in May"\ncompetencies: []\n'), true, text);
  });

  it('hints at what is missing before the first word, and underlines it from then on', async () => {
    const { document } = await newStory('conflict', 'What I opposed in May');
    const severities = () => [...new Set(ours(document.uri).map(({ severity }) => severity))];
    await eventually(severities, [DiagnosticSeverity.Hint]);
    await replace(
      document,
      '[what the dispute was about, and who had to live with the outcome]',
      'The port had two plans.',
    );
    await eventually(severities, [DiagnosticSeverity.Information]);
  });

  it('selects one prompt after the other', async () => {
    await newStory('failure', 'What I broke in June');
    const prompts = engine.TEMPLATES.find(({ id }) => id === 'failure')?.parts.flatMap((part) => part.prompts) ?? [];
    for (const prompt of prompts) {
      equal(selected(), `[${prompt}]`);
      await commands.executeCommand('jumpToNextSnippetPlaceholder');
    }
  });

  it('never writes over a file', async () => {
    const first = await newStory('starl', 'The same title');
    const before = await onDisk(first.document.uri);
    const second = await newStory('conflict', 'The same title');
    const third = await newStory('conflict', 'The *same* title!');
    equal(
      [second, third].map(({ document }) => workspace.asRelativePath(document.uri)),
      ['stories/the-same-title-2.md', 'stories/the-same-title-3.md'],
    );
    equal(await onDisk(first.document.uri), before);
  });

  it('takes any title for what it is', async () => {
    const { document } = await newStory('starl', '../$TM_FILENAME } ${1:x\\\n<b>"Yes"</b> [x]');
    equal(workspace.asRelativePath(document.uri), 'stories/tm-filename-1-x-b-yes-b-x.md');
    equal(document.lineAt(2).text, 'title: "../$TM_FILENAME } ${1:x\\\\ <b>\\"Yes\\"</b> [x]"');
    equal(document.lineAt(7).text, '# ../$TM_FILENAME } ${1:x\\\\ \\<b>"Yes"\\</b> \\[x\\]');
  });

  it('keeps design sheets apart from the other kinds', async () => {
    for (const { id, kind } of engine.TEMPLATES.slice(-3)) {
      const { document } = await newStory(id, `Kind ${id}`);
      const parent = kind === 'design' ? 'design' : 'stories';
      equal(workspace.asRelativePath(document.uri), `${parent}/kind-${id}.md`);
      equal(document.lineAt(1).text, `starl: ${kind}`);
    }
  });

  it('ends the lines as the settings say', async () => {
    await workspace.getConfiguration('files', folder).update('eol', '\r\n', true);
    try {
      const { document } = await newStory('starl', 'Lines that end in two');
      equal(document.eol, EndOfLine.CRLF);
      equal((await onDisk(document.uri)).replaceAll('\r\n', '').search(/[\r\n]/), -1);
    } finally {
      await workspace.getConfiguration('files', folder).update('eol', undefined, true);
    }
  });

  const [template] = engine.TEMPLATES;
  ok(template);

  it('is untitled where no folder is open', async () => {
    await writeStory(engine, undefined, { template, title: 'Nowhere' });
    const { document } = window.activeTextEditor ?? {};
    equal([document?.isUntitled, document?.languageId], [true, 'markdown']);
    equal(document?.lineAt(2).text, 'title: "Nowhere"');
    equal(selected(), `[${template.parts[0]?.prompts[0]}]`);
  });

  for (const [what, provider, isReadonly] of [
    ['is read-only', emptyFolder, true],
    ['refuses the file', emptyFolder, false],
    ['cannot be read', { ...emptyFolder, stat: refuse }, false],
  ] as const) {
    it(`is untitled where the folder ${what}`, async () => {
      const uri = Uri.parse('starl-refusing:/');
      const registration = workspace.registerFileSystemProvider(uri.scheme, provider, { isReadonly });
      try {
        await writeStory(engine, { uri, name: 'refusing', index: 1 }, { template, title: 'Nowhere either' });
        equal(window.activeTextEditor?.document.isUntitled, true);
      } finally {
        registration.dispose();
      }
    });
  }

  it('is a snippet, too', async () => {
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown' }));
    await commands.executeCommand('editor.action.insertSnippet', {
      langId: 'markdown',
      name: 'Starl: Elevator speech',
    });
    equal(window.activeTextEditor?.document.lineAt(1).text, 'starl: speech');
    equal(selected(), '[a title in a few words]');
  });

  it('has an example to try things on', async () => {
    await commands.executeCommand('starl.openExample');
    const { document } = window.activeTextEditor ?? {};
    equal([document?.isUntitled, document?.lineAt(1).text], [true, 'starl: story']);
  });
});
