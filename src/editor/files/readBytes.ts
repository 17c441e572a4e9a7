import { type Uri, workspace } from 'vscode';
import type { Clock } from '../clock';
import { readFilled } from './changeBytes';

/** What is in a file on disk; one that somebody has just emptied to write to it is given the time to be written. */
export function readBytes(uri: Uri, clock: Clock): Promise<Uint8Array> {
  return readFilled({ read: () => workspace.fs.readFile(uri) }, clock);
}
