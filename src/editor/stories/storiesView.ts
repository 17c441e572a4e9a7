import { commands, Disposable, type WorkspaceFolder, window } from 'vscode';
import type { StoryFilter, StorySort } from '../../core/library/arrange';
import { thinWords } from '../../core/library/storyWords';
import { dragStories, messageOf, STORIES_MIME, setState } from '../library/libraryViews';
import type { Services } from '../services';
import { FILTER_LABELS, registerStoriesCommands, SORT_LABELS } from './storiesCommands';
import { type Arrangement, StoriesTree } from './storiesTree';

/** Under which the order and the filter are kept for the workspace. */
const ARRANGEMENT = 'starl.stories.arrangement';
/** What the welcome text and the buttons of the view go by: `list`, `none` (nothing passes the filter) or `empty`. */
const STATE = 'starl.stories.state';
const IS_FILTERED = 'starl.stories.isFiltered';
/** The view "Stories": the stories of the workspace folders, each with its parts. */
export function registerStories({ context: { workspaceState }, library, practice, clock }: Services): Disposable {
  const { store, loadCore } = library;
  const mocks = async (folder: WorkspaceFolder) => (await practice.of(folder))?.mocks ?? [];
  const tree = new StoriesTree(library, { mocks, now: clock.now });
  const view = window.createTreeView('starl.stories', {
    treeDataProvider: tree,
    showCollapseAll: true,
    dragAndDropController: {
      dragMimeTypes: [STORIES_MIME],
      dropMimeTypes: [],
      handleDrag: (rows, data) => dragStories(rows, data),
    },
  });
  const show = async (): Promise<void> => {
    await tree.show();
    const { figuresOf } = await loadCore();
    const { sort, filter } = tree.arrangement;
    const all = store.folders.flatMap(({ library: { stories } }) => stories);
    const { shown } = tree;
    const { clean, thin } = figuresOf(all);
    const told =
      filter === 'all'
        ? `${clean} of ${all.length} with nothing to object to${thinWords(thin)}`
        : `${shown} of ${all.length}: ${FILTER_LABELS[filter].toLowerCase()}`;
    view.message = messageOf(store, all.length > 0 ? told : '');
    view.description = sort === 'title' ? '' : SORT_LABELS[sort].toLowerCase();
    void commands.executeCommand('setContext', IS_FILTERED, filter !== 'all');
    setState(store, STATE, stateOf(all.length, shown));
  };
  tree.arrangement = remembered(workspaceState.get(ARRANGEMENT)) ?? tree.arrangement;
  return Disposable.from(
    view,
    tree,
    store.onDidChange(show),
    practice.onDidChange(() => store.isListed && show()),
    registerStoriesCommands({
      library,
      naming: async (folder) => {
        const { rounds = [], mocks = [] } = (await practice.of(folder)) ?? {};
        return { rounds, mocks };
      },
      arrangement: () => tree.arrangement,
      arrange: async (arrangement) => {
        tree.arrangement = arrangement;
        await workspaceState.update(ARRANGEMENT, arrangement);
        await show();
      },
    }),
  );
}

/** What was kept by an earlier version may be something else. */
function remembered(kept: unknown): Arrangement | undefined {
  if (typeof kept !== 'object' || kept === null || !('sort' in kept) || !('filter' in kept)) return undefined;
  const { sort, filter } = kept;
  const isKnown =
    typeof sort === 'string' && sort in SORT_LABELS && typeof filter === 'string' && filter in FILTER_LABELS;
  return isKnown ? { sort: sort as StorySort, filter: filter as StoryFilter } : undefined;
}

function stateOf(all: number, shown: number): 'empty' | 'none' | 'list' {
  if (all === 0) return 'empty';
  return shown === 0 ? 'none' : 'list';
}
