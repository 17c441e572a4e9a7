/** `1 word`, `2 words`; `2 stories`, with a plural of its own. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
