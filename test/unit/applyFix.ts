import { plainSnippet } from '../../src/core/text/snippet';
import type { Edit } from '../../src/core/types';

/** The text after a fix, with the placeholders of its snippets as they stand before anything is typed. */
export function applyFix(
  text: string,
  { edits, snippet = false }: { readonly edits: readonly Edit[]; readonly snippet?: boolean },
): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (all, edit) => all.slice(0, edit.start) + (snippet ? plainSnippet(edit.text) : edit.text) + all.slice(edit.end),
      text,
    );
}
