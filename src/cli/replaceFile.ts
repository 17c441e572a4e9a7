import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Writes a file piece by piece, and leaves what was there as it is unless all of it can be written. Keeps the mode of the file;
 * a symbolic link stays one.
 */
export function replaceFile(path: string, pieces: Iterable<string>): void {
  const target = targetOf(path);
  const isThere = existsSync(target);
  if (isThere) accessSync(target, constants.W_OK);
  const beside = join(dirname(target), `.starl-${randomUUID()}.tmp`);
  const file = openSync(beside, 'wx');
  try {
    try {
      if (isThere) fchmodSync(file, statSync(target).mode);
      for (const piece of pieces) writeFileSync(file, piece);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** The file that a path leads to, be it there or not. */
function targetOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? targetOf(resolve(realpathSync(dirname(path)), readlinkSync(path))) : path;
}
