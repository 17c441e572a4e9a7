import type { Outcome } from '../checklist/edits';
import { oneLine } from '../text/oneLine';
import { appendEntry } from '../yaml/appendEntry';
import type { YamlValue } from '../yaml/flowYaml';
import { MOCKS_KEY, type Mock } from './mocks';

/** What a new log begins with. */
export const NEW_LOG = `# Mock interviews: "Starl: Log a Mock" adds to the end; change and delete as you like.
# date and kind are needed; minutes, scores (1 to 5, a dimension each), change and stories can be left out.
`;

/** Adds a mock to the end of a log. */
export function addMock(text: string, { date, kind, minutes, scores, change, stories }: Mock): Outcome {
  const entry: Record<string, YamlValue> = { date, kind: oneLine(kind) };
  if (minutes !== undefined) entry.minutes = minutes;
  if (scores && Object.keys(scores).length > 0)
    entry.scores = Object.fromEntries(Object.entries(scores).map(([dimension, score]) => [oneLine(dimension), score]));
  if (change !== undefined && oneLine(change) !== '') entry.change = oneLine(change);
  if (stories && stories.length > 0) entry.stories = stories.map(oneLine);
  return appendEntry(text, MOCKS_KEY, entry);
}
