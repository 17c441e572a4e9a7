import type { Finding, TextChange } from '../../core';
import type { Span } from '../../core/text/span';
import { moveSpan, touches } from '../documents/spans';

/** How long after the last edit new findings appear, in milliseconds. */
export const SHOW_DELAY = 1000;
/** How long a sentence counts as being typed after its last edit, while the cursor stays in it. */
export const TYPING_MOMENT = 3000;

/** Where a finding stands that the user sees. */
export interface Shown extends Span {
  readonly rule: string;
}

/** What was typed last, and when. */
export interface Typed {
  readonly spans: readonly Span[];
  readonly at: number;
}

export function toShown({ rule, start, end }: Finding): Shown {
  return { rule, start: start.offset, end: end.offset };
}

/** Where the findings that the user sees stand after an edit; those whose text was replaced are left out. */
export function moveShown(shown: readonly Shown[], changes: readonly TextChange[]): Shown[] {
  return shown.flatMap(({ rule, ...span }) => {
    const moved = moveSpan(span, changes);
    return moved ? { rule, ...moved } : [];
  });
}

/**
 * Of the findings after an edit those that the user saw before it: new ones wait, cured ones are gone at once.
 * Both lists are in the order of the text.
 */
export function stillShown(findings: Iterable<Finding>, shown: readonly Shown[]): Finding[] {
  const byRule = new Map<string, { readonly entries: Shown[]; next: number }>();
  for (const entry of shown) {
    const list = byRule.get(entry.rule) ?? { entries: [], next: 0 };
    list.entries.push(entry);
    byRule.set(entry.rule, list);
  }
  const isStill = (now: Shown): boolean => {
    const list = byRule.get(now.rule);
    if (!list) return false;
    while ((list.entries[list.next]?.end ?? now.start) < now.start) list.next++;
    const before = list.entries[list.next];
    return before !== undefined && touches(before, now);
  };
  const reach = shown.reduce((end, entry) => Math.max(end, entry.end), -1);
  const still: Finding[] = [];
  // One by one, because what stands behind all that is shown need not even be placed.
  for (const finding of findings) {
    if (finding.start.offset > reach) break;
    if (isStill(toShown(finding))) still.push(finding);
  }
  return still;
}

/** The first findings of a text, of which the others need not even be placed. */
export function firstOf(findings: Iterable<Finding>, most: number): Finding[] {
  const first: Finding[] = [];
  for (const finding of findings) if (first.push(finding) >= most) break;
  return first;
}

/** What an edit has put in. */
export function typedBy(changes: readonly TextChange[], at: number): Typed {
  const spans = changes.reduce<Span[]>((before, change) => {
    const moved = before.flatMap((span) => moveSpan(span, [change]) ?? []);
    return [...moved, { start: change.start, end: change.start + change.text.length }];
  }, []);
  return { spans, at };
}

/** The sentences being typed: a cursor is in them, and they were edited within the last moments. */
export function sentencesBeingTyped(
  typed: Typed | undefined,
  cursors: readonly number[],
  now: number,
  sentenceAt: (offset: number) => Span,
): Span[] {
  if (!typed || now - typed.at >= TYPING_MOMENT) return [];
  const sentences = cursors.map(sentenceAt);
  return sentences.filter((sentence) => typed.spans.some((span) => touches(span, sentence)));
}

/** The findings that stand in none of the sentences. */
export function outside(findings: readonly Finding[], sentences: readonly Span[]): Finding[] {
  return findings.filter((finding) => !sentences.some((sentence) => touches(sentence, toShown(finding))));
}
