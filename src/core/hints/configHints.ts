import { daysBetween } from '../calendar/calendarDate';
import { parseConfig } from '../config/config';
import { setConfigValue } from '../config/editConfig';
import type { LibraryStory } from '../library/library';
import { counted } from '../text/counted';
import { type Objection, type Problem, toProblems } from '../yaml/problem';
import { storyNamesUnder, unknownStories } from './storyNames';
import { entriesUnder, writtenAt } from './writtenEntries';

/** The key under which the rounds stand. */
export const ROUNDS_KEY = 'rounds';

/** What is allowed in a `starl.yaml` and most likely not meant, given the stories beside it. */
export function hintsOnConfig(text: string, stories: readonly LibraryStory[]): Problem[] {
  return toProblems(text, [...unknownStories(storyNamesUnder(text, ROUNDS_KEY), stories), ...roundAfter(text)]);
}

/** The last round that is after the interview, with which countdown and plan end. */
export function roundAfter(text: string): Objection[] {
  const { interview, rounds = [] } = parseConfig(text, 'unknown').config;
  if (interview === undefined) return [];
  const dates = rounds.flatMap(({ date }) => (date !== undefined && date > interview ? date : []));
  const last = dates.sort().at(-1);
  if (last === undefined) return [];
  const place = entriesUnder(text, ROUNDS_KEY)
    .flatMap((round) => writtenAt(round, 'date') ?? [])
    .find(({ text: date }) => date === last);
  const { edit } = setConfigValue(text, 'interview', last);
  if (!place) return [];
  const days = counted(daysBetween(interview, last), 'day');
  return [
    {
      message: `This round is ${days} after the interview (${interview}), with which countdown and plan end. If the interview has moved, move "interview", too.`,
      start: place.start,
      end: place.end,
      ...(edit && { fixes: [{ title: `Change interview to ${last}`, edits: [edit], safe: false }] }),
    },
  ];
}
