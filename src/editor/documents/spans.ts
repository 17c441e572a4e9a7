import type { Span } from '../../core/text/span';
import type { TextChange } from '../../core/types';

/** Whether two stretches have a place in common; one that is empty, such as a cursor, counts at either edge. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/**
 * Where a stretch of text stands after changes, applied in the order given. What is inserted at its edges stays outside;
 * undefined where it was wholly replaced.
 */
export function moveSpan(span: Span, changes: readonly TextChange[]): Span | undefined {
  let { start, end } = span;
  for (const change of changes) {
    const growth = change.text.length - (change.end - change.start);
    if (change.end <= start) {
      start += growth;
      end += growth;
    } else if (change.start < end) {
      if (change.start <= start && end <= change.end) return undefined;
      if (change.start < start) start = change.start + change.text.length;
      end = change.end > end ? change.start : end + growth;
    }
  }
  return { start, end };
}
