import { counted } from '../../core/text/counted';
import type { FileReport, LintRest } from '../lint';

/** Puts what was found into words, file by file, so that nothing has to be kept until the end. */
export interface Format {
  file(file: FileReport): string;
  /** What stands behind the last file, piece by piece. */
  end(rest: LintRest): Iterable<string>;
}

/** Says of how many files nothing is told as they do not look like ours, and how they are made to. */
export function othersText(ours: number, others: number): string {
  const more = `${ours === 0 ? '' : 'other '}file`;
  return `${counted(others, more)} ${others === 1 ? 'does not look like a story' : 'do not look like stories'}: put "starl: story" into the front matter, or use --all.`;
}
