import type { ChecklistItem, Pack } from '../../packs/schema';
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
    ...checklist.flatMap((group) => [`## ${escapeMarkdown(group.title)}`, ...group.items.map(writeItem)]),
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

function writeItem({ text, detail, evidence, sources }: ChecklistItem): string {
  const lines = [`- [ ] ${itemText(text)}${evidence === undefined ? '' : ` <!-- starl: ${evidence} -->`}`];
  if (detail) lines.push(`  - ${itemText(detail)}`);
  if (sources.length > 0) lines.push(`  - Sources: ${sources.join(', ')}`);
  return lines.join('\n');
}
