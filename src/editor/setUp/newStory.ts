import {
  commands,
  type Disposable,
  EndOfLine,
  Position,
  SnippetString,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import { exists } from '../files/textFile';
import { NOT_CHOSEN, workspaceFolderForNewFile } from '../files/workspaceFolder';
import type { Engine } from '../lazy/engine';
import type { Services } from '../services';
import { unlinked } from '../ui/shownText';
import { askForStory, isTitle, type NewStory } from './newStoryWizard';

export const NEW_STORY = 'starl.newStory';

/** How many names are tried for a file. */
const MOST_TRIES = 100;

/** What the command may be given, by a key binding say, in place of asking: the id of a template, and a title. */
interface Arguments {
  readonly template?: unknown;
  readonly title?: unknown;
}

/** "Starl: New Story": a file from a template, with its tab stops live. */
export function registerNewStory({ loadEngine }: Services): Disposable {
  return commands.registerCommand(NEW_STORY, async (given?: Arguments) => {
    const engine = await loadEngine();
    const story = await toStory(engine, given ?? {});
    const folder = story && (await workspaceFolderForNewFile());
    if (!story || folder === NOT_CHOSEN) return;
    await writeStory(engine, folder, story);
  });
}

/** Makes the document, in a file where there is a folder that can be written to, and opens it. */
export async function writeStory(engine: Engine, folder: WorkspaceFolder | undefined, story: NewStory): Promise<void> {
  const file = folder && (await createFile(engine, folder, story));
  const document = await (file
    ? workspace.openTextDocument(file)
    : workspace.openTextDocument({ language: 'markdown' }));
  await insert(engine, document, story);
  // An empty file on disk would be left over if the editor were closed now.
  if (file) await document.save();
}

async function toStory({ TEMPLATES }: Engine, { template: id, title }: Arguments): Promise<NewStory | undefined> {
  const template = TEMPLATES.find((one) => one.id === id);
  if (template && isTitle(title)) return { template, title };
  return askForStory(TEMPLATES, template);
}

/** Makes an empty file under a name that is free. Undefined where the folder cannot be written to. */
async function createFile(
  engine: Engine,
  { uri }: WorkspaceFolder,
  { template, title }: NewStory,
): Promise<Uri | undefined> {
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return undefined;
  const parent = Uri.joinPath(uri, engine.folderFor(template.kind));
  const file = await firstFree(parent, engine.fileNames(title));
  const edit = new WorkspaceEdit();
  if (file) edit.createFile(file, { overwrite: false, ignoreIfExists: false });
  if (file && (await workspace.applyEdit(edit))) return file;
  void window.showWarningMessage(
    unlinked(`No file could be made in ${parent.path}. The story is in an untitled one instead.`),
  );
  return undefined;
}

/** Undefined where every name seems to be taken, as in a folder that cannot be read. */
async function firstFree(parent: Uri, names: Iterable<string>): Promise<Uri | undefined> {
  let tries = 0;
  for (const name of names) {
    const file = Uri.joinPath(parent, name);
    if (!(await exists(file))) return file;
    if (++tries === MOST_TRIES) break;
  }
  return undefined;
}

async function insert(engine: Engine, document: TextDocument, { template, title }: NewStory): Promise<void> {
  const eol = document.eol === EndOfLine.CRLF ? '\r\n' : '\n';
  const editor = await window.showTextDocument(document);
  const snippet = new SnippetString(engine.templateSnippet(template, title, eol));
  await editor.insertSnippet(snippet, new Position(0, 0));
}
