import type { ChecklistGroup, ChecklistItem, Pack } from '../packs/packSchema';
import { sourceName, sourceNames, withSourceNames } from '../packs/sourceNames';
import { escapeMarkdown } from '../text/escapeMarkdown';
import { itemText } from './itemText';

/** What of a profile (a pack with all that it inherits) goes into the file. */
export type ChecklistProfile = Pick<Pack, 'title' | 'checklist' | 'sources'>;

type Sources = ChecklistProfile['sources'];

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
    ...checklist.flatMap((group) => writeGroup(group, sources)),
  ];
  if (named.length > 0) {
    blocks.push(
      '## Sources',
      'No company wrote or approved any of these. Where they disagree, the items say who says what.',
      named.map(([id, source]) => `- ${itemText(sourceName(id, sources))}: ${itemText(source.title)}`).join('\n'),
    );
  }
  return `${blocks.join('\n\n')}\n`;
}

/** The blocks of a group, to be parted by blank lines. */
export function writeGroup({ title, items }: ChecklistGroup, sources: Sources): string[] {
  return [`## ${escapeMarkdown(title)}`, ...items.map((item) => writeItem(item, sources))];
}

function writeItem(item: ChecklistItem, sources: Sources): string {
  return [
    `- [ ] ${itemText(item.text)}${markOf(item)}`,
    ...notesOf(item, sources).map((note) => `  - ${itemText(note)}`),
  ].join('\n');
}

/** What stands behind an item: what it asks for before it counts as earned. */
export function markOf({ evidence }: ChecklistItem): string {
  return evidence === undefined ? '' : ` <!-- starl: ${evidence} -->`;
}

/** What stands below an item: the figures and examples, and where it comes from, by names that say something to people. */
export function notesOf({ detail, sources: from }: ChecklistItem, sources: Sources): string[] {
  return [
    ...(detail ? [withSourceNames(detail, sources)] : []),
    ...(from.length > 0 ? [`Sources: ${sourceNames(from, sources)}`] : []),
  ];
}
