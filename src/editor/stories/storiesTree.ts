import type { WorkspaceFolder } from 'vscode';
import type { StoryFilter, StorySort } from '../../core/library/arrange';
import type { Mock } from '../../core/mocks/mocks';
import type { LibraryCore } from '../lazy/lazyCore';
import type { LibraryServices } from '../library/libraryServices';
import type { LibraryStore } from '../library/libraryStore';
import { RowTree } from '../ui/rowTree';
import { belowStory, idOfStory, lookOfStory, type StoryEntry, type StoryRow } from './storiesRows';
import { storyTreeItem } from './storiesTreeItem';

/** In which order which stories are shown. */
export interface Arrangement {
  readonly sort: StorySort;
  readonly filter: StoryFilter;
}

/** What the tree is made of. */
export type StoriesSource = Pick<LibraryServices, 'store' | 'loadCore' | 'folders'>;

/** What tells when stories were practised. */
export interface StoriesPractice {
  /** The mocks of a folder. */
  readonly mocks: (folder: WorkspaceFolder) => Promise<readonly Mock[]>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The stories as a native tree, each with its parts: one level for the folders where there are several. */
export class StoriesTree extends RowTree<StoryEntry> {
  readonly #store: LibraryStore;
  readonly #loadCore: () => Promise<LibraryCore>;
  readonly #folders: () => readonly WorkspaceFolder[];
  readonly #practice: StoriesPractice;
  /** How many stories passed the filter the last time. */
  shown = 0;
  arrangement: Arrangement = { sort: 'title', filter: 'all' };

  constructor({ store, loadCore, folders }: StoriesSource, practice: StoriesPractice) {
    super({
      load: async () => {
        await Promise.all([store.start(), ...folders().map((folder) => practice.mocks(folder))]);
        return this.#top();
      },
      below: belowStory,
      idOf: idOfStory,
      lookOf: lookOfStory,
      treeItem: storyTreeItem,
      isLazy: true,
    });
    this.#store = store;
    this.#loadCore = loadCore;
    this.#folders = folders;
    this.#practice = practice;
  }

  /** What the user opens is judged first. */
  override getChildren(row?: StoryRow): Promise<StoryRow[]> {
    if (row?.entry.kind === 'story') this.#store.prefer([row.entry.one.file]);
    return super.getChildren(row);
  }

  /** Brings the tree up to date with the stories. */
  async show(): Promise<void> {
    this.update(await this.#top());
  }

  async #top(): Promise<StoryEntry[]> {
    const { arrangeStories, practisedOn, dateOf, fromToday } = await this.#loadCore();
    const { sort, filter } = this.arrangement;
    const today = dateOf(this.#practice.now());
    const folders = await Promise.all(
      this.#store.folders.map(async (of): Promise<StoryEntry & { kind: 'folder' }> => {
        const { stories } = of.library;
        const practised = practisedOn(stories, await this.#practice.mocks(of.folder), today);
        return {
          kind: 'folder',
          of,
          stories: arrangeStories(stories, sort, filter, practised),
          practised: new Map([...practised].map(([key, date]) => [key, fromToday(today, date)])),
        };
      }),
    );
    this.shown = folders.reduce((sum, { stories }) => sum + stories.length, 0);
    this.#store.prefer(folders.flatMap(({ stories }) => stories.map(({ file }) => file)));
    const refused = [...this.#store.refused.values()].map((one): StoryEntry => ({ kind: 'refused', ...one }));
    if (this.#folders().length > 1) return [...folders.filter(({ stories }) => stories.length > 0), ...refused];
    return [...folders.flatMap(belowStory), ...refused];
  }
}
