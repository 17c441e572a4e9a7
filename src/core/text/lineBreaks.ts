const BREAK = /\r\n|\n|\r/;

/** The line break in use around an offset. */
export function lineBreak(text: string, offset: number): string {
  return BREAK.exec(text.slice(offset))?.[0] ?? BREAK.exec(text)?.[0] ?? '\n';
}

/** Where the line begins in which an offset stands. */
export function lineStart(text: string, offset: number): number {
  const before = text.slice(0, offset);
  return Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
}

/** Where the line ends in which an offset stands, before its break. */
export function lineEnd(text: string, offset: number): number {
  const rest = text.slice(offset).search(/[\r\n]/);
  return rest < 0 ? text.length : offset + rest;
}
