/**
 * Where the characters of a set begin that a text ends with; its length where there are none. A regular expression for
 * that (`/[ \t]*$/`) begins anew at every one of them, and takes the square of their number where something follows.
 */
export function endRunStart(text: string, set: RegExp, end = text.length): number {
  let start = end;
  while (start > 0 && set.test(text.charAt(start - 1))) start--;
  return start;
}

/** The text without the characters of a set that it ends with. */
export function withoutEnd(text: string, set: RegExp): string {
  return text.slice(0, endRunStart(text, set));
}
