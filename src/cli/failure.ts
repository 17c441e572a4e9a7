import type { ProblemInFile } from '../core/status/status';
import { decodeText } from '../core/text/decode';

/** Why the command could not run; its message is the one line that goes to standard error. */
export class Failure extends Error {}

/** Why a file could not be read. */
export class Unreadable extends Failure {
  readonly problem: ProblemInFile;

  constructor(problem: ProblemInFile) {
    super(told(problem));
    this.problem = problem;
  }
}

/** What is told of an error that nobody expected. */
export const wentWrong = (error: unknown): string => `something went wrong: ${String(error)}`;

/** A problem in one line, as compilers write it. */
export function told({ file, line, column, message }: ProblemInFile): string {
  return `${[file, line, column].filter((one) => one !== undefined).join(':')}: ${message}`;
}

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
  if (text !== undefined) return text;
  const message = 'This line is not UTF-8. Save the file in that encoding.';
  throw new Unreadable({ file: path, line: badLine, column: 1, message });
}

/** Turns what the file system threw into a failure that names the path. */
export function cannotRead(path: string, error: unknown): Unreadable {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  return new Unreadable({ file: path, message: CAUSES[code] ?? message });
}
