import type { CalendarDate } from '../core/calendar/calendarDate';
import type { Mock } from '../core/mocks/mocks';
import type { PracticeCore } from './lazyCore';
import { BACK } from './quickInput';
import { askForLine, askForSome, askForWord, askInTurn, type LineQuestion, type Step, type StepPlace } from './steps';

type Draft = { -readonly [K in keyof Mock]?: Mock[K] };

const LONGEST = 200;

/** Asks for a mock interview, step by step. Undefined where the user gives up. */
export async function askForMock(
  core: PracticeCore,
  today: CalendarDate,
  earlier: readonly Mock[],
  titles: () => Promise<readonly string[]>,
): Promise<Mock | undefined> {
  const last = earlier.at(-1);
  const draft: Draft = { date: today };
  const line = (question: LineQuestion, keep: (answer: string) => void): Step => {
    return async (place: StepPlace) => {
      const answer = await askForLine(place, question);
      if (answer === undefined || answer === BACK) return answer;
      keep(answer);
      return true;
    };
  };
  const isGiven = await askInTurn('Log a Mock', [
    async (place) => {
      const kinds = [...new Set([...earlier.map(({ kind }) => kind).reverse(), ...core.KINDS])];
      const kind = await askForWord(
        place,
        'What was practised? Choose, or type another kind.',
        kinds.map((label) => ({ label })),
      );
      if (kind === undefined || kind === BACK) return kind;
      draft.kind = kind.slice(0, LONGEST);
      return true;
    },
    line(
      {
        prompt: 'On which day? Year, month and day.',
        value: today,
        objection: (value) => (core.isDate(value) ? undefined : core.WRITE_DATE),
      },
      (date) => {
        draft.date = date;
      },
    ),
    line(
      {
        prompt: 'How many minutes? Leave it empty if you did not look.',
        value: String(last?.minutes ?? ''),
        objection: (value) =>
          value === '' || isMinutes(core, value)
            ? undefined
            : `Write a whole number from ${core.MINUTES.min} to ${core.MINUTES.max}`,
      },
      (minutes) => {
        if (minutes === '') delete draft.minutes;
        else draft.minutes = Number(minutes);
      },
    ),
    line(
      {
        prompt: 'Scores from 1 to 5, by what was scored. Leave it empty if there were none.',
        placeholder: `${Object.keys(last?.scores ?? {}).join(' 3, ') || 'clarity'} 3`,
        objection: (value) => core.readScores(value).message,
      },
      (scores) => {
        draft.scores = core.readScores(scores).scores;
      },
    ),
    line(
      {
        prompt: 'What will you do differently next time?',
        placeholder: last?.change?.slice(0, LONGEST) ?? '',
        objection: (value) => (value.length <= 2000 ? undefined : 'Keep this under 2000 characters'),
      },
      (change) => {
        draft.change = change;
      },
    ),
    async (place) => {
      const known = (await titles()).map((label) => ({ label }));
      const stories = await askForSome(place, 'Which stories did you tell?', known);
      if (stories === undefined || stories === BACK) return stories;
      draft.stories = stories;
      return true;
    },
  ]);
  const { date, kind } = draft;
  return isGiven && date !== undefined && kind !== undefined ? { ...draft, date, kind } : undefined;
}

function isMinutes({ MINUTES: { min, max } }: PracticeCore, value: string): boolean {
  return /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max;
}
