import { type CalendarDate, isDate } from '../calendar/calendarDate';
import type { LibraryStory } from '../library/library';
import type { RubricDimension } from '../mocks/dimensions';
import { MOCKS_KEY } from '../mocks/mocks';
import { KINDS } from '../mocks/readScores';
import { flowYaml } from '../yaml/flowYaml';
import { misspelt } from '../yaml/nearest';
import { changeTo, type Objection, type Problem, toProblems } from '../yaml/problem';
import { storyNamesUnder, unknownStories } from './storyNames';
import { entriesUnder, keysWrittenAt, type Written, writtenAt } from './writtenEntries';

/** What a mock log is held against. */
export interface MockSurroundings {
  readonly stories: readonly LibraryStory[];
  readonly today: CalendarDate;
  /** What the profile scores by. */
  readonly rubric: readonly RubricDimension[];
}

/**
 * What is allowed in a mock log and most likely not meant: kinds and dimensions that are nearly others, stories that there
 * are not, and days that are still to come.
 */
export function hintsOnMocks(text: string, { stories, today, rubric }: MockSurroundings): Problem[] {
  const mocks = entriesUnder(text, MOCKS_KEY);
  const kinds = mocks.flatMap((mock) => writtenAt(mock, 'kind') ?? []);
  const dimensions = mocks.flatMap((mock) => keysWrittenAt(mock, 'scores'));
  return toProblems(text, [
    ...slips(kinds, KINDS, 'kind'),
    ...slips(
      dimensions,
      rubric.flatMap(({ id, title }) => [id, title]),
      'dimension',
    ),
    ...unknownStories(storyNamesUnder(text, MOCKS_KEY), stories),
    ...mocks.flatMap((mock) => stillToCome(writtenAt(mock, 'date'), today)),
  ]);
}

function stillToCome(date: Written | undefined, today: CalendarDate): Objection[] {
  if (!date || !isDate(date.text) || date.text <= today) return [];
  const message = `${date.text} is still to come, and this mock counts already. Log it once you have held it.`;
  return [{ message, start: date.start, end: date.end }];
}

/** The names that stand here once and are nearly others, which stand before them or more than once, or are usual. */
function slips(names: readonly Written[], usual: readonly string[], what: string): Objection[] {
  const seen = new Map<string, number>();
  for (const { text } of names) seen.set(text.toLowerCase(), (seen.get(text.toLowerCase()) ?? 0) + 1);
  const isOnce = ({ text }: Written): boolean => seen.get(text.toLowerCase()) === 1;
  return names.flatMap((one, index) => {
    if (!isOnce(one)) return [];
    const others = names.filter((other, at) => at < index || !isOnce(other)).map(({ text }) => text);
    const [near] = misspelt(one.text, [...new Set([...usual, ...others])]);
    if (near === undefined) return [];
    const meant = names.find(({ text }) => text.toLowerCase() === near.toLowerCase())?.text ?? near;
    const message = `No other mock has the ${what} "${one.text}". Did you mean "${meant}"?`;
    return { message, start: one.start, end: one.end, fixes: [changeTo(meant, one, flowYaml(meant))] };
  });
}
