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
import { eventually, ok, pause } from './assert';

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
  const used: { dispose(): unknown }[] = [];
  const isWatched = new Set<string>();
  /** The paths of what VS Code has told to have come. */
  const told = new Set<string>();
  beforeEach(() => {
    folder = Uri.joinPath(root.uri, `desk-${name}-${++tests}`);
    isWatched.clear();
    told.clear();
    const watcher = workspace.createFileSystemWatcher('**', false, true, true);
    watcher.onDidCreate(({ path }) => told.add(path));
    used.push(watcher);
  });
  afterEach('clear the desk', async () => {
    for (const one of used.splice(0)) one.dispose();
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
  });
  const at = (path: string) => Uri.joinPath(folder, path);
  /**
   * Makes a folder of the desk, and those above it, each when the one before is watched: in folders made at once VS Code
   * misses changes. It misses the first as well while it does not watch the workspace yet, so that one is made once more.
   */
  const watched = async (path: string): Promise<void> => {
    const names = path.split('/').filter((one) => one !== '');
    const folders = [[], ...names.map((_, index) => names.slice(0, index + 1))].map((all) => all.join('/'));
    for (const one of folders.filter((other) => !isWatched.has(other))) {
      const uri = one === '' ? folder : at(one);
      const made = async () => {
        await workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined);
        await workspace.fs.createDirectory(uri);
        for (let waited = 0; waited < 5_000 && !told.has(uri.path); waited += 50) await pause(50);
        return told.has(uri.path);
      };
      await eventually(made, true, `${uri.path} is not watched`);
      isWatched.add(one);
    }
  };
  const write = async (path: string, text: string): Promise<void> => {
    const parent = path.split('/').slice(0, -1).join('/');
    if (!/^\.\.|node_modules/.test(parent)) await watched(parent);
    await workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
  };
  return {
    at,
    write,
    /** Deletes what is there, once VS Code has told that it came: of what goes before that it tells neither. */
    async remove(path: string): Promise<void> {
      await eventually(() => told.has(at(path).path), true, `${path} has not been told of`);
      await workspace.fs.delete(at(path), { recursive: true });
    },
    watched,
    /** The text of a file, with its byte order mark. */
    read: async (path: string) =>
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(at(path))),
    /** Has something disposed of after the test. */
    use: <T extends { dispose(): unknown }>(one: T): T => {
      used.push(one);
      return one;
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

/** Takes what a question proposes as soon as it is asked, and gives what comes of it. */
export function accepted<T>(asked: Thenable<T>): Promise<T> {
  return answered(asked, ['workbench.action.acceptSelectedQuickOpenItem']);
}

/** Gives up every question and closes every message as soon as it comes, and gives what comes of it. */
export function dismissed<T>(asked: Thenable<T>): Promise<T> {
  return answered(asked, ['workbench.action.closeQuickOpen', 'notifications.clearAll']);
}

async function answered<T>(asked: Thenable<T>, gestures: readonly string[]): Promise<T> {
  let isDone = false;
  const end = () => {
    isDone = true;
  };
  asked.then(end, end);
  while (!isDone) {
    for (const gesture of gestures) await commands.executeCommand(gesture);
    await pause(50);
  }
  return asked;
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
