import { EndOfLine, type TextDocument, TextEdit, type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { Decoded } from '../../core/text/decode';
import { difference } from '../../core/text/difference';
import { applyEdit } from '../../core/text/edits';
import type { Edit } from '../../core/types';
import { isMissing } from '../config/config';
import { toRange } from '../documents/convert';
import { type Change, changeBytes, isOvertaken, pause, type ReadTools } from './changeBytes';
import { readBytes } from './readBytes';
import { removeRemains, writeSafely } from './safeWrite';
import type { WriteQueue } from './writeQueue';

/** What reading and writing the user's files takes. */
export interface FileTools extends ReadTools {
  /** The one queue of all that writes. */
  readonly writes: WriteQueue;
}

const ATTEMPTS = 20;
const WAIT = 100;

/** Whether there is something of that name, a folder included. */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return !isMissing(error);
  }
}

/** Makes a file; false where that failed, or something of that name has come into being. */
export async function createTextFile(uri: Uri, text: string): Promise<boolean> {
  const contents = new TextEncoder().encode(text);
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { contents, overwrite: false, ignoreIfExists: false });
  const wasThere = await exists(uri);
  if (await workspace.applyEdit(edit)) return true;
  if (!wasThere) await removeRemains(uri, contents);
  return false;
}

/** Makes a file where there is nothing of its name. Throws where that fails. */
export async function ensureTextFile(uri: Uri, text: string): Promise<void> {
  if ((await exists(uri)) || (await createTextFile(uri, text)) || (await exists(uri))) return;
  throw new Error('it could not be made; look whether the folder is write-protected, or the disk full');
}

/** The text of a file as the user sees it, unsaved edits included; undefined where there is no such file. */
export async function readTextFile(uri: Uri, { clock, decode }: ReadTools): Promise<Decoded | undefined> {
  const document = findOpen(uri);
  // A document outlives its file.
  if (!document?.isDirty && !(await exists(uri))) return undefined;
  return document ? { text: document.getText() } : decode(await readBytes(uri, clock));
}

/**
 * Changes a file when all changes before have ended: in the editor where it is open there (and saves it, unless it has unsaved
 * edits already), otherwise on disk. What others have written in the meantime is kept. Throws, and leaves the file as it was,
 * where that fails.
 */
export function changeTextFile(uri: Uri, prepare: () => Promise<Change>, tools: FileTools): Promise<void> {
  return tools.writes.run([uri], async () => {
    const change = await prepare();
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const document = findOpen(uri);
      const done = document ? await changeDocument(document, change, tools) : await changeOnDisk(uri, change, tools);
      if (done) return;
      await pause(tools.clock, WAIT);
    }
    throw new Error('something else keeps changing the file');
  });
}

/** A file, and what changes it. */
export interface FileChange {
  readonly uri: Uri;
  readonly change: Change;
}

/**
 * Changes several files in the editor in one step, which one Undo takes back, and saves those that had no unsaved edits.
 * Throws where that fails, before anything is changed; or with the names of what is changed and could not be saved.
 */
export function changeTextFiles(changes: readonly FileChange[], tools: FileTools): Promise<void> {
  const uris = changes.map(({ uri }) => uri);
  return tools.writes.run(uris, () => changeTogether(changes, tools));
}

async function changeTogether(changes: readonly FileChange[], tools: FileTools): Promise<void> {
  const opened = await Promise.all(
    changes.map(async ({ uri, change }) => ({ document: await workspace.openTextDocument(uri), change })),
  );
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const isFresh = await Promise.all(
      opened.map(async ({ document }) => document.isDirty || isUpToDate(document, tools)),
    );
    const hadEdits = await Promise.all(opened.map(({ document }) => hasEdits(document, tools)));
    if (isFresh.every(Boolean)) {
      const edits = opened.flatMap(({ document, change }, index) => {
        const before = document.getText();
        const edit = editFor(before, change);
        return edit ? { document, change, before, edit, isToSave: !hadEdits[index] } : [];
      });
      const all = new WorkspaceEdit();
      for (const { document, edit } of edits) all.replace(document.uri, toRange(document, edit), edit.text);
      if (await workspace.applyEdit(all)) {
        await saveAll(
          edits.filter(({ isToSave }) => isToSave),
          tools,
        );
        return;
      }
    }
    await pause(tools.clock, WAIT);
  }
  throw new Error('something else keeps changing the files');
}

async function saveAll(edited: readonly Edited[], tools: FileTools): Promise<void> {
  const unsaved: string[] = [];
  for (const one of edited)
    if (!(await saveEdited(one, tools))) unsaved.push(workspace.asRelativePath(one.document.uri));
  if (unsaved.length > 0)
    throw new Error(
      `it is done in the editor, but could not be saved in ${unsaved.join(' and ')}; save it, or undo it there`,
    );
}

/** The document of a file, where it is open. */
export function findOpen(uri: Uri): TextDocument | undefined {
  const key = uri.toString();
  return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === key);
}

