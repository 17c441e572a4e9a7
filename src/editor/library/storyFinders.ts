import type { WorkspaceFolder } from 'vscode';
import type { LibraryStory } from '../../core/library/library';
import type { LibraryServices } from './libraryServices';

/** Finds stories by the names that the user has given them elsewhere. */
export class StoryFinders {
  readonly #library: Pick<LibraryServices, 'store' | 'loadCore'>;
  #byFolder: ReadonlyMap<string, (name: string) => LibraryStory | undefined> | undefined;

  constructor(library: Pick<LibraryServices, 'store' | 'loadCore'>) {
    this.#library = library;
  }

  /** To be called when the stories have changed; nothing is known while they are being listed. */
  async update(): Promise<void> {
    const { store, loadCore } = this.#library;
    const { storiesByName } = await loadCore();
    this.#byFolder = store.isListed
      ? new Map(store.folders.map(({ folder, library }) => [folder.uri.toString(), storiesByName(library.stories)]))
      : undefined;
  }

  /** The story that a name stands for, when all are listed. */
  async findListed(folder: WorkspaceFolder, name: string): Promise<LibraryStory | undefined> {
    const { store, loadCore } = this.#library;
    await store.listed();
    return (await loadCore()).storiesByName(store.libraryOf(folder)?.stories ?? [])(name);
  }

  /** The same without waiting for anything to be read. */
  readonly find = ({ uri }: WorkspaceFolder, name: string): LibraryStory | 'unknown' | undefined => {
    const find = this.#byFolder?.get(uri.toString());
    return find ? find(name) : 'unknown';
  };
}
