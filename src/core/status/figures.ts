import type { Figures } from '../evidence/checkEvidence';
import { type CoverageTargets, coverageFigures, coverageOf } from '../library/coverage';
import { figuresOf, type Library } from '../library/library';
import type { Mock } from '../mocks/mocks';

/** The figures of a preparation, from its stories, its mocks and what its profile asks for. */
export function figuresFor(
  library: Pick<Library, 'stories' | 'speeches'>,
  targets: CoverageTargets,
  mocks: readonly Mock[],
): Figures {
  const { stories, clean } = figuresOf(library.stories);
  const coverage = coverageOf(library.stories, targets);
  return {
    stories,
    clean,
    competencies: coverageFigures(coverage.competencies),
    questions: coverageFigures(coverage.questions),
    mocks,
    speech: library.speeches.length > 0 ? Math.min(...library.speeches) : undefined,
  };
}