/** False where the document has changed under our hands. */
async function changeDocument(document: TextDocument, change: Change, tools: FileTools): Promise<boolean> {
  if (!document.isDirty && !(await isUpToDate(document, tools))) return false;
  const isEdited = await hasEdits(document, tools);
  const before = document.getText();
  const edit = editFor(before, change);
  if (!edit || !(await applyToDocument(document, edit))) return !edit;
  if (isEdited) return true;
  if (await saveEdited({ document, change, before, edit }, tools)) {
    const read = () => textOnDisk(document, tools);
    return !(await isOvertaken(read, before, edit, change, tools.clock));
  }
  const end = edit.start + edit.text.length;
  if (document.getText().slice(edit.start, end) === edit.text) {
    await applyToDocument(document, { start: edit.start, end, text: before.slice(edit.start, edit.end) });
  }
  // A disk that is full has lost what was in the file, and has room for that again.
  if (document.getText() === before && !(await isOnDisk(() => before, document.uri, tools))) await save(document);
  throw new Error('it could not be saved; look whether the file is write-protected, or the disk full');
}

/** The editor refuses the edit where the document is no longer of the version that the range was made for. */
function applyToDocument(document: TextDocument, { start, end, text }: Edit): Thenable<boolean> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, toRange(document, { start, end }), text);
  return workspace.applyEdit(edit);
}

/** A document in which a change has been made, and not been saved yet. */
interface Edited {
  readonly document: TextDocument;
  readonly change: Change;
  /** Its text, as it was on disk, and what the change has made of it. */
  readonly before: string;
  readonly edit: Edit;
}

/**
 * Saves a document, and with it what another window has written to the file since it was read: VS Code takes a file for the
 * same as long as its length is, as it is after a tick, and others may have a document formatted for seconds before it is
 * written. What comes later than that look, a few ms before the file is written, the other window does again, since it looks
 * at its file for longer; see `changeBytes`.
 */
async function saveEdited(edited: Edited, tools: FileTools): Promise<boolean> {
  const listener = workspace.onWillSaveTextDocument((event) => {
    if (event.document === edited.document) event.waitUntil(takeAlong(edited, tools));
  });
  try {
    return await save(edited.document);
  } finally {
    listener.dispose();
  }
}

/** What puts into a document what has come to its file; nothing where the user has written on in it. */
async function takeAlong({ document, change, before, edit }: Edited, tools: FileTools): Promise<TextEdit[]> {
  const now = await textOnDisk(document, tools).catch(() => undefined);
  if (now === undefined || now === before || document.getText() !== applyEdit(before, edit)) return [];
  const anew = change(now);
  if (anew.refusal !== undefined) return [];
  const rest = difference(document.getText(), anew.edit ? applyEdit(now, anew.edit) : now);
  return rest ? [TextEdit.replace(toRange(document, rest), rest.text)] : [];
}

async function save(document: TextDocument): Promise<boolean> {
  try {
    return await document.save();
  } catch {
    return false;
  }
}

/** Whether there is anything to save in a document that is not ours; VS Code takes one for changed that could not be saved. */
async function hasEdits(document: TextDocument, { decode }: FileTools): Promise<boolean> {
  if (!document.isDirty) return false;
  const bytes = await workspace.fs.readFile(document.uri).then(undefined, () => undefined);
  const { text } = bytes ? await decode(bytes) : {};
  return text?.replace(/^\uFEFF/, '') !== document.getText();
}

/** Whether a document without unsaved edits shows what is on disk; after a change from outside that takes a moment. */
async function isUpToDate(document: TextDocument, tools: FileTools): Promise<boolean> {
  return (await isOnDisk(() => document.getText(), document.uri, tools)) || document.isDirty;
}

/** Whether a file holds a text; one in another encoding can't be compared. */
async function isOnDisk(shown: () => string, uri: Uri, { decode }: FileTools): Promise<boolean> {
  const { text } = await decode(await workspace.fs.readFile(uri));
  return text === undefined || comparable(text) === comparable(shown());
}

function comparable(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** What is on disk of a document, in the form that the editor gives it. */
async function textOnDisk({ uri, eol }: TextDocument, { clock, decode }: FileTools): Promise<string | undefined> {
  const { text } = await decode(await readBytes(uri, clock));
  return text && comparable(text).replaceAll('\n', eol === EndOfLine.CRLF ? '\r\n' : '\n');
}

/** False where the file has changed between reading and writing. */
function changeOnDisk(uri: Uri, change: Change, tools: FileTools): Promise<boolean> {
  const file = {
    read: () => workspace.fs.readFile(uri),
    write: (bytes: Uint8Array, before: Uint8Array) => writeSafely(uri, bytes, before),
    isOpen: () => findOpen(uri) !== undefined,
  };
  return changeBytes(file, change, tools);
}

function editFor(text: string, change: Change): Edit | undefined {
  const { edit, refusal } = change(text);
  if (refusal !== undefined) throw new Error(refusal);
  return edit;
}
