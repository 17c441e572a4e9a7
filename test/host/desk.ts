// What a test puts on the desk: files of its own in the workspace, open in tabs, and what Starl says of them.
import {
  type CodeAction,
  type CodeActionKind,
  commands,
  type Diagnostic,
  languages,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { eventually, ok } from './assert';

export const BAD = 'We decided to rewrite the scheduler.';
export const OTHER = 'We convinced the harbour office to move the slot.';

/** A story with these sentences in its Action. */
export function story(action: string, eol = '\n'): string {
  const lines = ['# The port', '', '## Situation', '', 'The port had 41 cranes.', '', '## Action', '', action, ''];
  const rest = ['## Result', '', 'Ships waited 40% less.', ''];
  return [...lines, ...rest].join(eol);
}

/** A folder for each test of a suite, gone after it, with no tab left open. */
export function useDesk(name: string) {
  const root = workspace.workspaceFolders?.[0];
  ok(root, 'the suite needs a folder');
  // A document outlives its tab, so a path is not used twice.
  let tests = 0;
  let folder = root.uri;
  beforeEach(() => {
    folder = Uri.joinPath(root.uri, `desk-${name}-${++tests}`);
  });
  afterEach('clear the desk', async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
  });
  const at = (path: string) => Uri.joinPath(folder, path);
  const write = (path: string, text: string) => workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
  return {
    at,
    write,
    /** Makes a folder and those above it, each when the one before is watched: in folders made at once VS Code misses changes. */
    async watched(path: string): Promise<void> {
      const names = path.split('/');
      const folders = ['', ...names.map((_, index) => names.slice(0, index + 1).join('/'))].map(at);
      const seen = new Set<string>();
      const watcher = workspace.createFileSystemWatcher('**', false, true, true);
      watcher.onDidCreate((uri) => seen.add(uri.path));
      for (const uri of folders) {
        await workspace.fs.createDirectory(uri);
        await eventually(() => seen.has(uri.path.replace(/\/$/, '')), true, `${uri.path} is not watched`);
      }
      watcher.dispose();
    },
    /** Writes a file and opens it in a tab. */
    async open(path: string, text: string): Promise<TextDocument> {
      await write(path, text);
      return (await window.showTextDocument(at(path), { preview: false })).document;
    },
  };
}

/** What Starl says of a file: each rule with the text it marks, in the order of the text. */
export function said(uri: Uri, document?: TextDocument): string[] {
  return ours(uri).map(({ code, message, range }) => {
    const rule = typeof code === 'object' ? code.value : message;
    return document ? `${rule}: ${document.getText(range)}` : String(rule);
  });
}

/** Starl's problems of a file. */
export function ours(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'Starl');
}

/** What is offered to do about a stretch of a document, all worked out. */
export async function actions(document: TextDocument, range: Range, kind: CodeActionKind): Promise<CodeAction[]> {
  const found = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    100,
  );
  return found.filter(({ kind: own }) => own && kind.contains(own));
}

/** Waits until Starl says this of the rule `vague-we`: the texts that it marks. */
export function eventuallyMarks(document: TextDocument, marked: readonly string[], message?: string): Promise<void> {
  const read = () =>
    said(document.uri, document)
      .filter((line) => line.startsWith('vague-we: '))
      .map((line) => line.slice('vague-we: '.length));
  return eventually(read, [...marked], message);
}

/** Puts text in place of another in a document, as an edit of the user's. */
export async function replace(document: TextDocument, before: string, after: string): Promise<void> {
  const start = document.getText().indexOf(before);
  ok(start >= 0, `no "${before}"`);
  const edit = new WorkspaceEdit();
  const range = new Range(document.positionAt(start), document.positionAt(start + before.length));
  edit.replace(document.uri, range, after);
  ok(await workspace.applyEdit(edit), 'the edit was refused');
}
