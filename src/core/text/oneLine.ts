/** Turns what somebody typed or pasted into one line: every run of white space and control characters becomes a space. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
