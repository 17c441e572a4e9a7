import { commands, Disposable, type QuickPickItem, QuickPickItemKind, Uri, window } from 'vscode';
import type { Covered } from '../../core/library/coverage';
import type { LibraryStory } from '../../core/library/library';
import { requireFolder } from '../files/chooseFolder';
import { openAt } from '../files/fileFailure';
import type { LibraryServices } from '../library/libraryServices';
import type { LibraryStore } from '../library/libraryStore';
import { pickGrade, pickOf } from '../library/storyPicks';
import { plain } from '../ui/quickInput';
import { titleOf } from '../ui/shownText';
import { type CoverageRow, type FolderCoverage, suggestions } from './coverageRows';
import { coverageOfFolders } from './coverageTree';

/**
 * What can be done in the view "Coverage"; each of these asks for what it is not given. From the palette, the row that is
 * `selected` is meant.
 */
export function registerCoverageCommands(
  library: LibraryServices,
  selected: () => CoverageRow | undefined,
): Disposable {
  const { edits } = library;
  const map = async (one: LibraryStory, covered: Covered): Promise<void> => {
    const { target, id } = covered;
    const now = one.story[target].find((mapping) => mapping.id === id)?.grade;
    const picked = await pickGrade(`“${titleOf(one.story)}” for: ${covered.title}`, now);
    if (picked) await edits.map(one, { target, id, grade: picked.grade });
  };
  return Disposable.from(
    commands.registerCommand('starl.coverage.open', async (row?: CoverageRow) => {
      const one = row && 'one' in row.entry ? row.entry.one : undefined;
      if (one) await openAt(Uri.parse(one.file), one.story.line);
    }),
    commands.registerCommand('starl.coverage.map', async (row?: CoverageRow) => {
      const { entry } = row ?? selected() ?? {};
      const at = entry && 'covered' in entry ? entry : await pickCovered(library);
      if (!at) return;
      const one = at.kind === 'suggestion' ? at.one : await pickStoryFor(library.store, at.in, at.covered);
      if (one) await map(one, at.covered);
    }),
    commands.registerCommand('starl.coverage.grade', async (row?: CoverageRow) => {
      const entry = row?.entry;
      if (entry?.kind === 'use') await map(entry.one, entry.covered);
    }),
  );
}

interface CoveredPlace {
  readonly kind?: undefined;
  readonly in: FolderCoverage;
  readonly covered: Covered;
}

/** The question or competency that the user picks, gaps first. */
async function pickCovered(library: LibraryServices): Promise<CoveredPlace | undefined> {
  if (!requireFolder()) return undefined;
  await library.store.listed();
  const all = await coverageOfFolders(library);
  if (all.length === 0) void window.showInformationMessage('There is no story here yet.');
  const items = all.flatMap((within): (QuickPickItem & { readonly at?: CoveredPlace })[] =>
    (['questions', 'competencies'] as const).flatMap((target) => [
      { label: target === 'questions' ? 'Questions' : 'Competencies', kind: QuickPickItemKind.Separator },
      ...within.coverage[target]
        .toSorted((a, b) => a.uses.length - b.uses.length)
        .map((covered) => ({
          label: plain(covered.title),
          description: covered.state === 'gap' ? 'gap' : String(covered.uses.length),
          at: { in: within, covered },
        })),
    ]),
  );
  if (items.length === 0) return undefined;
  return (await window.showQuickPick(items, { title: 'Map a Story', placeHolder: 'To what?' }))?.at;
}

/** The story that the user picks; those that might do come first, and say why. */
async function pickStoryFor(
  store: LibraryStore,
  within: FolderCoverage,
  covered: Covered,
): Promise<LibraryStory | undefined> {
  const placeHolder =
    store.unjudged === 0 ? 'Which story?' : 'Which story? All are judged first, for those that might do to be known.';
  const options = { title: plain(covered.title), placeHolder, matchOnDetail: true };
  return (await window.showQuickPick(storiesToPick(store, within, covered), options))?.one;
}

type StoryItem = QuickPickItem & { readonly one?: LibraryStory };

/** The stories to choose from for a question or competency, when all are judged. */
export async function storiesToPick(
  store: Pick<LibraryStore, 'settled'>,
  within: FolderCoverage,
  covered: Covered,
): Promise<StoryItem[]> {
  await store.settled();
  const suggested = suggestions(within, covered);
  const keys = new Set(suggested.map(({ key }) => key));
  const rest = within.of.library.stories.filter(({ key }) => !keys.has(key));
  return [
    ...(suggested.length > 0 ? [{ label: 'Might do', kind: QuickPickItemKind.Separator }] : []),
    ...suggested.map((one) => pickOf(one, one.why.join(' '))),
    { label: suggested.length > 0 ? 'The others' : '', kind: QuickPickItemKind.Separator },
    ...rest.map((one) => pickOf(one)),
  ];
}
