import type { Coverage, CoverageState, CoverageTargets, Covered } from '../../core/library/coverage';
import type { LibraryStory } from '../../core/library/library';
import type { Grade } from '../../core/library/mapping';
import type { Suggestion } from '../../core/library/suggest';
import type { LibraryCore } from '../lazy/lazyCore';
import type { FolderLibrary } from '../library/libraryStore';
import { counted } from '../ui/format';
import type { Row } from '../ui/rowTree';

/** What the stories of a folder cover of its profile. */
export interface FolderCoverage {
  readonly of: FolderLibrary;
  readonly targets: CoverageTargets;
  readonly coverage: Coverage;
  readonly core: LibraryCore;
}

export type CoverageGroup = 'questions' | 'competencies' | 'overused' | 'unused';

/** What a row of the view "Coverage" stands for. */
export type CoverageEntry = { readonly in: FolderCoverage } & (
  | { readonly kind: 'folder' }
  | { readonly kind: 'group'; readonly group: CoverageGroup; readonly onlyGaps: boolean }
  | { readonly kind: 'covered'; readonly covered: Covered }
  | { readonly kind: 'use'; readonly covered: Covered; readonly one: LibraryStory; readonly grade: Grade }
  | { readonly kind: 'suggestion'; readonly covered: Covered; readonly one: Suggestion }
  | { readonly kind: 'nothing'; readonly covered: Covered }
  | { readonly kind: 'judging'; readonly covered: Covered; readonly left: number }
  | { readonly kind: 'story'; readonly group: CoverageGroup; readonly one: LibraryStory; readonly told: string }
);
export type CoverageRow = Row<CoverageEntry>;

/** The most urgent first. */
const URGENCY: readonly CoverageState[] = ['gap', 'partial', 'single', 'covered'];

/** The groups of a folder in which there is something. */
export function groupsOf(within: FolderCoverage, onlyGaps: boolean): CoverageEntry[] {
  const { questions, competencies, overused, unused } = within.coverage;
  const filled: Readonly<Record<CoverageGroup, number>> = {
    questions: questions.length,
    competencies: competencies.length,
    overused: overused.length,
    unused: unused.length,
  };
  const groups: CoverageGroup[] = ['questions', 'competencies', 'overused', 'unused'];
  return groups.filter((group) => filled[group] > 0).map((group) => ({ kind: 'group', in: within, group, onlyGaps }));
}

/** What stands below an entry. */
export function belowCoverage(entry: CoverageEntry, onlyGaps: boolean): CoverageEntry[] {
  const within = entry.in;
  if (entry.kind === 'folder') return groupsOf(within, onlyGaps);
  if (entry.kind === 'group') return groupEntries(within, entry.group, onlyGaps);
  if (entry.kind !== 'covered') return [];
  const { covered } = entry;
  const uses = covered.uses.map(
    (use): CoverageEntry => ({ kind: 'use', in: within, covered, one: use, grade: use.grade }),
  );
  const below = covered.state === 'covered' ? uses : [...uses, ...suggestionsFor(within, covered)];
  return below.length > 0 ? below : [{ kind: 'nothing', in: within, covered }];
}

/** The stories that might do for a question or competency, as rows, and whether there may be more of them. */
function suggestionsFor(within: FolderCoverage, covered: Covered): CoverageEntry[] {
  const suggested = suggestions(within, covered).map(
    (one): CoverageEntry => ({ kind: 'suggestion', in: within, covered, one }),
  );
  const left = within.of.library.stories.filter(({ story }) => !story.isJudged).length;
  return left === 0 ? suggested : [...suggested, { kind: 'judging', in: within, covered, left }];
}

/** The stories that might do for a question or competency; a story that is not judged is hardly ever among them. */
export function suggestions({ core, of, targets }: FolderCoverage, covered: Covered): Suggestion[] {
  const titles = new Map(targets.competencies.map(({ id, title }) => [id, title]));
  return core.suggestStories(covered, of.library.stories, titles);
}

function groupEntries(within: FolderCoverage, group: CoverageGroup, onlyGaps: boolean): CoverageEntry[] {
  const { coverage } = within;
  if (group === 'overused')
    return coverage.overused.map((one) => ({
      kind: 'story',
      in: within,
      group,
      one,
      told: counted(one.questions.length, 'question'),
    }));
  if (group === 'unused') return coverage.unused.map((one) => ({ kind: 'story', in: within, group, one, told: '' }));
  return coverage[group]
    .filter(({ state }) => !onlyGaps || state !== 'covered')
    .sort((a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state))
    .map((covered) => ({ kind: 'covered', in: within, covered }));
}

/** Names an entry in the whole tree. */
export function idOfCoverage(entry: CoverageEntry): string {
  const folder = `${entry.kind} ${entry.in.of.folder.uri}`;
  if (entry.kind === 'folder') return folder;
  if (entry.kind === 'group') return `${folder} ${entry.group}`;
  if (entry.kind === 'story') return `${folder} ${entry.group} ${entry.one.key}`;
  const target = `${folder} ${entry.covered.target} ${entry.covered.id}`;
  return 'one' in entry ? `${target} ${entry.one.key}` : target;
}
