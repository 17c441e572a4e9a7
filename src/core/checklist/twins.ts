import type { ChecklistItem } from '../packs/packSchema';
import { lineBreak, lineStart } from '../text/lineBreaks';
import { oneLine } from '../text/oneLine';
import type { Item } from './checklist';
import { isUntouched, type KnownItem, type KnownProfile, linesOf } from './knownItems';

/** Which items of a profile a checklist has already, if in other words. */
export interface Twins {
  /** Ids of the items that need not be added. */
  readonly covered: ReadonlySet<string>;
  /** What of the profile stands for an item of the file that nobody has touched, by the id of the latter. */
  readonly reworded: ReadonlyMap<string, ChecklistItem>;
  /** The items of the file. */
  readonly items: readonly Item[];
}

/**
 * Finds for each item of a profile the one of a file that asks for the same: the same text, the same id in another profile,
 * or the same evidence. One that the user has ticked or edited and that is reached by other evidence asks for something else.
 */
export function findTwins(
  text: string,
  items: readonly Item[],
  { checklist }: KnownProfile,
  known: ReadonlyMap<string, readonly KnownItem[]>,
): Twins {
  const wanted = checklist.flatMap((group) => group.items);
  const texts = new Set(wanted.map((item) => oneLine(item.text)));
  const labels = new Set(items.map(({ label }) => label));
  const others = new Set(items.filter(({ label }) => !texts.has(label)));
  const covered = new Set<string>();
  const reworded = new Map<string, ChecklistItem>();
  const pair = (one: ChecklistItem, other: Item): void => {
    covered.add(one.id);
    others.delete(other);
    if (isUntouched(text, other, known.get(other.label))) reworded.set(other.id, one);
  };
  for (const one of wanted) if (labels.has(oneLine(one.text))) covered.add(one.id);
  const hasId = (one: ChecklistItem) => (other: Item) =>
    known.get(other.label)?.some(({ item }) => item.id === one.id) ?? false;
  const hasEvidence = (one: ChecklistItem) => (other: Item) =>
    one.evidence !== undefined &&
    other.evidence !== undefined &&
    oneLine(other.evidence.text) === oneLine(one.evidence);
  for (const isTwin of [hasId, hasEvidence]) {
    for (const one of wanted) {
      if (covered.has(one.id)) continue;
      const twin = [...others].find(
        (other) =>
          isTwin(one)(other) &&
          (isUntouched(text, other, known.get(other.label)) || other.evidence?.text === one.evidence),
      );
      if (twin) pair(one, twin);
    }
  }
  return { covered, reworded, items };
}

/** Puts the words and notes of the profile in place of those of its untouched twins. */
export function rewordTwins(text: string, { reworded, items }: Twins, sources: KnownProfile['sources']): string {
  let current = text;
  for (const { id, start, mark, end } of items.toReversed()) {
    const item = reworded.get(id);
    if (!item) continue;
    const indent = ' '.repeat(mark - 1 - lineStart(text, start));
    const [first = '', ...notes] = linesOf(item, sources);
    const below = notes.map((note) => `${lineBreak(text, start)}${indent}${note}`).join('');
    current = `${current.slice(0, mark + 2)} ${first}${below}${current.slice(end)}`;
  }
  return current;
}
