import type { CalendarDate } from '../../core/calendar/calendarDate';
import type { RubricDimension } from '../../core/mocks/dimensions';
import type { Mock } from '../../core/mocks/mocks';
import { LONGEST, tooLong } from '../../core/text/longest';
import type { PracticeCore } from '../lazy/lazyCore';
import { askForLine, askForSome, askForWord, askInTurn, step } from '../ui/steps';

type Draft = { -readonly [K in keyof Mock]?: Mock[K] };

/** What is known before a mock is asked for. */
export interface MockSurroundings {
  readonly earlier: readonly Mock[];
  /** The usual kinds of mock. */
  readonly usual: readonly string[];
  /** What the profile scores by. */
  readonly rubric: readonly RubricDimension[];
}

/** Asks for a mock interview, step by step. Undefined where the user gives up. */
export async function askForMock(
  core: PracticeCore,
  today: CalendarDate,
  { earlier, usual, rubric }: MockSurroundings,
  titles: () => Promise<readonly string[]>,
): Promise<Mock | undefined> {
  const last = earlier.at(-1);
  const dimensions = core.dimensionsOf(earlier, rubric);
  const draft: Draft = { date: today };
  const isGiven = await askInTurn('Log a Mock', [
    step(
      (place) => {
        const known = core.kindsToChoose(earlier, usual).map((label) => ({ label }));
        const placeholder = 'What was practised? Choose, or type another kind.';
        return askForWord(
          place,
          placeholder,
          known,
          (kind) => tooLong(kind, LONGEST.line),
          (kind) => core.slipInKind(kind, earlier, usual)?.message,
        );
      },
      (kind) => {
        draft.kind = kind;
      },
    ),
    step(
      (place) =>
        askForLine(place, {
          prompt: 'On which day? Year, month and day.',
          value: today,
          objection: (value) => core.objectionToPast(value, today),
        }),
      (date) => {
        draft.date = date;
      },
    ),
    step(
      (place) =>
        askForLine(place, {
          prompt: 'How many minutes? Leave it empty if you did not look.',
          value: String(last?.minutes ?? ''),
          objection: (value) =>
            value === '' || isMinutes(core, value)
              ? undefined
              : `Write a whole number from ${core.MINUTES.min} to ${core.MINUTES.max}`,
        }),
      (minutes) => {
        if (minutes === '') delete draft.minutes;
        else draft.minutes = Number(minutes);
      },
    ),
    step(
      (place) =>
        askForLine(place, {
          prompt: `Scores from 1 to 5, by what was scored${dimensions.length > 0 ? ` (${dimensions.join(', ')}, or any other)` : ''}. Leave it empty if there were none.`,
          placeholder: core.scoresExample(dimensions),
          objection: (value) => core.readScores(value).message,
        }),
      (scores) => {
        draft.scores = core.readScores(scores).scores;
      },
    ),
    step(
      (place) =>
        askForLine(place, {
          prompt: 'What will you do differently next time?',
          placeholder: last?.change ?? '',
          objection: (value) => tooLong(value, LONGEST.change),
        }),
      (change) => {
        draft.change = change;
      },
    ),
    step(
      async (place) => askForSome(place, 'Which stories did you tell?', await titles()),
      (stories) => {
        draft.stories = stories;
      },
    ),
  ]);
  const { date, kind } = draft;
  return isGiven && date !== undefined && kind !== undefined ? { ...draft, date, kind } : undefined;
}

function isMinutes({ MINUTES: { min, max } }: PracticeCore, value: string): boolean {
  return /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max;
}
