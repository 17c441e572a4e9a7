import { endRunStart } from './endRun';

/** The beginning of a line, in whole words where there are several; `most` in UTF-16 code units. */
export function shortened(line: string, most: number): string {
  if (line.length <= most) return line;
  const head = line.slice(0, most);
  return `${head.slice(0, endRunStart(head, /\S/)).trimEnd() || head} …`;
}
