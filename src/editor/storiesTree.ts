import type { WorkspaceFolder } from 'vscode';
import type { StoryFilter, StorySort } from '../core/library/arrange';
import type { LibraryCore } from './libraryCore';
import type { LibraryStore } from './libraryStore';
import { RowTree } from './rowTree';
import { belowStory, idOfStory, lookOfStory, type StoryEntry } from './storiesRows';
import { storyTreeItem } from './storiesTreeItem';

/** In which order which stories are shown. */
export interface Arrangement {
  readonly sort: StorySort;
  readonly filter: StoryFilter;
}

/** The stories as a native tree, each with its parts: one level for the folders where there are several. */
export class StoriesTree extends RowTree<StoryEntry> {
  readonly #store: LibraryStore;
  readonly #loadCore: () => Promise<LibraryCore>;
  readonly #folders: () => readonly WorkspaceFolder[];
  arrangement: Arrangement = { sort: 'title', filter: 'all' };

  constructor(store: LibraryStore, loadCore: () => Promise<LibraryCore>, folders: () => readonly WorkspaceFolder[]) {
    super({
      load: async () => {
        await store.start();
        return this.#top();
      },
      below: (entry) => {
        if (entry.kind === 'story') store.prefer([entry.one.file]);
        return belowStory(entry);
      },
      idOf: idOfStory,
      lookOf: lookOfStory,
      treeItem: storyTreeItem,
      isLazy: true,
    });
    this.#store = store;
    this.#loadCore = loadCore;
    this.#folders = folders;
  }

  /** Brings the tree up to date with the stories. */
  async show(): Promise<void> {
    this.update(await this.#top());
  }

  async #top(): Promise<StoryEntry[]> {
    const { arrangeStories } = await this.#loadCore();
    const { sort, filter } = this.arrangement;
    const folders = this.#store.folders.map((of): StoryEntry & { kind: 'folder' } => ({
      kind: 'folder',
      of,
      stories: arrangeStories(of.library.stories, sort, filter),
    }));
    this.#store.prefer(folders.flatMap(({ stories }) => stories.map(({ file }) => file)));
    const refused = [...this.#store.refused.values()].map((one): StoryEntry => ({ kind: 'refused', ...one }));
    if (this.#folders().length > 1) return [...folders.filter(({ stories }) => stories.length > 0), ...refused];
    return [...folders.flatMap(belowStory), ...refused];
  }
}
