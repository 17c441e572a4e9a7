import type { Outcome } from '../../core/checklist/edits';
import type { DecodedFile } from '../../core/text/decode';
import { applyEdit } from '../../core/text/edits';
import type { Edit } from '../../core/types';
import type { Clock } from '../clock';

/** What changes a file, given its text as it is now. */
export type Change = (text: string) => Outcome;

/** What reading and waiting take. */
export interface ReadTools {
  readonly clock: Clock;
  readonly decode: (bytes: Uint8Array) => Promise<DecodedFile>;
}

/** A file on disk, which others may write to at any moment. */
export interface BytesFile {
  read(): PromiseLike<Uint8Array>;
  /** Throws where that fails, and then what was there before is there again. */
  write(bytes: Uint8Array, before: Uint8Array): PromiseLike<void>;
  /** Whether an editor has opened the file, which is then to be changed there. */
  isOpen(): boolean;
}

/**
 * How long another window may take, in ms, from its last look at a file to having written it. VS Code cannot be asked to
 * write to a file only where it is as it was read.
 */
const OVERTAKING = 150;
/** How long a file may stay empty before somebody's text is in it, in ms: VS Code empties a file before it writes to it. */
const FILLING = 30;
/** How often an empty file is looked at before it is taken for one that is meant to be empty. */
const MOST_LOOKS = 5;

/**
 * Changes a file by what was read of it. False where somebody else wrote at the same moment, so that it is to be done again.
 * Throws where the file cannot be read, and then leaves it alone.
 */
export async function changeBytes(file: BytesFile, change: Change, { clock, decode }: ReadTools): Promise<boolean> {
  const bytes = await readFilled(file, clock);
  const { text, badLine, encode } = await decode(bytes);
  if (text === undefined) throw new Error(`line ${badLine} is not UTF-8`);
  const { edit, refusal } = change(text);
  if (file.isOpen() || !areEqual(bytes, await file.read())) return false;
  if (refusal !== undefined) throw new Error(refusal);
  if (!edit) return true;
  await file.write(encode(applyEdit(text, edit)), bytes);
  const readAgain = async () => (await decode(await readFilled(file, clock))).text;
  return !(await isOvertaken(readAgain, text, edit, change, clock));
}

/** What is in a file when nobody is about to write to it. */
export async function readFilled({ read }: Pick<BytesFile, 'read'>, clock: Clock): Promise<Uint8Array> {
  let bytes = await read();
  for (let look = 1; bytes.length === 0 && look < MOST_LOOKS; look++) {
    await pause(clock, FILLING);
    bytes = await read();
  }
  return bytes;
}

/** Whether a change that was just written is gone again, since another window wrote what it had made of the text before. */
export async function isOvertaken(
  read: () => Promise<string | undefined>,
  before: string,
  edit: Edit,
  change: Change,
  clock: Clock,
): Promise<boolean> {
  await pause(clock, OVERTAKING);
  const now = await read().catch(() => undefined);
  return now !== undefined && isLost(before, edit, now, change);
}

/** Whether a text that has come of `before` lacks what an edit made of it; whoever has just taken the edit back meant to. */
function isLost(before: string, edit: Edit, now: string, change: Change): boolean {
  const after = applyEdit(before, edit);
  if (now === before || now === after) return false;
  const isDoneOnce = change(after).edit === undefined;
  return isDoneOnce ? change(now).edit !== undefined : !now.includes(edit.text.trim());
}

/** Whether two files hold the same. */
export function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** Waits so many ms. */
export function pause(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => clock.after(milliseconds, resolve));
}
