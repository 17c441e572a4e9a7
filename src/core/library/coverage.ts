import type { LibraryStory } from './library';
import { type Grade, TARGETS, type Target } from './mapping';
import { lacksOf } from './storyWords';

/** What the coverage asks of a pack; a pack fits. */
export interface CoverageTargets {
  readonly competencies: readonly { readonly id: string; readonly title: string; readonly probes: string }[];
  readonly questions: readonly {
    readonly id: string;
    readonly text: string;
    readonly probes: string;
    readonly competencies: readonly string[];
  }[];
}

/** A story that is told for a question or competency. */
export interface Use extends LibraryStory {
  readonly grade: Grade;
}

/**
 * `gap`: no story; `partial`: none that fits well; `single`: one story fits well and there is no other, so that a follow-up or a
 * second interviewer leaves nothing to tell; `covered`: one that fits well, and another.
 */
export type CoverageState = 'gap' | 'partial' | 'single' | 'covered';

/** A question or competency, and the stories for it. */
export interface Covered {
  readonly target: Target;
  readonly id: string;
  /** A competency's title or a question's text. */
  readonly title: string;
  readonly probes: string;
  /** What a question asks for; for a competency, itself. */
  readonly competencies: readonly string[];
  readonly state: CoverageState;
  /** Strong ones first. */
  readonly uses: readonly Use[];
}

/** A story that is meant for more questions than one interview should hear it in. */
export interface Overused extends LibraryStory {
  readonly questions: readonly string[];
}

/** What the stories cover of a pack. */
export interface Coverage {
  readonly competencies: readonly Covered[];
  readonly questions: readonly Covered[];
  readonly overused: readonly Overused[];
  /** Stories that no question and no competency of the pack uses. */
  readonly unused: readonly LibraryStory[];
}

/** How many of a list there are, and how many of these have a story that fits well. */
export interface CoverageFigures {
  readonly total: number;
  readonly covered: number;
  /** Those of the covered whose stories that fit well all lack a part, or have a thin one. */
  readonly unfinished: number;
  readonly gaps: number;
}

/** A story that stands for more questions than this is worn out: the panel compares notes. */
export const MOST_QUESTIONS = 4;

/** Sets stories against the questions and competencies of a pack. */
export function coverageOf(stories: readonly LibraryStory[], targets: CoverageTargets): Coverage {
  const uses = usesByTarget(stories);
  const cover = (target: Target, id: string, title: string, probes: string, competencies: readonly string[]) => {
    const own = uses.get(`${target} ${id}`) ?? [];
    const sorted = [...own.filter(({ grade }) => grade === 'strong'), ...own.filter(({ grade }) => grade !== 'strong')];
    return { target, id, title, probes, competencies, state: stateOf(sorted), uses: sorted };
  };
  const competencies = targets.competencies.map(({ id, title, probes }) =>
    cover('competencies', id, title, probes, [id]),
  );
  const questions = targets.questions.map(({ id, text, probes, competencies: asked }) =>
    cover('questions', id, text, probes, asked),
  );
  const used = new Set([...competencies, ...questions].flatMap((one) => one.uses.map(({ key }) => key)));
  const known = new Set(targets.questions.map(({ id }) => id));
  return {
    competencies,
    questions,
    overused: stories.flatMap((one) => {
      const ids = one.story.questions.flatMap(({ id }) => (known.has(id) ? id : []));
      return ids.length > MOST_QUESTIONS ? [{ ...one, questions: ids }] : [];
    }),
    unused: stories.filter(({ key }) => !used.has(key)),
  };
}

/** The figures of a list: a question or competency counts as covered where a story fits it well. */
export function coverageFigures(list: readonly Covered[]): CoverageFigures {
  const covered = list.filter(({ state }) => state === 'covered' || state === 'single');
  return {
    total: list.length,
    covered: covered.length,
    unfinished: covered.filter(isUnfinished).length,
    gaps: list.filter(({ state }) => state === 'gap').length,
  };
}

/** Whether something has stories that fit it well, and each of them lacks a part or has a thin one. */
export function isUnfinished({ uses }: Pick<Covered, 'uses'>): boolean {
  const strong = uses.filter(({ grade }) => grade === 'strong');
  return strong.length > 0 && strong.every(({ story }) => lacksOf(story) !== '');
}

function usesByTarget(stories: readonly LibraryStory[]): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const one of stories) {
    for (const target of TARGETS) {
      for (const { id, grade } of one.story[target]) {
        const key = `${target} ${id}`;
        const list = uses.get(key) ?? [];
        list.push({ ...one, grade });
        uses.set(key, list);
      }
    }
  }
  return uses;
}

function stateOf(uses: readonly Use[]): CoverageState {
  if (uses.length === 0) return 'gap';
  if (uses[0]?.grade !== 'strong') return 'partial';
  return uses.length === 1 ? 'single' : 'covered';
}
