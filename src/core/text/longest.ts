// Without imports: what asks the user for a text needs no schema for it.

/** The longest texts that are read from the user's files, in UTF-16 code units: a line, such as a title; others by their fields. */
export const LONGEST = { line: 200, tests: 400, change: 2000, note: 2000 } as const;

/** What to do about a text that is longer than `most`. */
export function keepTo(most: number): string {
  return `Keep this to ${most} characters`;
}

/** The same, where a text is longer. */
export function tooLong(text: string, most: number): string | undefined {
  return text.length > most ? keepTo(most) : undefined;
}
