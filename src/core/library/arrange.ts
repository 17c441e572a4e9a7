import type { LibraryStory } from './library';
import { countFindings, isClean } from './record';

/** The orders in which stories are shown. */
export const STORY_SORTS = ['title', 'file', 'findings', 'longest', 'shortest'] as const;
export type StorySort = (typeof STORY_SORTS)[number];

/** Which stories are shown. */
export const STORY_FILTERS = ['all', 'incomplete', 'findings', 'clean', 'unmapped'] as const;
export type StoryFilter = (typeof STORY_FILTERS)[number];

const PASSES: Readonly<Record<StoryFilter, (one: LibraryStory) => boolean>> = {
  all: () => true,
  incomplete: ({ story }) => story.isJudged && story.parts.some(({ state }) => state !== 'present'),
  findings: ({ story }) => countFindings(story) > 0,
  clean: ({ story }) => isClean(story),
  unmapped: ({ story }) => story.questions.length + story.competencies.length === 0,
};

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
type Compare = (a: LibraryStory, b: LibraryStory) => number;
const byTitle: Compare = (a, b) => collator.compare(a.story.title, b.story.title);
const ORDERS: Readonly<Record<StorySort, Compare>> = {
  title: byTitle,
  file: (a, b) => collator.compare(a.file, b.file) || a.story.start - b.story.start,
  findings: (a, b) => countFindings(b.story) - countFindings(a.story),
  longest: (a, b) => b.story.words - a.story.words,
  shortest: (a, b) => a.story.words - b.story.words,
};

/** The stories that pass a filter, in an order; those that are equal in it go by title. */
export function arrangeStories(stories: readonly LibraryStory[], sort: StorySort, filter: StoryFilter): LibraryStory[] {
  return stories.filter(PASSES[filter]).sort((a, b) => ORDERS[sort](a, b) || byTitle(a, b));
}
