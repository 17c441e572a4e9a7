import { type CalendarDate, daysBetween } from '../calendar/calendarDate';
import { type Count, itemsWithin, type Section } from '../checklist/checklist';
import type { Figures } from '../evidence/checkEvidence';
import { evidenceOf, type ItemEvidence } from '../evidence/checklistEvidence';
import { storiesByName } from '../library/byName';
import {
  type CoverageState,
  type CoverageTargets,
  type Covered,
  coverageFigures,
  coverageOf,
} from '../library/coverage';
import { figuresOf, type Library, type LibraryFigures } from '../library/library';
import { type Progress, progressOf } from '../mocks/progress';
import { type PlanItem, planOn } from '../plan/readPlan';
import type { UndatedItem } from '../plan/undated';
import type { Practice } from '../practice/readPractice';
import { figuresFor } from './figures';

/** How a preparation stands: the figures of the trees. */
export interface Status {
  readonly version: 1;
  readonly today: CalendarDate;
  /** By which the stories are set against questions; undefined where it cannot be read. */
  readonly profile: { readonly id: string; readonly title: string } | undefined;
  readonly level: string | undefined;
  readonly interview: { readonly date: CalendarDate; readonly days: number } | undefined;
  readonly checklist: (Count & { readonly items: readonly ItemStatus[] }) | undefined;
  /** Of all, those that are clean, and those in which nothing is found and yet a part is thin. */
  readonly stories: { readonly total: number } & Pick<LibraryFigures, 'clean' | 'thin'>;
  readonly competencies: CoverageStatus;
  readonly questions: CoverageStatus;
  /** Seconds that the shortest elevator speech takes. */
  readonly speech: number | undefined;
  readonly plan:
    | (Count & {
        readonly today: Count;
        readonly missed: number;
        readonly missedItems: readonly Pick<PlanItem, 'line' | 'date' | 'text'>[];
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
  /** What is allowed and most likely not meant. */
  readonly hints: readonly ProblemInFile[];
}

/** What stories cover of the questions or competencies of a profile. */
export interface CoverageStatus {
  readonly covered: number;
  readonly total: number;
  /** Those of the covered whose stories all lack a part, or have a thin one. */
  readonly unfinished: number;
  /** Those without a story. */
  readonly gaps: readonly CoverageName[];
  /** Those that stories fit only in part. */
  readonly partial: readonly CoverageName[];
}

/** A question or competency of a profile. */
export interface CoverageName {
  readonly id: string;
  readonly title: string;
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

/** What a status is put together from. */
export interface StatusSources extends Pick<Status, 'today' | 'problems' | 'hints'> {
  readonly practice: Practice;
  readonly checklist: Section | undefined;
  readonly library: Pick<Library, 'stories' | 'speeches'>;
  readonly profile: (CoverageTargets & { readonly id: string; readonly title: string }) | undefined;
}

/** Puts the figures of a preparation together as they stand on a day. */
export function statusOf({ practice, checklist, library, profile, today, problems, hints }: StatusSources): Status {
  const targets = profile ?? { competencies: [], questions: [] };
  const coverage = coverageOf(library.stories, targets);
  const figures = figuresFor(library, coverage, practice);
  const { stories: total, clean, thin } = figuresOf(library.stories);
  const find = storiesByName(library.stories);
  const { interview, level, plan, undated, rounds } = practice;
  const day = plan && planOn(plan, today);
  return {
    version: 1,
    today,
    profile: profile && { id: profile.id, title: profile.title },
    level,
    interview: interview && { date: interview.date, days: daysBetween(today, interview.date) },
    checklist: checklist && { ...checklist.count, items: itemStates(checklist, figures) },
    stories: { total, clean, thin },
    competencies: coverageStatus(coverage.competencies),
    questions: coverageStatus(coverage.questions),
    speech: figures.speech,
    plan: plan &&
      day && {
        ...countDone([...plan, ...undated]),
        today: countDone(day.today),
        missed: day.missed.length,
        missedItems: day.missed.map(({ line, date, text }) => ({ line, date, text })),
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
    hints,
  };
}

function coverageStatus(list: readonly Covered[]): CoverageStatus {
  const { covered, total, unfinished } = coverageFigures(list);
  const named = (wanted: CoverageState): CoverageName[] =>
    list.flatMap(({ id, title, state }) => (state === wanted ? { id, title } : []));
  return { covered, total, unfinished, gaps: named('gap'), partial: named('partial') };
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
