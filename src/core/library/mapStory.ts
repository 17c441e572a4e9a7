import type { Outcome } from '../checklist/edits';
import { readFrontMatter } from '../config/documentFrontMatter';
import { applyEdit } from '../text/edits';
import { findFrontMatter } from '../text/frontMatter';
import { lineBreak } from '../text/lineBreaks';
import { readMarkdown } from '../text/markdown';
import type { Edit } from '../types';
import { type ReadStories, storyRange } from './editing';
import type { Grade, Mapping, Target } from './mapping';
import type { StoryRecord } from './record';
import { readStoryComment, type StoryComment } from './storyComment';
import { setEntry } from './yamlEntries';

/** What to map a story to, and how well it fits; without a grade the mapping is taken away. */
export interface MappingChange {
  readonly target: Target;
  readonly id: string;
  readonly grade: Grade | undefined;
}

/**
 * Maps a story (by its id) to a question or competency. In a file of one story that is written into the front matter, in
 * a file of several into a comment below the story's heading. Nothing else of the file changes.
 */
export function mapStory(text: string, storyId: string, change: MappingChange, read: ReadStories): Outcome {
  const before = read(text);
  const index = before.findIndex(({ id }) => id === storyId);
  const story = before[index];
  if (!story) return { refusal: 'the story is no longer there' };
  if (story[change.target].find(({ id }) => id === change.id)?.grade === change.grade) return { edit: undefined };
  const outcome = editFor(text, before, index, change);
  if (!outcome.edit) return outcome;
  const expected = before.map((one, at) =>
    look(at === index ? { ...one, [change.target]: changed(one, change) } : one),
  );
  const now = read(applyEdit(text, outcome.edit)).map(look);
  if (now.join('\n') === expected.join('\n')) return outcome;
  return { refusal: 'the front matter is written in a way that only you can change' };
}

function editFor(
  text: string,
  stories: readonly StoryRecord[],
  index: number,
  { target, id, grade }: MappingChange,
): Outcome {
  const { frontMatter, end } = readFrontMatter(text);
  const { comments, blocks } = readMarkdown(text, end);
  const own = readStoryComment(text, comments, storyRange(text, stories, index));
  const eol = lineBreak(text, 0);
  const has = (list: readonly Mapping[] = []): boolean => list.some((one) => one.id === id);
  const isOnly = stories.length === 1;
  if (grade === undefined && !isOnly && has(frontMatter[target]) && !has(own?.mappings[target]))
    return { refusal: 'the front matter says it of all stories of the file' };
  if (isOnly && (!own || (has(frontMatter[target]) && !has(own.mappings[target]))))
    return inFrontMatter(text, { target, id, grade }, eol);
  if (own) return inComment(text, own, { target, id, grade }, eol);
  const heading = blocks.find(({ kind, start }) => kind === 'heading' && start === stories[index]?.start);
  if (!heading) return { refusal: 'the story has no heading to write it under' };
  const yaml = setEntry('', target, id, grade, eol).edit?.text;
  if (yaml === undefined) return { edit: undefined };
  const comment = `${eol}${eol}<!-- starl:${eol}${yaml}${eol}-->`;
  return { edit: { start: heading.end, end: heading.end, text: comment } };
}

function inFrontMatter(text: string, { target, id, grade }: MappingChange, eol: string): Outcome {
  const found = findFrontMatter(text);
  const { edit, refusal } = setEntry(found?.yaml ?? '', target, id, grade, eol);
  if (refusal !== undefined) return { refusal };
  if (!edit) return { edit: undefined };
  if (found) return { edit: shift(found.yaml === '' ? { ...edit, text: edit.text + eol } : edit, found.yamlStart) };
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return { edit: { start, end: start, text: `---${eol}${edit.text}${eol}---${eol}${eol}` } };
}

function inComment(
  text: string,
  { yaml: { start, end } }: StoryComment,
  { target, id, grade }: MappingChange,
  eol: string,
): Outcome {
  const yaml = text.slice(start, end);
  const { edit, refusal } = setEntry(yaml, target, id, grade, eol);
  if (refusal !== undefined) return { refusal };
  if (!edit) return { edit: undefined };
  const isBare = yaml.trim() === '';
  return { edit: shift(isBare ? { ...edit, text: `${eol}${edit.text}${eol}` } : edit, start) };
}

function shift({ start, end, text }: Edit, by: number): Edit {
  return { start: start + by, end: end + by, text };
}

function changed(story: StoryRecord, { target, id, grade }: MappingChange): readonly Mapping[] {
  const list = story[target];
  if (!grade) return list.filter((one) => one.id !== id);
  const entry = { id, grade };
  return list.some((one) => one.id === id) ? list.map((one) => (one.id === id ? entry : one)) : [...list, entry];
}

/** All that an edit of mappings must leave alone, and the mappings themselves in any order. */
function look({ id, words, parts, competencies, questions, framings }: StoryRecord): string {
  const list = (mappings: readonly Mapping[]) => mappings.map((one) => `${one.id}\t${one.grade}`).sort();
  const told = parts.map(({ part, words: count }) => [part, count]);
  return JSON.stringify([id, words, told, list(competencies), list(questions), framings]);
}
