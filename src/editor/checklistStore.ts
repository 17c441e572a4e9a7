import { Disposable, RelativePattern, Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import type { Reading } from '../core/checklist/checklist';
import type { ChecklistCore } from './checklistCore';
import type { Clock } from './clock';
import type { Log } from './log';
import { type Listen, Signal } from './signal';
import { type Change, changeTextFile, type FileTools, readTextFile } from './textFile';

export const CHECKLIST_NAME = 'prep.md';
/** How long a change may wait for others to come with it. */
const GATHER = 100;

/** The checklist of a workspace folder, as its file stands; a file that can't be read as one is a problem. */
export type FolderChecklist = Reading & {
  readonly folder: WorkspaceFolder;
  readonly uri: Uri;
};

export interface ChecklistSources {
  readonly clock: Clock;
  readonly log: Log;
  readonly loadCore: () => Promise<ChecklistCore>;
  readonly folders: () => readonly WorkspaceFolder[];
  readonly onDidChangeFolders: Listen<unknown>;
}

/**
 * The checklists of the workspace, one at the top of each folder. Nothing is read before somebody asks; from then on
 * the files are followed, in the editor as well as on disk.
 */
export class ChecklistStore implements Disposable {
  readonly #sources: ChecklistSources;
  readonly #changed = new Signal<readonly FolderChecklist[]>();
  readonly #listeners: Disposable;
  #watchers: Disposable | undefined;
  #known: Promise<readonly FolderChecklist[]> | undefined;
  #changes: Promise<void> = Promise.resolve();
  #timer: Disposable | undefined;
  /** Readings are numbered, so that an older one that ends later is dropped. */
  #started = 0;
  #published = 0;
  #seen = '';

  /** Fires when any of the checklists has come, gone or changed. */
  readonly onDidChange = this.#changed.event;

  constructor(sources: ChecklistSources) {
    this.#sources = sources;
    const follow = ({ path }: Uri): void => {
      if (path.endsWith(`/${CHECKLIST_NAME}`)) this.refresh();
    };
    this.#listeners = Disposable.from(
      workspace.onDidChangeTextDocument(({ document }) => follow(document.uri)),
      workspace.onDidOpenTextDocument(({ uri }) => follow(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => follow(uri)),
      workspace.onDidSaveTextDocument(({ uri }) => follow(uri)),
      // Not every file system reports what happens outside.
      window.onDidChangeWindowState(({ focused }) => focused && this.refresh()),
      sources.onDidChangeFolders(() => {
        if (this.#known) this.#watch();
        this.refresh();
      }),
    );
  }

  /** The checklists as they were last read; the folders that have none are left out. */
  all(): Promise<readonly FolderChecklist[]> {
    if (!this.#known) {
      this.#watch();
      this.#known = this.#read();
    }
    return this.#known;
  }

  /** Reads the files again soon, if they have been read before. */
  refresh(): void {
    if (!this.#known) return;
    this.#timer ??= this.#sources.clock.after(GATHER, () => {
      this.#timer = undefined;
      void this.#read();
    });
  }

  /** Changes a checklist's file when the changes before have ended; see `changeTextFile`. */
  change(uri: Uri, change: (core: ChecklistCore) => Change): Promise<void> {
    const turn = this.#changes.then(() => this.#change(uri, change));
    this.#changes = turn.catch(() => undefined);
    return turn;
  }

  dispose(): void {
    this.#timer?.dispose();
    this.#watchers?.dispose();
    this.#listeners.dispose();
  }

  async #change(uri: Uri, change: (core: ChecklistCore) => Change): Promise<void> {
    try {
      await changeTextFile(uri, change(await this.#sources.loadCore()), this.#tools);
    } finally {
      await this.#read();
    }
  }

  #watch(): void {
    this.#watchers?.dispose();
    this.#watchers = Disposable.from(
      ...this.#sources.folders().flatMap((folder) => {
        const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, CHECKLIST_NAME));
        const again = (): void => this.refresh();
        return [watcher, watcher.onDidCreate(again), watcher.onDidChange(again), watcher.onDidDelete(again)];
      }),
    );
  }

  async #read(): Promise<readonly FolderChecklist[]> {
    const turn = ++this.#started;
    const found = await Promise.all(this.#sources.folders().map((folder) => this.#readFolder(folder)));
    const states = found.flatMap((state) => state ?? []);
    if (turn < this.#published) return this.#known ?? states;
    this.#published = turn;
    this.#known = Promise.resolve(states);
    const seen = JSON.stringify(states.map(({ uri, checklist, problem }) => [uri.toString(), checklist, problem]));
    if (seen !== this.#seen) {
      this.#seen = seen;
      this.#changed.fire(states);
    }
    return states;
  }

  async #readFolder(folder: WorkspaceFolder): Promise<FolderChecklist | undefined> {
    const uri = Uri.joinPath(folder.uri, CHECKLIST_NAME);
    try {
      const file = await readTextFile(uri, this.#tools);
      if (!file) return undefined;
      if (file.badLine !== undefined) return { folder, uri, problem: { line: file.badLine, cause: 'not UTF-8 text' } };
      return { folder, uri, ...(await this.#sources.loadCore()).readChecklist(file.text) };
    } catch (error) {
      this.#sources.log.error(`Could not read ${uri.path}`, error);
      return { folder, uri, problem: { line: 1, cause: error instanceof Error ? error.message : String(error) } };
    }
  }

  /** Without a file to read, the core is not loaded. */
  get #tools(): FileTools {
    const { clock, loadCore } = this.#sources;
    return { clock, decode: async (bytes) => (await loadCore()).decodeText(bytes) };
  }
}
