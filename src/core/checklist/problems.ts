import { capital } from '../text/capital';
import { LineIndex } from '../text/lines';
import { type Problem, toProblems } from '../yaml/problem';
import type { UnreadableFile } from './checklist';

/** Far beyond any list that people tick by hand; what is longer would slow the editor down. */
const LONGEST = 200_000;
const LONGEST_LINE = 5_000;
const CONFLICT = /(?<=^|[\r\n])(?:<{7}|>{7})(?= |[\r\n]|$)/;
const LONG_LINE = new RegExp(`(?<![^\\r\\n])[^\\r\\n]{${LONGEST_LINE + 1}}`);

/** What forbids to read a text as a checklist, and to write to it. */
export function findProblem(text: string): UnreadableFile | undefined {
  if (text.length > LONGEST) return { line: 1, cause: `more than ${shown(LONGEST)} characters` };
  return (
    find(text, /\0/, 'not a text file') ??
    find(text, CONFLICT, 'merge conflict') ??
    find(text, LONG_LINE, `more than ${shown(LONGEST_LINE)} characters in one line`)
  );
}

/** The same as a problem of the file, at its line. */
export function unreadableAt(text: string, { line, cause }: UnreadableFile): Problem[] {
  const { start, end } = new LineIndex(text).line(line);
  const message = `${capital(cause)}. Until that is mended, this file is neither read nor changed.`;
  return toProblems(text, [{ message, start, end }]);
}

function find(text: string, pattern: RegExp, cause: string): UnreadableFile | undefined {
  const index = text.search(pattern);
  return index < 0 ? undefined : { line: new LineIndex(text).position(index).line, cause };
}

function shown(figure: number): string {
  return figure.toLocaleString('en');
}
