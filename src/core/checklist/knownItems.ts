import type { ChecklistItem, Pack } from '../packs/packSchema';
import { oneLine } from '../text/oneLine';
import type { Item } from './checklist';
import { itemText } from './itemText';
import { markOf, notesOf } from './makeChecklist';

/** What of a profile a checklist is held against. */
export type KnownProfile = Pick<Pack, 'title' | 'checklist' | 'sources'>;

/** An item of a profile, with the lines that it makes in a file, without box and indentation. */
export interface KnownItem {
  readonly item: ChecklistItem;
  readonly lines: () => readonly string[];
}

/** The items of profiles by their text, as it stands in a tree. */
export function knownItems(profiles: readonly KnownProfile[]): ReadonlyMap<string, readonly KnownItem[]> {
  const all = new Map<string, KnownItem[]>();
  for (const { checklist, sources } of profiles) {
    for (const item of checklist.flatMap(({ items }) => items)) {
      const text = oneLine(item.text);
      all.set(text, [...(all.get(text) ?? []), { item, lines: () => linesOf(item, sources) }]);
    }
  }
  return all;
}

/** What an item of a profile looks like in a file, a line each. */
export function linesOf(item: ChecklistItem, sources: KnownProfile['sources']): string[] {
  return [itemText(item.text) + markOf(item), ...notesOf(item, sources).map((note) => `- ${itemText(note)}`)];
}

/** Whether an item of a file is open and still as a profile has written it, with nothing of the user's in or below it. */
export function isUntouched(text: string, { done, items, mark, end }: Item, known: readonly KnownItem[] = []): boolean {
  if (done || items.length > 0) return false;
  const lines = text
    .slice(mark + 2, end)
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return known.some((one) => one.lines().join('\n') === lines.join('\n'));
}
