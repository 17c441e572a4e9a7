import type { Story } from '../../story/story';
import { lineEnd } from '../../text/lineBreaks';
import type { Block } from '../../text/markdown';
import { tabStop } from '../../text/snippet';
import type { RuleFix } from '../rule';

export interface SectionText {
  readonly heading: string;
  /** What the writer is asked for, an item each; a mark may follow the brackets. */
  readonly prompts: readonly string[];
  /** Behind each prompt. */
  readonly mark?: string;
  /** The word by which a heading is known as one of this section; the first of `heading` where there is none. */
  readonly name?: string;
}

/**
 * A fix that adds a section to a design sheet: below an empty heading of its name, else last in the sheet. One that has to stand
 * before an offset goes below such a heading before that, else first in the sheet.
 */
export function insertSection(story: Story, title: string, section: SectionText, before?: number): RuleFix {
  const { blocks, eol } = story;
  const items = itemsOf(section, eol);
  const name = section.name ?? section.heading.toLowerCase().split(' ')[0] ?? '';
  const empty = blocks.find(
    (block, i) =>
      block.kind === 'heading' &&
      i > 0 &&
      block.start < (before ?? story.end) &&
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
  if (before === undefined || !first) return behind(story.end, text);
  if (first.kind === 'heading' && isTitle(story)) return behind(first.end, text);
  return { title, edits: [{ start: story.start, end: story.start, text: text + gap }], snippet: true };
}

/** A fix that adds what a section asks for below the last block that stands in it, in the text that the story's offsets count in. */
export function continueSection(
  last: Block,
  { eol }: Story,
  text: string,
  title: string,
  section: SectionText,
): RuleFix {
  const end = lineEnd(text, last.end);
  const gap = last.kind === 'item' ? eol : eol + eol;
  return { title, edits: [{ start: end, end, text: gap + itemsOf(section, eol) }], snippet: true };
}

function itemsOf({ prompts, mark = '' }: SectionText, eol: string): string {
  return prompts.map((prompt, i) => `- ${tabStop(i + 1, `[${prompt}]`)}${mark}`).join(eol);
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
