import type { CalendarDate } from '../calendar/calendarDate';
import { countFindings, isClean } from './clean';
import type { LibraryStory } from './library';

/** The orders in which stories are shown. */
export const STORY_SORTS = ['title', 'file', 'findings', 'longest', 'shortest', 'practised'] as const;
export type StorySort = (typeof STORY_SORTS)[number];

/** Which stories are shown. */
export const STORY_FILTERS = ['all', 'incomplete', 'findings', 'clean', 'unmapped', 'unpractised'] as const;
export type StoryFilter = (typeof STORY_FILTERS)[number];

/** On which day each story (by its key) was last practised. */
export type PractisedOn = ReadonlyMap<string, CalendarDate>;

const PASSES: Readonly<Record<StoryFilter, (one: LibraryStory, practised: PractisedOn) => boolean>> = {
  all: () => true,
  incomplete: ({ story }) => story.isJudged && story.parts.some(({ state }) => state !== 'present'),
  findings: ({ story }) => countFindings(story) > 0,
  clean: ({ story }) => isClean(story),
  unmapped: ({ story }) => story.questions.length + story.competencies.length === 0,
  unpractised: ({ key }, practised) => !practised.has(key),
};

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
type Compare = (a: LibraryStory, b: LibraryStory, practised: PractisedOn) => number;
const byTitle: Compare = (a, b) => collator.compare(a.story.title, b.story.title);
const ORDERS: Readonly<Record<StorySort, Compare>> = {
  title: byTitle,
  file: (a, b) => collator.compare(a.file, b.file) || a.story.start - b.story.start,
  findings: (a, b) => countFindings(b.story) - countFindings(a.story),
  longest: (a, b) => b.story.words - a.story.words,
  shortest: (a, b) => a.story.words - b.story.words,
  practised: (a, b, practised) => {
    const [one = '', other = ''] = [practised.get(a.key), practised.get(b.key)];
    return one < other ? -1 : Number(one > other);
  },
};

/** The stories that pass a filter, in an order; those that are equal in it go by title. */
export function arrangeStories(
  stories: readonly LibraryStory[],
  sort: StorySort,
  filter: StoryFilter,
  practised: PractisedOn = new Map(),
): LibraryStory[] {
  const order = ORDERS[sort];
  const passes = PASSES[filter];
  return stories
    .filter((one) => passes(one, practised))
    .sort((a, b) => order(a, b, practised) || byTitle(a, b, practised));
}
