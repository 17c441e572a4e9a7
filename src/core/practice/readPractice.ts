import type { CalendarDate } from '../calendar/calendarDate';
import { parseConfig } from '../config/config';
import type { Round } from '../config/schemas';
import { CONFIG_NAME, MOCKS_NAME, PLAN_NAME } from '../fileNames';
import { type LoggedMock, readMocks } from '../mocks/mocks';
import { type PlanItem, readPlan } from '../plan/readPlan';
import type { UndatedItem } from '../plan/undated';
import { capital } from '../text/capital';
import { LineIndex } from '../text/lines';
import type { Problem } from '../yaml/problem';
import { isUnreadable, placeOf } from '../yaml/yaml';

/** The files that practice goes by, at the top of a preparation's folder. */
export const PRACTICE_FILES = [CONFIG_NAME, PLAN_NAME, MOCKS_NAME] as const;
export type PracticeFile = (typeof PRACTICE_FILES)[number];

/** Texts of the files that there are; or what keeps one of them from being read. */
export type PracticeTexts = Readonly<Partial<Record<PracticeFile, string | FileProblem>>>;

/** What is wrong in a file, for people. */
export interface FileProblem {
  readonly file: PracticeFile;
  /** Counts from 1, as does the column. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Nothing of the file can be read, so that it is not written to either. */
  readonly isWhole?: boolean;
}

/** A round with its place in `starl.yaml`. */
export interface PlacedRound extends Round {
  readonly line: number;
}

/** What a preparation holds on practising. */
export interface Practice {
  readonly interview: { readonly date: CalendarDate; readonly line: number } | undefined;
  /** The id of the profile that `starl.yaml` names. */
  readonly profile: string | undefined;
  /** The level that is aimed at, as the profile names it. */
  readonly level: string | undefined;
  readonly rounds: readonly PlacedRound[];
  /** Undefined where there is no plan, or none that can be read. */
  readonly plan: readonly PlanItem[] | undefined;
  /** Items of the plan that stand on no day. */
  readonly undated: readonly UndatedItem[];
  /** Days and boxes of the plan that are not written so that they could be read. */
  readonly slips: readonly FileProblem[];
  /** Undefined where there is no log. */
  readonly mocks: readonly LoggedMock[] | undefined;
  /** What is wrong in the files; it is left out. */
  readonly problems: readonly FileProblem[];
}

/** Reads what a preparation holds on practising. Never throws. */
export function readPractice(texts: PracticeTexts): Practice {
  const problems: FileProblem[] = [];
  const textOf = (file: PracticeFile): string | undefined => {
    const text = texts[file];
    if (typeof text === 'object') problems.push(text);
    return typeof text === 'string' ? text : undefined;
  };
  const note = (
    file: PracticeFile,
    found: readonly Pick<Problem, 'line' | 'column' | 'message'>[],
    isWhole: boolean,
  ) => {
    for (const { line, column, message } of found)
      problems.push({ file, line, column, message, ...(isWhole && { isWhole }) });
  };

  const config = textOf(CONFIG_NAME) ?? '';
  const { config: settings, problems: wrong } = parseConfig(config, 'unknown');
  note(CONFIG_NAME, wrong, isUnreadable(config));
  const lines = new LineIndex(config);
  const lineOf = (path: readonly (string | number)[]): number => lines.position(placeOf(config, path)?.start ?? 0).line;

  const planText = textOf(PLAN_NAME);
  const { plan, unreadable } = planText === undefined ? {} : readPlan(planText);
  if (unreadable) note(PLAN_NAME, [{ line: unreadable.line, column: 1, message: capital(unreadable.cause) }], true);
  note(PLAN_NAME, plan?.problems ?? [], false);

  const mocksText = textOf(MOCKS_NAME);
  const log = mocksText === undefined ? undefined : readMocks(mocksText);
  note(MOCKS_NAME, log?.problems ?? [], isUnreadable(mocksText ?? ''));

  const { interview, profile, level, rounds = [] } = settings;
  return {
    interview: interview === undefined ? undefined : { date: interview, line: lineOf(['interview']) },
    profile,
    level,
    rounds: rounds.map((round, index) => ({ ...round, line: lineOf(['rounds', index]) })),
    plan: plan?.items,
    undated: plan?.undated ?? [],
    slips: plan?.slips.map(({ line, column, message }) => ({ file: PLAN_NAME, line, column, message })) ?? [],
    mocks: log?.mocks,
    problems,
  };
}
