import type { Figures } from '../evidence/checkEvidence';
import { MOCKS_NAME } from '../fileNames';
import { type Coverage, coverageFigures } from '../library/coverage';
import { figuresOf, type Library } from '../library/library';
import type { Practice } from '../practice/readPractice';

/** The figures of a preparation, from its stories, what they cover, and its mocks. */
export function figuresFor(
  library: Pick<Library, 'stories' | 'speeches'>,
  coverage: Pick<Coverage, 'competencies' | 'questions'>,
  practice: Pick<Practice, 'mocks' | 'problems'> | undefined,
): Figures {
  const { stories, clean } = figuresOf(library.stories);
  const unread = practice?.problems.find(({ file }) => file === MOCKS_NAME);
  return {
    stories,
    clean,
    competencies: coverageFigures(coverage.competencies),
    questions: coverageFigures(coverage.questions),
    mocks: practice?.mocks ?? [],
    mocksUnread: unread && `${MOCKS_NAME} cannot be read in line ${unread.line}`,
    speech: library.speeches.length > 0 ? Math.min(...library.speeches) : undefined,
  };
}
