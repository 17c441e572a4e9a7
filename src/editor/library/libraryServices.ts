import { type Disposable, type WorkspaceFolder, workspace } from 'vscode';
import type { CoverageTargets } from '../../core/library/coverage';
import type { Pack } from '../../core/packs/packSchema';
import { type LibraryCore, loadLibraryCore } from '../lazy/lazyCore';
import type { Services } from '../services';
import { LibraryStore } from './libraryStore';
import { StoryEdits } from './storyEdits';

/** What the views of stories and of coverage share. */
export interface LibraryServices extends Disposable {
  readonly store: LibraryStore;
  readonly edits: StoryEdits;
  readonly loadCore: () => Promise<LibraryCore>;
  readonly folders: () => readonly WorkspaceFolder[];
  /** The profile that holds for a folder. */
  profileFor(folder: WorkspaceFolder): Promise<Pack | undefined>;
  /** The questions and competencies of the profile that holds for the stories of a folder. */
  targetsFor(folder: WorkspaceFolder): Promise<CoverageTargets>;
}

/** Makes them; nothing is read before a view asks. */
export function createLibrary(services: Omit<Services, 'library' | 'practice'>): LibraryServices {
  const { log, clock, writes, configs, stories, files } = services;
  const folders = () => workspace.workspaceFolders ?? [];
  const loadCore = () => loadLibraryCore(services.loadEngine);
  const onDidChangeFolders = workspace.onDidChangeWorkspaceFolders;
  const store = new LibraryStore({ clock, log, loadCore, configs, stories, files, folders, onDidChangeFolders });
  const profileFor = async ({ uri }: WorkspaceFolder) => (await configs.ofFolder(uri)).pack;
  return {
    store,
    edits: new StoryEdits({ clock, writes, configs, loadCore }),
    loadCore,
    folders,
    profileFor,
    async targetsFor(folder) {
      return (await profileFor(folder)) ?? { competencies: [], questions: [] };
    },
    dispose: () => store.dispose(),
  };
}
