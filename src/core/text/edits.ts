import type { Edit } from '../types';

/** A text after an edit. */
export function applyEdit(text: string, { start, end, text: inserted }: Edit): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

/**
 * The edits of those fixes that get in the way of none before them, in the order of the text. A fix is kept or left out
 * as a whole: half of one would break the text.
 */
export function withoutOverlaps(fixes: readonly (readonly Edit[])[]): Edit[] {
  const kept: Edit[] = [];
  for (const edits of fixes.toSorted((a, b) => startOf(a) - startOf(b))) {
    if (!edits.some((edit) => kept.some((other) => overlap(edit, other)))) kept.push(...edits);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}

function startOf(edits: readonly Edit[]): number {
  return Math.min(...edits.map(({ start }) => start));
}

/** Two that insert at the same place count, too: nothing says which comes first. */
function overlap(a: Edit, b: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
}
