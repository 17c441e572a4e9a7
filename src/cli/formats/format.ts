import type { FileReport, LintRest } from '../lint';

/** Puts what was found into words, file by file, so that nothing has to be kept until the end. */
export interface Format {
  file(file: FileReport): string;
  /** What stands behind the last file, piece by piece. */
  end(rest: LintRest): Iterable<string>;
}
