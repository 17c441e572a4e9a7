import { Disposable, Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import type { Library, LibraryStory } from '../../core/library/library';
import { MARKDOWN_GLOB } from '../../core/text/markdownFile';
import { findMarkdown, isCandidate, listMarkdown, STORIES } from '../files/markdownFiles';
import { isWithin } from '../files/paths';
import { Signal } from '../signal';
import { LibraryReader, type LibrarySources, type ReadFile } from './libraryReader';
import { ReadingQueue } from './readingQueue';

/** How long a change may wait for others to come with it, in milliseconds. */
const GATHER = 15;
/** How long reading may hold up others at a time. */
const SLICE = 20;
/** How long the first look may wait for files to be read. */
const FIRST_LOOK = 250;
/** How many stories fill a view. */
const VIEWFUL = 40;
/** How often the views learn of what has been read, while there is more to read. */
const REPORT_EVERY = 400;
/** How many files are asked for at a time. */
const BATCH = { survey: 32, judge: 8 } as const;

/** The stories of a workspace folder. */
export interface FolderLibrary {
  readonly folder: WorkspaceFolder;
  readonly library: Library;
}

/**
 * The stories of the workspace. Nothing is looked for before a view asks; from then on the files are followed, in the
 * editor as well as on disk, and only the one that has changed is read again.
 */
export class LibraryStore implements Disposable {
  readonly #sources: LibrarySources;
  readonly #changed = new Signal<void>((error) =>
    this.#sources.log.error('Could not show what has changed in the stories', error),
  );
  readonly #reader: LibraryReader;
  #folders: readonly FolderLibrary[] = [];
  #started: Promise<void> | undefined;
  #listeners: Disposable | undefined;
  #working: Promise<void> | undefined;
  #surveying: Promise<void> | undefined;
  #timer: Disposable | undefined;
  #found: Promise<void> | undefined;
  #isFinding = false;
  /** Tells that there is enough for a first look, once. */
  #hasViewful: (() => void) | undefined;
  readonly #queue = new ReadingQueue();
  #isCutOff = false;

  /** Fires when stories have come, gone or changed, and when reading begins or ends. */
  readonly onDidChange = this.#changed.event;

  constructor(sources: LibrarySources) {
    this.#sources = sources;
    this.#reader = new LibraryReader(sources);
  }

  /** The folders with their stories, as far as they have been read. */
  get folders(): readonly FolderLibrary[] {
    return this.#folders;
  }

  /** Whether all stories are listed, be they judged or not. */
  get isListed(): boolean {
    return this.#started !== undefined && !this.#isFinding && this.#queue.unknown === 0 && !this.#surveying;
  }

  /** Whether a folder holds more files than are read. */
  get isCutOff(): boolean {
    return this.#isCutOff;
  }

  /** How many files are still to be judged; undefined where it is not known yet. */
  get unjudged(): number | undefined {
    return this.#isFinding || !this.#started ? undefined : this.#queue.size;
  }

  /** The files that could not be read, with the reason. */
  get refused(): ReadonlyMap<string, { readonly uri: Uri; readonly why: string }> {
    return this.#reader.refused;
  }

  /** Begins to read, if that has not been done; answers when there is something to show. */
  start(): Promise<void> {
    this.#started ??= this.#begin();
    return this.#started;
  }

  /** Answers when all stories are listed, be they judged or not. */
  async listed(): Promise<void> {
    await this.start();
    await this.#found;
    while (this.#queue.unknown > 0 || this.#surveying) await this.#survey();
  }

  /** Answers when all that is known of has been judged. */
  async settled(): Promise<void> {
    await this.listed();
    while (this.#queue.size > 0 || this.#working) await this.#work();
  }

  /** Has these files judged before the others, in this order. */
  prefer(files: Iterable<string>): void {
    this.#queue.prefer(files);
  }

  /** Looks for files anew and reads them all again. */
  async refresh(): Promise<void> {
    if (!this.#started) return;
    this.#found = this.#find(this.#sources.folders());
    await this.#found;
  }

  dispose(): void {
    this.#timer?.dispose();
    this.#listeners?.dispose();
  }

  async #begin(): Promise<void> {
    this.#listen();
    const viewful = new Promise<void>((resolve) => {
      this.#hasViewful = () => {
        this.#hasViewful = undefined;
        resolve();
        this.#changed.fire();
      };
    });
    this.#found = this.#find(this.#sources.folders());
    const enough = new Promise<void>((resolve) => this.#sources.clock.after(FIRST_LOOK, resolve));
    await Promise.race([this.#found, viewful, enough]);
    // A view that has little to show yet can say so.
    if (this.unjudged !== 0) this.#changed.fire();
  }

  #listen(): void {
    const { files, stories, configs, onDidChangeFolders } = this.#sources;
    const watcher = workspace.createFileSystemWatcher(MARKDOWN_GLOB);
    const again = (uri: Uri): void => this.#again([uri]);
    this.#listeners = Disposable.from(
      watcher,
      watcher.onDidChange(again),
      watcher.onDidCreate(again),
      files.onDidVanish((uris) =>
        this.#again(uris.flatMap((uri) => this.#reader.known.filter((one) => isWithin(one, uri)))),
      ),
      files.onDidAppear((uris) => void this.#appear(uris)),
      stories.onDidJudge(({ session }) => again(session.document.uri)),
      stories.onDidLeave(({ uri }) => again(uri)),
      workspace.onDidChangeTextDocument(({ document }) => again(document.uri)),
      workspace.onDidCloseTextDocument(({ uri }) => again(uri)),
      configs.onDidChange(() => {
        this.#reader.forgetSettings();
        this.#again(this.#reader.known);
      }),
      onDidChangeFolders(() => void this.refresh()),
      // Not every file system reports what happens outside.
      window.onDidChangeWindowState(({ focused }) => {
        if (focused && this.#sources.folders().some(({ uri }) => uri.scheme !== 'file')) void this.refresh();
      }),
    );
  }

  async #find(folders: readonly WorkspaceFolder[]): Promise<void> {
    this.#isFinding = true;
    try {
      this.#again(await this.#search(folders));
    } finally {
      this.#isFinding = false;
    }
    await this.#survey();
    void this.#work();
  }

  /** Looks for files, and surveys those that stand where stories usually are; answers the others. */
  async #search(folders: readonly WorkspaceFolder[]): Promise<Uri[]> {
    const { Library } = await this.#sources.loadCore();
    this.#folders = folders.map((folder) => ({ folder, library: this.libraryOf(folder) ?? new Library() }));
    const before = this.#reader.known;
    // A search takes its time; where stories usually are can be looked into meanwhile.
    const search = Promise.all(folders.map((folder) => findMarkdown(folder, this.#sources)));
    const usual = (await Promise.all(folders.map(({ uri }) => listMarkdown(Uri.joinPath(uri, STORIES))))).flat();
    this.#again(usual);
    const [found] = await Promise.all([search, this.#survey()]);
    this.#isCutOff = found.some(({ isCutOff }) => isCutOff);
    const listed = new Set(usual.map(String));
    return [...found.flatMap(({ files }) => files), ...before].filter((uri) => !listed.has(uri.toString()));
  }

  /** A folder that was moved here is told of by itself, without what is in it. */
  async #appear(uris: readonly Uri[]): Promise<void> {
    const folders = uris.filter(({ path }) => !/\.\w+$/.test(path));
    const found = await Promise.all(folders.map((uri) => findMarkdown(uri, this.#sources)));
    this.#again([...uris, ...found.flatMap(({ files }) => files)]);
  }

  /** Reads files again soon. */
  #again(uris: readonly Uri[]): void {
    for (const uri of uris) {
      const folder = this.folderOf(uri)?.folder.uri;
      if (folder && isCandidate(uri, folder)) this.#queue.add(uri, this.#isShown(uri));
    }
    if (this.#queue.size === 0 || this.#working) return;
    this.#timer ??= this.#sources.clock.after(GATHER, () => {
      this.#timer = undefined;
      void this.#work();
    });
  }

  /** The stories of a folder, as far as they have been read; undefined before they are looked for. */
  libraryOf({ uri }: WorkspaceFolder): Library | undefined {
    const key = uri.toString();
    return this.#folders.find(({ folder }) => folder.uri.toString() === key)?.library;
  }

  /** The story of a key, in whatever folder. */
  find(key: string): LibraryStory | undefined {
    return this.#folders.flatMap(({ library }) => library.find(key) ?? [])[0];
  }

  /** The folder that a file belongs to. */
  folderOf(uri: Uri): FolderLibrary | undefined {
    const own = this.#folders.filter(({ folder }) => isWithin(uri, folder.uri));
    return own.sort((a, b) => b.folder.uri.path.length - a.folder.uri.path.length)[0];
  }

  #isShown(uri: Uri): boolean {
    return (this.folderOf(uri)?.library.storiesIn(uri.toString()).length ?? 0) > 0;
  }

  /** Reads all that there is to read. */
  #work(): Promise<void> {
    this.#working ??= this.#judge().finally(() => {
      this.#working = undefined;
      this.#reader.rest();
      this.#changed.fire();
    });
    return this.#working;
  }

  #survey(): Promise<void> {
    this.#surveying ??= this.#readAll('survey', (count) => this.#queue.takeUnknown(count)).finally(() => {
      this.#surveying = undefined;
      this.#changed.fire();
    });
    return this.#surveying;
  }

  async #judge(): Promise<void> {
    while (this.#queue.size > 0) {
      if (this.#queue.unknown > 0) await this.#survey();
      // What is new meanwhile is surveyed first.
      await this.#readAll('judge', (count) => (this.#queue.unknown > 0 ? [] : this.#queue.takeKnown(count)));
    }
  }

  #take({ uri, found }: ReadFile, how: 'survey' | 'judge'): void {
    const [library, file] = [this.folderOf(uri)?.library, uri.toString()];
    try {
      if (found) library?.put(file, found.text, found[how]());
      else library?.drop(file);
    } catch (error) {
      this.#reader.fail(uri, error);
      library?.drop(file);
    }
    // What holds no story is not judged.
    if (how === 'survey' && this.#isShown(uri)) this.#queue.add(uri, true);
  }

  async #readAll(how: 'survey' | 'judge', next: (count: number) => readonly Uri[]): Promise<void> {
    const { clock } = this.#sources;
    const core = await this.#sources.loadCore();
    let sliceEnd = clock.now() + SLICE;
    let reported = clock.now();
    for (let batch = next(BATCH[how]); batch.length > 0; batch = next(BATCH[how])) {
      const files = await Promise.all(batch.map((uri) => this.#reader.read(core, uri)));
      for (const file of files) {
        this.#take(file, how);
        if (clock.now() < sliceEnd) continue;
        if (clock.now() - reported > REPORT_EVERY) {
          reported = clock.now();
          this.#changed.fire();
        }
        await new Promise<void>((resolve) => clock.after(0, resolve));
        sliceEnd = clock.now() + SLICE;
      }
      if (this.#folders.some(({ library }) => library.stories.length >= VIEWFUL)) this.#hasViewful?.();
    }
  }
}
