import { Disposable, RelativePattern, type Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import type { Clock } from '../clock';
import type { Log } from '../log';
import { type Listen, Signal } from '../signal';
import type { Change } from './changeBytes';
import { changeTextFile, type FileTools } from './textFile';
import type { WriteQueue } from './writeQueue';

/** How long a change may wait for others to come with it. */
const GATHER = 100;

/** What a store of such files is made with. */
export interface StoreSources<Core> {
  readonly clock: Clock;
  readonly writes: WriteQueue;
  readonly log: Log;
  readonly loadCore: () => Promise<Core>;
  readonly folders: () => readonly WorkspaceFolder[];
  readonly onDidChangeFolders: Listen<unknown>;
}

/** What some files at the top of each workspace folder are followed with. */
export interface FolderFilesSources<T> {
  readonly clock: Clock;
  readonly writes: WriteQueue;
  readonly folders: () => readonly WorkspaceFolder[];
  readonly onDidChangeFolders: Listen<unknown>;
  /** The names of the files. */
  readonly names: readonly string[];
  /** How bytes become text. */
  readonly decode: FileTools['decode'];
  /** Makes something of the files of a folder; undefined where there is nothing to make of them. */
  readonly read: (folder: WorkspaceFolder, tools: FileTools) => Promise<T | undefined>;
  /** All of a state that anybody sees, to tell whether it is different now. */
  readonly look: (state: T) => unknown;
  /** What is told where somebody who listens fails. */
  readonly failed: (error: unknown) => void;
}

/**
 * What is made of some files at the top of each workspace folder. Nothing is read before somebody asks; from then on the
 * files are followed, in the editor as well as on disk.
 */
export class FolderFiles<T> implements Disposable {
  readonly #sources: FolderFilesSources<T>;
  readonly #changed = new Signal<readonly T[]>((error) => this.#sources.failed(error));
  readonly #listeners: Disposable;
  #watchers: Disposable | undefined;
  #known: Promise<readonly T[]> | undefined;
  #timer: Disposable | undefined;
  /** Readings are numbered, so that an older one that ends later is dropped. */
  #started = 0;
  #published = 0;
  #seen = '';

  /** Fires when any of the states has come, gone or changed. */
  readonly onDidChange = this.#changed.event;

  constructor(sources: FolderFilesSources<T>) {
    this.#sources = sources;
    const follow = ({ path }: Uri): void => {
      if (sources.names.some((name) => path.endsWith(`/${name}`))) this.refresh();
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

  /** The states as they were last read; the folders without any are left out. */
  all(): Promise<readonly T[]> {
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

  /** Changes a file when the changes before have ended; see `changeTextFile`. */
  async changeFile(uri: Uri, change: () => Promise<Change>): Promise<void> {
    try {
      await changeTextFile(uri, change, this.#tools);
    } finally {
      await this.#read();
    }
  }

  dispose(): void {
    this.#timer?.dispose();
    this.#watchers?.dispose();
    this.#listeners.dispose();
  }

  #watch(): void {
    this.#watchers?.dispose();
    const again = (): void => this.refresh();
    this.#watchers = Disposable.from(
      ...this.#sources.folders().flatMap((folder) =>
        this.#sources.names.flatMap((name) => {
          const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, name));
          return [watcher, watcher.onDidCreate(again), watcher.onDidChange(again), watcher.onDidDelete(again)];
        }),
      ),
    );
  }

  async #read(): Promise<readonly T[]> {
    const turn = ++this.#started;
    const found = await Promise.all(this.#sources.folders().map((folder) => this.#sources.read(folder, this.#tools)));
    const states = found.flatMap((state) => state ?? []);
    if (turn < this.#published) return this.#known ?? states;
    this.#published = turn;
    this.#known = Promise.resolve(states);
    const seen = JSON.stringify(states.map(this.#sources.look));
    if (seen !== this.#seen) {
      this.#seen = seen;
      this.#changed.fire(states);
    }
    return states;
  }

  get #tools(): FileTools {
    const { clock, writes, decode } = this.#sources;
    return { clock, writes, decode };
  }
}
