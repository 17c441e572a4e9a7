import { commands, Disposable, Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import type { StoryFilter, StorySort } from '../../core/library/arrange';
import type { Naming } from '../../core/library/deleteStory';
import type { LibraryStory } from '../../core/library/library';
import type { Target } from '../../core/library/mapping';
import { openAt } from '../files/fileFailure';
import type { LibraryServices } from '../library/libraryServices';
import { pickMapping, pickStory } from '../library/storyPicks';
import { plain } from '../ui/quickInput';
import { titleOf, unlinked } from '../ui/shownText';
import { placeOfStory, type StoryRow } from './storiesRows';
import type { Arrangement } from './storiesTree';

export const SORT_LABELS: Readonly<Record<StorySort, string>> = {
  title: 'By title',
  file: 'By file',
  findings: 'Most findings first',
  longest: 'Longest first',
  shortest: 'Shortest first',
  practised: 'Longest unpractised first',
};
export const FILTER_LABELS: Readonly<Record<StoryFilter, string>> = {
  all: 'All stories',
  incomplete: 'With a part that is missing or thin',
  findings: 'With findings',
  clean: 'With nothing to object to',
  unmapped: 'Mapped to nothing',
  unpractised: 'Told in no mock yet',
};

/** What the commands work on. */
export interface StoriesDesk {
  readonly library: LibraryServices;
  /** The rounds and mocks of a folder. */
  readonly naming: (folder: WorkspaceFolder) => Promise<Naming>;
  readonly arrangement: () => Arrangement;
  readonly arrange: (arrangement: Arrangement) => Promise<void>;
}

/** What can be done to stories; each of these asks for what it is not given. */
export function registerStoriesCommands({ library, naming, arrangement, arrange }: StoriesDesk): Disposable {
  const { store, edits } = library;
  const given = async (row: StoryRow | undefined, title: string): Promise<LibraryStory | undefined> =>
    row && 'one' in row.entry ? row.entry.one : pickStory(store, title);
  const map = async (row: StoryRow | undefined, target: Target): Promise<void> => {
    const one = await given(row, target === 'questions' ? 'Map Story to a Question' : 'Map Story to a Competency');
    const of = one && store.folderOf(Uri.parse(one.file));
    if (!of) return;
    const [core, targets] = await Promise.all([library.loadCore(), library.targetsFor(of.folder)]);
    const change = await pickMapping(one, target, { core, stories: of.library.stories, targets });
    if (change) await edits.map(one, change);
  };
  return Disposable.from(
    commands.registerCommand('starl.stories.open', async (row?: StoryRow) => {
      const place = row && placeOfStory(row.entry);
      if (place) await openAt(place.uri, place.line);
    }),
    commands.registerCommand('starl.stories.map', (row?: StoryRow) => map(row, 'questions')),
    commands.registerCommand('starl.stories.mapCompetency', (row?: StoryRow) => map(row, 'competencies')),
    commands.registerCommand('starl.stories.rename', async (row?: StoryRow) => {
      const one = await given(row, 'Rename Story');
      const title = one && (await askForTitle(one));
      if (one && title?.trim()) await edits.rename(one, title, store.folderOf(Uri.parse(one.file)));
    }),
    commands.registerCommand('starl.stories.delete', async (row?: StoryRow) => {
      const one = await given(row, 'Delete Story');
      if (one && (await isMeant(library, one, naming))) await edits.delete(one);
    }),
    commands.registerCommand('starl.stories.sort', async () => {
      const sort = await choose('Sort Stories', SORT_LABELS, arrangement().sort);
      if (sort) await arrange({ ...arrangement(), sort });
    }),
    commands.registerCommand('starl.stories.filter', async () => {
      const filter = await choose('Show Stories', FILTER_LABELS, arrangement().filter);
      if (filter) await arrange({ ...arrangement(), filter });
    }),
    commands.registerCommand('starl.stories.showAll', () => arrange({ ...arrangement(), filter: 'all' })),
    commands.registerCommand('starl.stories.refresh', () => store.refresh()),
  );
}

/** Whether the user means a story to be deleted; one key in the tree is soon pressed. */
async function isMeant(
  { store, loadCore }: LibraryServices,
  one: LibraryStory,
  naming: StoriesDesk['naming'],
): Promise<boolean> {
  const yes = 'Delete';
  const uri = Uri.parse(one.file);
  const { deletionWords, whereNamed } = await loadCore();
  const of = store.folderOf(uri);
  const count = of?.library.storiesIn(one.file).length ?? 0;
  const named = of ? whereNamed(one, of.library.stories, await naming(of.folder)) : { rounds: [], mocks: [] };
  const detail = unlinked(deletionWords(workspace.asRelativePath(uri), count, named));
  const question = unlinked(`Are you sure you want to delete “${titleOf(one.story)}”?`);
  return (await window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}

function askForTitle({ story }: LibraryStory): Thenable<string | undefined> {
  return window.showInputBox({
    title: 'Rename Story',
    prompt: 'The title, in a few words; heading, front matter, rounds and mocks change together',
    value: titleOf(story) === story.title ? story.title : '',
    ignoreFocusOut: true,
  });
}

async function choose<K extends string>(
  title: string,
  labels: Readonly<Record<K, string>>,
  now: K,
): Promise<K | undefined> {
  const picks = Object.entries<string>(labels).map(([key, label]) => ({
    label: plain(label),
    description: key === now ? 'now' : '',
    key: key as K,
  }));
  return (await window.showQuickPick(picks, { title }))?.key;
}
