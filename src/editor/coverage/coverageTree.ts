import type { LibraryServices } from '../library/libraryServices';
import { RowTree } from '../ui/rowTree';
import { belowCoverage, type CoverageEntry, type FolderCoverage, groupsOf, idOfCoverage } from './coverageRows';
import { coverageTreeItem, lookOfCoverage } from './coverageTreeItem';

/** What the coverage is made of. */
export type CoverageSource = Pick<LibraryServices, 'store' | 'loadCore' | 'folders' | 'targetsFor'>;

/** Questions and competencies against stories as a native tree: one level for the folders where there are several. */
export class CoverageTree extends RowTree<CoverageEntry> {
  readonly #library: CoverageSource;
  /** Whether what is covered twice is left out; takes effect with the next `show`. */
  onlyGaps = false;

  constructor(library: CoverageSource) {
    super({
      load: async () => {
        await library.store.start();
        return this.#top(await coverageOfFolders(library));
      },
      below: (entry) => belowCoverage(entry, this.onlyGaps),
      idOf: idOfCoverage,
      lookOf: lookOfCoverage,
      treeItem: coverageTreeItem,
      isLazy: true,
    });
    this.#library = library;
  }

  /** Brings the tree up to date with the coverage. */
  show(all: readonly FolderCoverage[]): void {
    this.update(this.#top(all));
  }

  #top(all: readonly FolderCoverage[]): CoverageEntry[] {
    if (this.#library.folders().length > 1) return all.map((within) => ({ kind: 'folder', in: within }));
    return all.flatMap((within) => groupsOf(within, this.onlyGaps));
  }
}

/** What the stories of each folder cover of its profile; folders without a story are left out. */
export async function coverageOfFolders({ store, loadCore, targetsFor }: CoverageSource): Promise<FolderCoverage[]> {
  const core = await loadCore();
  const told = store.folders.filter(({ library }) => library.stories.length > 0);
  return Promise.all(
    told.map(async (of) => {
      const targets = await targetsFor(of.folder);
      return { of, targets, core, coverage: core.coverageOf(of.library.stories, targets) };
    }),
  );
}
