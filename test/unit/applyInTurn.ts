import type { Edit } from '../../src/core';

/** The text after changes that are applied one after the other, each with offsets in what those before it have left. */
export function applyInTurn(text: string, changes: readonly Edit[]): string {
  return changes.reduce((now, { start, end, text: inserted }) => now.slice(0, start) + inserted + now.slice(end), text);
}
