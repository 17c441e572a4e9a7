import type { Outcome } from '../checklist/edits';
import { readFrontMatter } from '../config/documentFrontMatter';
import { applyEdit } from '../text/edits';
import { escapeMarkdown } from '../text/escapeMarkdown';
import { lineBreak } from '../text/lineBreaks';
import { type Block, readMarkdown } from '../text/markdown';
import { oneLine } from '../text/oneLine';
import type { Edit } from '../types';
import { type ReadStories, storyRange } from './editing';
import { readFramings } from './framing';
import type { Framing } from './mapping';
import type { StoryRecord } from './record';

/** Writes a framing for a story (by its id) under a heading of its own, below the story. Nothing else of the file changes. */
export function addFraming(text: string, storyId: string, { name, note }: Framing, read: ReadStories): Outcome {
  const framing = { name: oneLine(name), note: oneLine(note) };
  if (framing.name === '' || framing.note === '') return { refusal: 'a framing needs a name and a note' };
  const before = read(text);
  const index = before.findIndex(({ id }) => id === storyId);
  const story = before[index];
  if (!story) return { refusal: 'the story is no longer there' };
  if (story.framings.some((one) => one.name.toLowerCase() === framing.name.toLowerCase()))
    return { refusal: `there is a framing for ${framing.name} already` };
  const { blocks } = readMarkdown(text, readFrontMatter(text).end);
  const eol = lineBreak(text, 0);
  const at = endOfStory(text, blocks, before, index);
  const heading = `${'#'.repeat(levelFor(blocks, story))} Framing: ${escapeMarkdown(framing.name)}`;
  const write = (note: string, ways: readonly string[]): Edit | undefined => {
    const framings = [...story.framings, { ...framing, note }];
    const wanted = before.map((one, nth) => look(nth === index ? { ...one, framings } : one)).join('\n');
    return ways
      .map((way) => `${eol}${eol}${heading}${eol}${eol}${way}${at === text.length ? eol : ''}`)
      .map((written) => ({ start: at, end: at, text: written }))
      .find((one) => read(applyEdit(text, one)).map(look).join('\n') === wanted);
  };
  const { note: own } = framing;
  const edit = write(own, [own, asParagraph(own), asParagraph(escapeMarkdown(own))]);
  if (edit) return { edit };
  return { refusal: `the ${write('x', ['x']) ? 'note' : 'name'} would be read as something else` };
}

/** Keeps a line from beginning a list, a quotation, a heading or a rule. */
function asParagraph(line: string): string {
  return line.replace(/^(\d{0,9})(?=[-+>#.)])/, '$1\\');
}

/** Behind all that stands between the story and the next heading of another. */
function endOfStory(text: string, blocks: readonly Block[], stories: readonly StoryRecord[], index: number): number {
  const range = storyRange(text, stories, index);
  const last = Math.max(stories[index]?.end ?? 0, ...readFramings(text, blocks, range).map(({ end }) => end));
  const next = blocks.find(({ kind, start }) => kind === 'heading' && start >= last)?.start ?? text.length;
  return text.slice(0, next).trimEnd().length;
}

/** As deep as the headings of the story's parts. */
function levelFor(blocks: readonly Block[], { start, end }: StoryRecord): number {
  const [own, ...below] = blocks.filter(
    (block) => block.kind === 'heading' && block.start >= start && block.end <= end,
  );
  const deepest = Math.min(...below.map(({ level }) => level));
  if (Number.isFinite(deepest) && own && deepest > own.level) return deepest;
  return Math.min(6, (own?.level ?? 1) + 1);
}

/** All that adding a framing must leave alone, and the framings themselves. */
function look({ id, words, parts, competencies, questions, framings }: StoryRecord): string {
  return JSON.stringify([
    id,
    words,
    parts.map(({ part, words: own }) => [part, own]),
    competencies,
    questions,
    framings,
  ]);
}
