import type { Outcome } from '../checklist/edits';
import { readFrontMatter } from '../config/documentFrontMatter';
import type { Round } from '../config/schemas';
import type { Mock } from '../mocks/mocks';
import { applyEdit } from '../text/edits';
import { readMarkdown } from '../text/markdown';
import { storiesByName } from './byName';
import type { ReadStories } from './editing';
import type { LibraryStory } from './library';

const LIST = new Intl.ListFormat('en');

/** Where the only story of a file is deleted, the file goes with it. */
export type Deletion = Outcome | { readonly wholeFile: true; readonly edit?: undefined; readonly refusal?: undefined };

/** What may name stories. */
export interface Naming {
  readonly rounds: readonly Pick<Round, 'title' | 'stories'>[];
  readonly mocks: readonly Pick<Mock, 'date' | 'stories'>[];
}

/** Those of some rounds and mocks that name one of some stories, by its title or its file. */
export function whereNamed(
  one: Pick<LibraryStory, 'key'>,
  stories: readonly LibraryStory[],
  { rounds, mocks }: Naming,
): Naming {
  const find = storiesByName(stories);
  const names = ({ stories: told = [] }: { readonly stories?: readonly string[] | undefined }): boolean =>
    told.some((name) => find(name)?.key === one.key);
  return { rounds: rounds.filter(names), mocks: mocks.filter(names) };
}

/** What is told before a story is deleted, given how many its file holds, and what names it. */
export function deletionWords(file: string, stories: number, { rounds, mocks }: Naming): string {
  const what =
    stories === 1 ? `Its file ${file} holds no other story and is deleted with it` : `It is taken out of ${file}`;
  const titles = rounds.map(({ title }) => `“${title}”`);
  const [mock] = mocks;
  const who = [
    ...(titles.length > 0 ? [`the ${titles.length === 1 ? 'round' : 'rounds'} ${LIST.format(titles)}`] : []),
    ...(mock ? [mocks.length === 1 ? `the mock of ${mock.date}` : `${mocks.length} mocks`] : []),
  ];
  const named = who.length > 0 ? ` It is named by ${LIST.format(who)}, and goes on being named there.` : '';
  return `${what}; Undo in the message that follows brings it back.${named}`;
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
