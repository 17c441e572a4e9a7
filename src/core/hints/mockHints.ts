import { type CalendarDate, isDate } from '../calendar/calendarDate';
import type { LibraryStory } from '../library/library';
import type { RubricDimension } from '../mocks/dimensions';
import { notUsual } from '../mocks/kinds';
import { foldName, meantName } from '../mocks/mockNames';
import { MOCKS_KEY } from '../mocks/mocks';
import { flowYaml } from '../yaml/flowYaml';
import { changeTo, type Objection, type Problem, toProblems } from '../yaml/problem';
import { storyNamesUnder, unknownStories } from './storyNames';
import { entriesUnder, keysWrittenAt, type Written, writtenAt } from './writtenEntries';

/** What a mock log is held against. */
export interface MockSurroundings {
  readonly stories: readonly LibraryStory[];
  readonly today: CalendarDate;
  /** The usual kinds of mock. */
  readonly usual: readonly string[];
  /** What the profile scores by. */
  readonly rubric: readonly RubricDimension[];
}

/**
 * What is allowed in a mock log and most likely not meant: kinds and dimensions that are nearly others, stories that there
 * are not, and days that are still to come.
 */
export function hintsOnMocks(text: string, { stories, today, usual, rubric }: MockSurroundings): Problem[] {
  const mocks = entriesUnder(text, MOCKS_KEY);
  const kinds = mocks.flatMap((mock) => writtenAt(mock, 'kind') ?? []);
  const dimensions = mocks.flatMap((mock) => keysWrittenAt(mock, 'scores'));
  return toProblems(text, [
    ...slips(kinds, usual, { what: 'kind', usually: 'kind of mock' }),
    ...slips(
      dimensions,
      rubric.flatMap(({ id, title }) => [id, title]),
      { what: 'dimension', usually: 'dimension' },
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

/**
 * The names that are nearly usual ones, however often they stand here; and those that stand here once and are nearly others,
 * which stand before them or more than once.
 */
function slips(
  names: readonly Written[],
  usual: readonly string[],
  { what, usually }: { readonly what: string; readonly usually: string },
): Objection[] {
  const seen = new Map<string, number>();
  for (const { text } of names) seen.set(foldName(text), (seen.get(foldName(text)) ?? 0) + 1);
  const isOnce = ({ text }: Written): boolean => seen.get(foldName(text)) === 1;
  const read = names.map((one) => ({ one, certain: meantName(one.text, usual) }));
  return read.flatMap(({ one, certain }, index) => {
    if (certain === undefined && !isOnce(one)) return [];
    const others = read.filter((other, at) => !other.certain && (at < index || !isOnce(other.one)));
    const near = certain ?? meantName(one.text, [...usual, ...new Set(others.map((other) => other.one.text))]);
    if (near === undefined) return [];
    const meant = names.find(({ text }) => foldName(text) === foldName(near))?.text ?? near;
    const why = certain === undefined ? `No other mock has the ${what} "${one.text}".` : notUsual(one.text, usually);
    const message = `${why} Did you mean "${meant}"?`;
    return { message, start: one.start, end: one.end, fixes: [changeTo(meant, one, flowYaml(meant))] };
  });
}
