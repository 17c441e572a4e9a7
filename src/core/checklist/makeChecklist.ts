import type { ChecklistGroup, ChecklistItem, Pack } from '../../packs/schema';
import { escapeMarkdown } from '../text/escapeMarkdown';
import { itemText } from './itemText';

/** What of a profile (a pack with all that it inherits) goes into the file. */
export type ChecklistProfile = Pick<Pack, 'title' | 'checklist' | 'sources'>;

/**
 * Writes the checklist of a profile. A blank line parts the items: git merges two branches that tick neighbours only where
 * a line that neither has changed stands between them.
 */
export function makeChecklist({ title, checklist, sources }: ChecklistProfile): string {
  const used = new Set(checklist.flatMap(({ items }) => items.flatMap((item) => item.sources)));
  const named = Object.entries(sources).filter(([id]) => used.has(id));
  const blocks = [
    `# Preparation: ${escapeMarkdown(title)}`,
    'Tick what is done, here or under Checklist in the Starl side bar. Change, add and delete as you like: the file is yours.',
    ...checklist.flatMap(writeGroup),
  ];
  if (named.length > 0) {
    blocks.push(
      '## Sources',
      'No company wrote or approved any of these. Where they disagree, the items say who says what.',
      named.map(([id, source]) => `- ${id}: ${itemText(source.title)}`).join('\n'),
    );
  }
  return `${blocks.join('\n\n')}\n`;
}

/** The blocks of a group, to be parted by blank lines. */
export function writeGroup({ title, items }: ChecklistGroup): string[] {
  return [`## ${escapeMarkdown(title)}`, ...items.map(writeItem)];
}

function writeItem(item: ChecklistItem): string {
  return [`- [ ] ${itemText(item.text)}${markOf(item)}`, ...notesOf(item).map((note) => `  - ${itemText(note)}`)].join(
    '\n',
  );
}

/** What stands behind an item: what it asks for before it counts as earned. */
export function markOf({ evidence }: ChecklistItem): string {
  return evidence === undefined ? '' : ` <!-- starl: ${evidence} -->`;
}

/** What stands below an item: the figures and examples, and where it comes from. */
export function notesOf({ detail, sources }: ChecklistItem): string[] {
  return [...(detail ? [detail] : []), ...(sources.length > 0 ? [`Sources: ${sources.join(', ')}`] : [])];
}
