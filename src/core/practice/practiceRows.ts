import { type CalendarDate, fromToday } from '../calendar/calendarDate';
import { CONFIG_NAME, MOCKS_NAME, PLAN_NAME } from '../fileNames';
import type { LoggedMock } from '../mocks/mocks';
import { inOrder, meanScore, progressOf } from '../mocks/progress';
import { type PlanItem, planOn } from '../plan/readPlan';
import type { UndatedItem } from '../plan/undated';
import { counted } from '../text/counted';
import { oneLine } from '../text/oneLine';
import type { Practice, PracticeFile } from './readPractice';

/** A row of the practice tree, in words. */
export interface PracticeRow {
  /** Unique in its folder, and the same for as long as it is about the same thing. */
  readonly id: string;
  readonly kind:
    | 'problem'
    | 'interview'
    | 'today'
    | 'missed'
    | 'coming'
    | 'undated'
    | 'rounds'
    | 'scores'
    | 'mocks'
    | 'item'
    | 'round'
    | 'mock'
    | 'story'
    | 'leaf';
  readonly label: string;
  readonly description?: string;
  /** More than the row has room for. */
  readonly detail?: string;
  readonly place?: { readonly file: PracticeFile; readonly line: number };
  /** Whether the box is ticked; a row without one is no item of the plan. */
  readonly done?: boolean;
  /** Of an item of the plan: its id in the checklist that the file is. */
  readonly item?: string;
  /** The story that the row stands for, as the user has named it. */
  readonly story?: string;
  readonly collapsed?: boolean;
  readonly rows: readonly PracticeRow[];
}

/** What the practice tree shows of a folder on a day; nothing where nothing is there. */
export function practiceRows(practice: Practice, today: CalendarDate): PracticeRow[] {
  const { problems, interview, plan, undated, rounds, mocks } = practice;
  return [
    ...problems.map(
      ({ file, line, message, isWhole }): PracticeRow => ({
        id: `problem ${file} ${line} ${message}`,
        kind: 'problem',
        label: message,
        description: `${file}, line ${line}`,
        detail: `${file}, line ${line}. ${isWhole ? `Starl leaves ${file} as it is until this is mended.` : 'What is wrong is left out here and not touched; the rest goes on working.'}`,
        place: { file, line },
        rows: [],
      }),
    ),
    ...(interview ? [interviewRow(interview, today)] : []),
    ...(plan && plan.length > 0 ? planRows(plan, today) : []),
    ...(undated.length > 0 ? [undatedRow(undated)] : []),
    ...(rounds.length > 0 ? [roundsRow(practice, today)] : []),
    ...(mocks && mocks.length > 0 ? mockRows(mocks) : []),
  ];
}

function interviewRow({ date, line }: NonNullable<Practice['interview']>, today: CalendarDate): PracticeRow {
  const verb = date < today ? 'was ' : '';
  return {
    id: 'interview',
    kind: 'interview',
    label: `Interview ${verb}${fromToday(today, date)}`,
    description: date,
    place: { file: CONFIG_NAME, line },
    rows: [],
  };
}

function planRows(items: readonly PlanItem[], day: CalendarDate): PracticeRow[] {
  const { today, missed, coming } = planOn(items, day);
  const done = today.filter((item) => item.done).length;
  const open = coming.filter((item) => !item.done).length;
  return [
    {
      id: 'today',
      kind: 'today',
      label: 'Today',
      description: today.length > 0 ? `${done} of ${today.length}` : 'nothing planned',
      rows: today.map((item) => itemRow(item)),
    },
    ...(missed.length > 0
      ? [
          {
            id: 'missed',
            kind: 'missed' as const,
            label: 'Missed',
            description: counted(missed.length, 'item'),
            detail: '“Starl: Re-flow Plan” moves them to the days that are left.',
            rows: missed.map((item) => itemRow(item, item.date)),
          },
        ]
      : []),
    ...(coming.length > 0
      ? [
          {
            id: 'coming',
            kind: 'coming' as const,
            label: 'Coming up',
            description: open === 0 ? 'all done' : `${counted(open, 'item')} to do`,
            collapsed: true,
            rows: coming.map((item) => itemRow(item, item.date)),
          },
        ]
      : []),
  ];
}

