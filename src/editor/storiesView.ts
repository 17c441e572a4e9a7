import { commands, DataTransferItem, Disposable, window } from 'vscode';
import { counted } from './format';
import type { LibraryStore } from './libraryStore';
import type { Services } from './services';
import { FILTER_LABELS, registerStoriesCommands } from './storiesCommands';
import { type Arrangement, StoriesTree } from './storiesTree';

/** Under which the order and the filter are kept for the workspace. */
const ARRANGEMENT = 'starl.stories.arrangement';
/** What the welcome text and the buttons of the view go by: `list`, `none` (nothing passes the filter) or `empty`. */
const STATE = 'starl.stories.state';
const IS_FILTERED = 'starl.stories.isFiltered';
/** As what stories travel from one view to another: a list of their keys. */
export const STORIES_MIME = 'application/vnd.code.tree.starl.stories';

/** The view "Stories": the stories of the workspace folders, each with its parts. */
export function registerStories({ context: { workspaceState }, library }: Services): Disposable {
  const { store, loadCore } = library;
  const tree = new StoriesTree(store, loadCore, library.folders);
  const view = window.createTreeView('starl.stories', {
    treeDataProvider: tree,
    showCollapseAll: true,
    dragAndDropController: {
      dragMimeTypes: [],
      dropMimeTypes: [],
      handleDrag: (rows, data) => {
        const keys = rows.flatMap(({ entry }) => ('one' in entry ? entry.one.key : []));
        if (keys.length > 0) data.set(STORIES_MIME, new DataTransferItem(keys));
      },
    },
  });
  const show = async (): Promise<void> => {
    await tree.show();
    const { arrangeStories, figuresOf } = await loadCore();
    const { sort, filter } = tree.arrangement;
    const all = store.folders.flatMap(({ library: { stories } }) => stories);
    const shown = arrangeStories(all, sort, filter).length;
    const figures = filter === 'all' ? `${figuresOf(all).clean} of ${all.length} with nothing to object to` : '';
    view.message = [
      readingOf(store),
      all.length > 0 ? figures || `${shown} of ${all.length}: ${FILTER_LABELS[filter].toLowerCase()}` : '',
    ]
      .filter((text) => text !== '')
      .join(' ');
    void commands.executeCommand('setContext', IS_FILTERED, filter !== 'all');
    if (store.isListed) void commands.executeCommand('setContext', STATE, stateOf(all.length, shown));
  };
  tree.arrangement = { ...tree.arrangement, ...workspaceState.get<Partial<Arrangement>>(ARRANGEMENT) };
  return Disposable.from(
    view,
    store.onDidChange(show),
    registerStoriesCommands({
      library,
      arrangement: () => tree.arrangement,
      arrange: async (arrangement) => {
        tree.arrangement = arrangement;
        await workspaceState.update(ARRANGEMENT, arrangement);
        await show();
      },
    }),
  );
}

function stateOf(all: number, shown: number): 'empty' | 'none' | 'list' {
  if (all === 0) return 'empty';
  return shown === 0 ? 'none' : 'list';
}

/** Says that there is still something to be read. */
export function readingOf({ isListed, unjudged }: LibraryStore): string {
  if (unjudged === 0) return '';
  if (unjudged === undefined) return 'Reading…';
  return `${isListed ? 'Judging' : 'Reading'}, ${counted(unjudged, 'file')} to go.`;
}
