import { decodeText } from '../core/text/decode';

/** Why the command could not run; its message is the one line that goes to standard error. */
export class Failure extends Error {}

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'no permission to read this',
  EPERM: 'no permission to read this',
  EISDIR: 'this is a folder',
  ENOTDIR: 'a part of this path is not a folder',
  ELOOP: 'these links lead round in a circle',
  ENAMETOOLONG: 'this path is too long',
};

/** The text of a file, or a failure that names the line that is not UTF-8. */
export function decode(path: string, bytes: Uint8Array): string {
  const { text, badLine } = decodeText(bytes);
  if (text === undefined)
    throw new Failure(`${path}:${badLine}:1: This line is not UTF-8. Save the file in that encoding.`);
  return text;
}

/** Turns what the file system threw into a failure that names the path. */
export function cannotRead(path: string, error: unknown): Failure {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  return new Failure(`${path}: ${CAUSES[code] ?? message}`);
}
