import type { LibraryStory } from '../library/library';
import { MOCKS_KEY } from '../mocks/mocks';
import { KINDS } from '../mocks/readScores';
import { flowYaml } from '../yaml/flowYaml';
import { misspelt } from '../yaml/nearest';
import { changeTo, type Objection, type Problem, toProblems } from '../yaml/problem';
import { storyNamesUnder, unknownStories } from './storyNames';
import { entriesUnder, keysWrittenAt, type Written, writtenAt } from './writtenEntries';

/** What is allowed in a mock log and most likely not meant: kinds and dimensions that are nearly others, stories that there are not. */
export function hintsOnMocks(text: string, stories: readonly LibraryStory[]): Problem[] {
  const mocks = entriesUnder(text, MOCKS_KEY);
  const kinds = mocks.flatMap((mock) => writtenAt(mock, 'kind') ?? []);
  const dimensions = mocks.flatMap((mock) => keysWrittenAt(mock, 'scores'));
  return toProblems(text, [
    ...slips(kinds, KINDS, 'kind'),
    ...slips(dimensions, [], 'dimension'),
    ...unknownStories(storyNamesUnder(text, MOCKS_KEY), stories),
  ]);
}

/** The names that stand here once and are nearly others, which stand before them or more than once, or are usual. */
function slips(names: readonly Written[], usual: readonly string[], what: string): Objection[] {
  const seen = new Map<string, number>();
  for (const { text } of names) seen.set(text.toLowerCase(), (seen.get(text.toLowerCase()) ?? 0) + 1);
  const isOnce = ({ text }: Written): boolean => seen.get(text.toLowerCase()) === 1;
  return names.flatMap((one, index) => {
    if (!isOnce(one)) return [];
    const others = names.filter((other, at) => at < index || !isOnce(other)).map(({ text }) => text);
    const [meant] = misspelt(one.text, [...new Set([...usual, ...others])]);
    if (meant === undefined) return [];
    const message = `No other mock has the ${what} "${one.text}". Did you mean "${meant}"?`;
    return { message, start: one.start, end: one.end, fixes: [changeTo(meant, one, flowYaml(meant))] };
  });
}