/** What is meant to be done and stands on no day, so that it is not forgotten. */
function undatedRow(items: readonly UndatedItem[]): PracticeRow {
  const open = items.filter(({ done }) => !done).length;
  const slips = items.filter(({ slip }) => slip !== undefined).length;
  const toMend = slips > 0 ? [`${slips} to mend`] : [];
  return {
    id: 'undated',
    kind: 'undated',
    label: 'Without a day',
    description: [open === 0 ? 'all done' : `${counted(open, 'item')} to do`, ...toMend].join(', '),
    detail: `${PLAN_NAME} names no day for these. Write one in front of each, like 2030-01-31.`,
    collapsed: slips === 0,
    rows: items.map(({ id, text, done, line, slip }, index) => ({
      id: id === undefined ? `unboxed ${index} ${text}` : `undated ${id}`,
      kind: 'item',
      label: text || 'No text',
      ...(slip === undefined ? {} : { description: 'to mend', detail: slip }),
      place: { file: PLAN_NAME, line },
      ...(id !== undefined && { done, item: id }),
      rows: [],
    })),
  };
}

function itemRow({ id, text, done, line, date }: PlanItem, description?: string): PracticeRow {
  return {
    id: `item ${id}`,
    kind: 'item',
    label: text || 'No text',
    ...(description === undefined ? {} : { description }),
    detail: date,
    place: { file: PLAN_NAME, line },
    done,
    item: id,
    rows: [],
  };
}

function roundsRow({ rounds }: Practice, today: CalendarDate): PracticeRow {
  const [next] = rounds.flatMap(({ date }) => (date !== undefined && date >= today ? date : [])).sort();
  return {
    id: 'rounds',
    kind: 'rounds',
    label: 'Rounds',
    description: next ? `next ${fromToday(today, next)}` : String(rounds.length),
    rows: rounds.map(({ title, date, tests, stories = [], line }, index) => ({
      id: `round ${index} ${title}`,
      kind: 'round',
      label: title,
      description: [
        ...(date === undefined ? [] : [fromToday(today, date)]),
        stories.length > 0 ? counted(stories.length, 'story', 'stories') : 'no story chosen',
      ].join(', '),
      detail: [...(date === undefined ? [] : [date]), ...(tests ? [`Tests: ${tests}`] : [])].join('\n\n'),
      place: { file: CONFIG_NAME, line },
      collapsed: true,
      rows: [
        ...(tests ? [leaf(`round ${index} tests`, 'Tests', oneLine(tests))] : []),
        ...stories.map(
          (story, nth): PracticeRow => ({
            ...leaf(`round ${index} story ${nth}`, story),
            kind: 'story',
            story,
            place: { file: CONFIG_NAME, line },
          }),
        ),
      ],
    })),
  };
}

function mockRows(mocks: readonly LoggedMock[]): PracticeRow[] {
  const progress = progressOf(mocks);
  const minutes = mocks.reduce((sum, mock) => sum + (mock.minutes ?? 0), 0);
  return [
    ...(progress.length > 0
      ? [
          {
            id: 'scores',
            kind: 'scores' as const,
            label: 'Scores',
            description: 'out of 5',
            rows: progress.map(({ dimension, scores, words }) => ({
              ...leaf(`score ${dimension.toLowerCase()}`, dimension, words),
              detail: scores.join(', '),
            })),
          },
        ]
      : []),
    {
      id: 'mocks',
      kind: 'mocks',
      label: 'Mock log',
      description: [counted(mocks.length, 'mock'), ...(minutes > 0 ? [`${minutes} min`] : [])].join(', '),
      rows: inOrder(mocks)
        .reverse()
        .map((mock, index, all) => mockRow(mock, all.length - index)),
    },
  ];
}

function mockRow(mock: LoggedMock, number: number): PracticeRow {
  const { date, kind, minutes, change, stories = [], scores = {}, line } = mock;
  const mean = meanScore(mock);
  const given = Object.entries(scores).map(([dimension, score]) => `${dimension} ${score}`);
  return {
    id: `mock ${number} ${date} ${kind}`,
    kind: 'mock',
    label: kind,
    description: [
      date,
      ...(mean === undefined ? [] : [`scored ${mean}`]),
      ...(minutes === undefined ? [] : [`${minutes} min`]),
    ].join(', '),
    detail: [
      ...(given.length > 0 ? [given.join(', ')] : []),
      ...(change === undefined ? [] : [`To change: ${oneLine(change)}`]),
      ...(stories.length > 0 ? [`Told: ${stories.join(', ')}`] : []),
    ].join('\n\n'),
    place: { file: MOCKS_NAME, line },
    rows: [],
  };
}

function leaf(id: string, label: string, description?: string): PracticeRow {
  return { id, kind: 'leaf', label, ...(description === undefined ? {} : { description }), rows: [] };
}
