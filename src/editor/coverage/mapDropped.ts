import type { Covered } from '../../core/library/coverage';
import type { LibraryStory } from '../../core/library/library';
import type { Grade } from '../../core/library/mapping';
import { offerUndo } from '../files/offerUndo';
import type { LibraryServices } from '../library/libraryServices';
import type { Undo } from '../library/storyEdits';
import { counted } from '../ui/format';
import { cutLabel, titleOf } from '../ui/shownText';
import type { CoverageEntry } from './coverageRows';

const GRADES: Readonly<Record<Grade, string>> = { strong: 'as strong', partial: 'only in part' };

/**
 * Maps the stories that were dropped on a question or competency, or on a story below it, says so, and offers to take it back.
 * Ends before the user has answered, so that more can be dropped.
 */
export async function mapDropped(
  { store, edits }: Pick<LibraryServices, 'store' | 'edits'>,
  entry: CoverageEntry,
  keys: readonly string[],
): Promise<void> {
  if (!('covered' in entry)) return;
  const dropped = keys.flatMap((key) => store.find(key) ?? []);
  await mapAll(edits, dropped, entry.covered, 'strong');
}

async function mapAll(
  edits: LibraryServices['edits'],
  stories: readonly LibraryStory[],
  covered: Covered,
  grade: Grade,
): Promise<void> {
  const { target, id, title } = covered;
  const mapped: LibraryStory[] = [];
  const undos: Undo[] = [];
  for (const one of stories) {
    const undo = await edits.map(one, { target, id, grade });
    if (!undo) continue;
    mapped.push(one);
    undos.unshift(undo);
  }
  const [first, ...others] = mapped;
  if (!first) return;
  const isOne = others.length === 0;
  const what = isOne ? `“${titleOf(first.story)}”` : counted(mapped.length, 'story', 'stories');
  const undo = async (): Promise<void> => {
    for (const takeBack of undos) await takeBack();
  };
  const inPart = { title: 'Only in part', run: () => mapAll(edits, mapped, covered, 'partial') };
  void offerUndo(
    `${what} ${isOne ? 'is' : 'are'} mapped to “${cutLabel(title)}”, ${GRADES[grade]}.`,
    undo,
    `${what} could not be taken from it`,
    ...(grade === 'strong' ? [inPart] : []),
  );
}
