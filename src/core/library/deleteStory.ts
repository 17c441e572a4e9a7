import type { Outcome } from '../checklist/edits';
import { readFrontMatter } from '../config/documentFrontMatter';

import { readMarkdown } from '../text/markdown';
import { applyEdit, type ReadStories } from './editing';

/** Where the only story of a file is deleted, the file goes with it. */
export type Deletion = Outcome | { readonly wholeFile: true; readonly edit?: undefined; readonly refusal?: undefined };

/** What is told before a story is deleted, given how many its file holds. */
export function deletionWords(file: string, stories: number): string {
  const what =
    stories === 1 ? `Its file ${file} holds no other story and is deleted with it` : `It is taken out of ${file}`;
  return `${what}; Undo in the message that follows brings it back.`;
}

/** Deletes a story (by its id) with its heading and all that stands below it, up to the next heading of its rank. */
export function deleteStory(text: string, storyId: string, read: ReadStories): Deletion {
  const before = read(text);
  const story = before.find(({ id }) => id === storyId);
  if (!story) return { refusal: 'the story is no longer there' };
  if (before.length === 1) return { wholeFile: true };
  const { blocks } = readMarkdown(text, readFrontMatter(text).end);
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const heading = headings.find(({ start }) => start === story.start);
  if (!heading) return { refusal: 'the story has no heading that tells where it begins' };
  const next = headings.find(({ start, level }) => start > heading.start && level <= heading.level);
  const edit = {
    start: lineStart(text, heading.start),
    end: next ? lineStart(text, next.start) : text.length,
    text: '',
  };
  const rest = before.filter(({ id }) => id !== storyId).map(({ title }) => title);
  const after = read(applyEdit(text, edit)).map(({ title }) => title);
  if (after.join('\n') === rest.join('\n')) return { edit };
  return { refusal: 'the others would not stay as they are' };
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
