import { type TextDocument, type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { Outcome } from '../core/checklist/edits';
import type { Decoded, DecodedFile } from '../core/text/decode';
import type { Edit } from '../core/types';
import type { Clock } from './clock';
import { isMissing } from './config';
import { toRange } from './convert';

/** What reading and writing the user's files takes. */
export interface FileTools {
  readonly clock: Clock;
  readonly decode: (bytes: Uint8Array) => Promise<DecodedFile>;
}

/** What changes a file, given its text as it is now. */
export type Change = (text: string) => Outcome;

const ATTEMPTS = 5;
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
export function createTextFile(uri: Uri, text: string): Thenable<boolean> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text), overwrite: false, ignoreIfExists: false });
  return workspace.applyEdit(edit);
}

/** The text of a file as the user sees it, unsaved edits included; undefined where there is no such file. */
export async function readTextFile(uri: Uri, { decode }: FileTools): Promise<Decoded | undefined> {
  const document = findOpen(uri);
  // A document outlives its file.
  if (!document?.isDirty && !(await exists(uri))) return undefined;
  return document ? { text: document.getText() } : decode(await workspace.fs.readFile(uri));
}

/**
 * Changes a file: in the editor where it is open there (and saves it, unless it has unsaved edits already), otherwise on
 * disk. What others have written in the meantime is kept. Throws, and leaves the file as it was, where that fails.
 */
export async function changeTextFile(uri: Uri, change: Change, tools: FileTools): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const document = findOpen(uri);
    const done = document ? await changeDocument(document, change, tools) : await changeOnDisk(uri, change, tools);
    if (done) return;
    await pause(tools.clock);
  }
  throw new Error('something else keeps changing the file');
}

/** The document of a file, where it is open. */
export function findOpen(uri: Uri): TextDocument | undefined {
  const key = uri.toString();
  return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === key);
}

/** False where the document has changed under our hands. */
async function changeDocument(document: TextDocument, change: Change, tools: FileTools): Promise<boolean> {
  if (!document.isDirty && !(await isUpToDate(document, tools))) return false;
  const { isDirty } = document;
  const before = document.getText();
  const edit = editFor(before, change);
  if (!edit || !(await applyToDocument(document, edit))) return !edit;
  if (isDirty || (await save(document))) return true;
  const end = edit.start + edit.text.length;
  if (document.getText().slice(edit.start, end) === edit.text) {
    await applyToDocument(document, { start: edit.start, end, text: before.slice(edit.start, edit.end) });
  }
  throw new Error('it could not be saved');
}

/** The editor refuses the edit where the document is no longer of the version that the range was made for. */
function applyToDocument(document: TextDocument, { start, end, text }: Edit): Thenable<boolean> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, toRange(document, { start, end }), text);
  return workspace.applyEdit(edit);
}

async function save(document: TextDocument): Promise<boolean> {
  try {
    return await document.save();
  } catch {
    return false;
  }
}

/** Whether a document without unsaved edits shows what is on disk; after a change from outside that takes a moment. */
async function isUpToDate(document: TextDocument, { decode }: FileTools): Promise<boolean> {
  const { text } = await decode(await workspace.fs.readFile(document.uri));
  // In another encoding the two can't be compared.
  return text === undefined || document.isDirty || comparable(text) === comparable(document.getText());
}

function comparable(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** False where the file has changed between reading and writing. */
async function changeOnDisk(uri: Uri, change: Change, { decode }: FileTools): Promise<boolean> {
  const bytes = await workspace.fs.readFile(uri);
  const { text, badLine, encode } = await decode(bytes);
  if (text === undefined) throw new Error(`line ${badLine} is not UTF-8`);
  const edit = editFor(text, change);
  if (!edit) return true;
  const changed = encode(text.slice(0, edit.start) + edit.text + text.slice(edit.end));
  if (findOpen(uri) || !areEqual(bytes, await workspace.fs.readFile(uri))) return false;
  await workspace.fs.writeFile(uri, changed);
  return true;
}

function editFor(text: string, change: Change): Edit | undefined {
  const { edit, refusal } = change(text);
  if (refusal !== undefined) throw new Error(refusal);
  return edit;
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function pause(clock: Clock): Promise<void> {
  return new Promise((resolve) => clock.after(WAIT, resolve));
}
