import { type CalendarDate, daysBetween } from '../calendar/calendarDate';
import { type Count, itemsWithin, type Section } from '../checklist/checklist';
import type { Figures } from '../evidence/checkEvidence';
import { evidenceOf, type ItemEvidence } from '../evidence/checklistEvidence';
import { storiesByName } from '../library/byName';
import type { LibraryStory } from '../library/library';
import { type Progress, progressOf } from '../mocks/progress';
import { planOn } from '../plan/readPlan';
import type { UndatedItem } from '../plan/undated';
import type { Practice } from '../practice/readPractice';

/** How a preparation stands: the figures of the trees. */
export interface Status {
  readonly version: 1;
  readonly today: CalendarDate;
  readonly interview: { readonly date: CalendarDate; readonly days: number } | undefined;
  readonly checklist: (Count & { readonly items: readonly ItemStatus[] }) | undefined;
  readonly stories: { readonly total: number; readonly clean: number };
  readonly competencies: { readonly covered: number; readonly total: number };
  readonly questions: { readonly covered: number; readonly total: number };
  /** Seconds that the shortest elevator speech takes. */
  readonly speech: number | undefined;
  readonly plan:
    | (Count & {
        readonly today: Count;
        readonly missed: number;
        /** What stands on no day. */
        readonly undated: readonly Pick<UndatedItem, 'line' | 'text' | 'done'>[];
      })
    | undefined;
  readonly rounds: readonly {
    readonly title: string;
    readonly date: CalendarDate | undefined;
    readonly days: number | undefined;
    /** The names of all that it is to hold. */
    readonly stories: readonly string[];
    /** Those among them that no story has. */
    readonly missing: readonly string[];
  }[];
  readonly mocks: { readonly count: number; readonly minutes: number; readonly scores: readonly Progress[] };
  /** What could not be read and is left out of the figures, and the names in rounds that no story has. */
  readonly problems: readonly ProblemInFile[];
}

/** What is wrong in a file. */
export interface ProblemInFile {
  readonly file: string;
  /** Counts from 1, as does the column; undefined where the file as a whole cannot be read. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly message: string;
}

/** An item of the checklist that asks for something. */
export interface ItemStatus {
  readonly label: string;
  readonly line: number;
  readonly state: ItemEvidence['state'];
  readonly words: string;
}

/** Puts the figures of a preparation together as they stand on a day. */
export function statusOf(
  practice: Omit<Practice, 'problems'> & Pick<Status, 'problems'>,
  checklist: Section | undefined,
  figures: Figures,
  today: CalendarDate,
  library: readonly LibraryStory[],
): Status {
  const find = storiesByName(library);
  const { interview, plan, undated, rounds, problems } = practice;
  const day = plan && planOn(plan, today);
  return {
    version: 1,
    today,
    interview: interview && { date: interview.date, days: daysBetween(today, interview.date) },
    checklist: checklist && { ...checklist.count, items: itemStates(checklist, figures) },
    stories: { total: figures.stories, clean: figures.clean },
    competencies: { covered: figures.competencies.covered, total: figures.competencies.total },
    questions: { covered: figures.questions.covered, total: figures.questions.total },
    speech: figures.speech,
    plan: plan &&
      day && {
        ...countDone([...plan, ...undated]),
        today: countDone(day.today),
        missed: day.missed.length,
        undated: undated.map(({ line, text, done }) => ({ line, text, done })),
      },
    rounds: rounds.map(({ title, date, stories = [] }) => ({
      title,
      date,
      days: date === undefined ? undefined : daysBetween(today, date),
      stories,
      missing: stories.filter((name) => !find(name)),
    })),
    mocks: {
      count: figures.mocks.length,
      minutes: figures.mocks.reduce((sum, { minutes = 0 }) => sum + minutes, 0),
      scores: progressOf(figures.mocks),
    },
    problems,
  };
}

function itemStates(checklist: Section, figures: Figures): ItemStatus[] {
  const states = evidenceOf(checklist, figures);
  return [...itemsWithin(checklist)].flatMap(({ id, label, line }) => {
    const evidence = states.get(id);
    return evidence ? { label, line, ...evidence } : [];
  });
}

function countDone(items: readonly { readonly done: boolean }[]): Count {
  return { done: items.filter(({ done }) => done).length, total: items.length };
}
