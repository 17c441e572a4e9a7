import { type Uri, window, workspace } from 'vscode';
import { areEqual } from './changeBytes';

/**
 * Writes a file of which we know what was in it, undefined for no file. Throws where that fails, and then what was there is
 * there again: a disk that is full has lost it by then, and has taken the beginning of what was to be written.
 */
export async function writeSafely(uri: Uri, bytes: Uint8Array, before: Uint8Array | undefined): Promise<void> {
  try {
    await workspace.fs.writeFile(uri, bytes);
  } catch (error) {
    if (await putBack(uri, bytes, before)) throw error;
    if (before) await keepInEditor(new TextDecoder().decode(before));
    throw new Error(
      'the disk refused it half-way, and what was in the file stands in an untitled editor now: save that where there is room',
    );
  }
}

/** Takes away what is left of a file that could not be made. */
export async function removeRemains(uri: Uri, bytes: Uint8Array): Promise<void> {
  await putBack(uri, bytes, undefined);
}

/** Undoes a write that has failed; false where the disk does not even take that. */
async function putBack(uri: Uri, written: Uint8Array, before: Uint8Array | undefined): Promise<boolean> {
  try {
    const now = await workspace.fs.readFile(uri).then(undefined, () => undefined);
    const isLeft = now !== undefined && now.length < written.length && now.every((byte, at) => byte === written[at]);
    if (now && (!isLeft || (before && areEqual(now, before)))) return true;
    if (before) await workspace.fs.writeFile(uri, before);
    else if (now) await workspace.fs.delete(uri);
    return true;
  } catch {
    return false;
  }
}

/** Shows a text that no disk takes in an untitled editor, where it is not lost. */
export async function keepInEditor(content: string): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ content }));
}
