import type { Story } from '../../story/story';
import { tabStop } from '../../text/snippet';
import type { RuleFix } from '../rule';

export interface SectionText {
  readonly heading: string;
  /** What the writer is asked for, an item each; a mark may follow the brackets. */
  readonly prompts: readonly string[];
  /** Behind each prompt. */
  readonly mark?: string;
}

/** A fix that adds a section to a design sheet: below an empty heading of its name, else first or last in the sheet. */
export function insertSection(
  story: Story,
  title: string,
  section: SectionText,
  where: 'first' | 'last' = 'last',
): RuleFix {
  const { blocks, eol } = story;
  const items = section.prompts.map((prompt, i) => `- ${tabStop(i + 1, `[${prompt}]`)}${section.mark ?? ''}`).join(eol);
  const name = section.heading.toLowerCase().split(' ')[0] ?? '';
  const empty = blocks.find(
    (block, i) =>
      block.kind === 'heading' &&
      i > 0 &&
      block.text.toLowerCase().includes(name) &&
      (blocks[i + 1]?.kind ?? 'heading') === 'heading',
  );
  const gap = eol + eol;
  const behind = (at: number, text: string): RuleFix => ({
    title,
    edits: [{ start: at, end: at, text: gap + text }],
    snippet: true,
  });
  if (empty) return behind(empty.end, items);
  const text = `${'#'.repeat(levelOf(story))} ${section.heading}${gap}${items}`;
  const [first] = blocks;
  if (where === 'last' || !first) return behind(story.end, text);
  if (first.kind === 'heading' && isTitle(story)) return behind(first.end, text);
  return { title, edits: [{ start: story.start, end: story.start, text: text + gap }], snippet: true };
}

const headingsOf = ({ blocks }: Story) => blocks.filter(({ kind }) => kind === 'heading');

/** The first heading heads the others. */
function isTitle(story: Story): boolean {
  const [first, ...others] = headingsOf(story);
  return first !== undefined && story.blocks[0] === first && others.every(({ level }) => level > first.level);
}

function levelOf(story: Story): number {
  const levels = headingsOf(story).map(({ level }) => level);
  const [first, second] = isTitle(story) ? [levels[1], levels[0]] : [levels[0], undefined];
  return first ?? Math.min((second ?? 1) + 1, 6);
}
