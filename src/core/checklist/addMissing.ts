import type { ChecklistGroup } from '../packs/packSchema';
import { difference } from '../text/difference';
import { applyEdit } from '../text/edits';
import { oneLine } from '../text/oneLine';
import { itemsWithin, type Section, sectionsWithin } from './checklist';
import { addItem, type Outcome } from './edits';
import { type ChecklistProfile, markOf, notesOf, writeGroup } from './makeChecklist';
import { readChecklist } from './readChecklist';

/**
 * Adds the items of a profile that are not in the file yet, each to its group, behind those that `order` has before it. What
 * is there stays as it is.
 */
export function addMissing(
  text: string,
  profile: Omit<ChecklistProfile, 'title'>,
  order: ChecklistProfile['checklist'] = profile.checklist,
): Outcome {
  let current = text;
  for (const group of profile.checklist) {
    const { checklist, problem } = readChecklist(current);
    if (problem) return { refusal: `${problem.cause} in line ${problem.line}` };
    const there = new Set([...itemsWithin(checklist)].map(({ label }) => label));
    const items = group.items.filter((item) => !there.has(oneLine(item.text)));
    const section = [...sectionsWithin(checklist)].find(({ title }) => title === oneLine(group.title));
    const next = section
      ? addTo(current, section.id, items, orderIn(order, group), profile.sources)
      : addGroup(current, checklist, { ...group, items }, profile.sources);
    if (next === undefined)
      return { refusal: 'an item would not be one there; a code block or a comment may be left open' };
    current = next;
  }
  return { edit: difference(text, current) };
}

/** The texts of all items of a group, in their order. */
function orderIn(order: ChecklistProfile['checklist'], { id, items }: ChecklistGroup): string[] {
  return (order.find((group) => group.id === id)?.items ?? items).map(({ text }) => oneLine(text));
}

/** Puts each item behind those that stand before it among `all`. Undefined where the items cannot be put there. */
function addTo(
  text: string,
  section: string,
  items: ChecklistGroup['items'],
  all: readonly string[],
  sources: ChecklistProfile['sources'],
): string | undefined {
  let current = text;
  for (const item of items) {
    const behind = all.slice(0, all.indexOf(oneLine(item.text))).reverse();
    const { edit } = addItem(current, section, item.text, {
      mark: markOf(item),
      notes: notesOf(item, sources),
      behind,
    });
    if (!edit) return undefined;
    current = applyEdit(current, edit);
  }
  return current;
}

/** Puts a new group behind the last one that there is. */
function addGroup(
  text: string,
  checklist: Section,
  group: ChecklistGroup,
  sources: ChecklistProfile['sources'],
): string | undefined {
  if (group.items.length === 0) return text;
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const end = [...sectionsWithin(checklist)].at(-1)?.end ?? text.length;
  const start = text.slice(0, end).trimEnd().length;
  const block = writeGroup(group, sources).join('\n\n').replaceAll('\n', eol);
  const opening = start === 0 ? '' : eol + eol;
  const next = applyEdit(text, { start, end: start, text: `${opening}${block}${start === text.length ? eol : ''}` });
  const { checklist: after } = readChecklist(next);
  const labels = (of: Section): string[] => [...itemsWithin(of)].map(({ label, done }) => `${done} ${label}`);
  const wanted = [...labels(checklist), ...group.items.map((item) => `false ${oneLine(item.text)}`)];
  return after && labels(after).sort().join('\n') === wanted.sort().join('\n') ? next : undefined;
}
