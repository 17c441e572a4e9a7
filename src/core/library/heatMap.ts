import type { Coverage, CoverageState, Covered } from './coverage';
import type { LibraryStory } from './library';
import type { Grade, Target } from './mapping';
import { lacksOf } from './storyWords';

/** One column: a question or competency. */
export interface HeatMapColumn {
  readonly id: string;
  readonly title: string;
  readonly state: CoverageState;
  /** How many stories there are for it. */
  readonly count: number;
}

/** One row: a story, with a cell for each column in their order; all of it can be told as JSON. */
export interface HeatMapRow {
  readonly key: string;
  readonly title: string;
  /** What the story is short of, as `lacks Task`; empty where it is told to the end. */
  readonly lacks: string;
  readonly cells: readonly (Grade | null)[];
}

/** Stories against the questions or the competencies of a profile. */
export interface HeatMap {
  readonly target: Target;
  readonly columns: readonly HeatMapColumn[];
  readonly rows: readonly HeatMapRow[];
}

/** The side to open on: the only one that stories are mapped to, and the competencies where both or neither are. */
export function openingTarget(maps: readonly HeatMap[]): Target {
  const mapped = maps.filter(({ rows }) => rows.some(({ cells }) => cells.some((grade) => grade !== null)));
  const hasQuestions = mapped.some(({ target }) => target === 'questions');
  return hasQuestions && mapped.every(({ target }) => target === 'questions') ? 'questions' : 'competencies';
}

/** Puts a coverage into a table. */
export function heatMapOf(coverage: Coverage, stories: readonly LibraryStory[], target: Target): HeatMap {
  const list: readonly Covered[] = coverage[target];
  return {
    target,
    columns: list.map(({ id, title, state, uses }) => ({ id, title, state, count: uses.length })),
    rows: stories.map(({ key, story }) => {
      const grades = new Map(story[target].map(({ id, grade }) => [id, grade]));
      return { key, title: story.title, lacks: lacksOf(story), cells: list.map(({ id }) => grades.get(id) ?? null) };
    }),
  };
}
