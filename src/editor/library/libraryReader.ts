import type { Uri, WorkspaceFolder } from 'vscode';
import type { DocumentInfo, Linter, Report } from '../../core';
import type { Survey } from '../../core/library/survey';
import { LONGEST_TEXT } from '../../core/text/limits';
import type { Clock } from '../clock';
import { type Configs, isMissing, type Resolved } from '../config/config';
import { documentInfo } from '../documents/documentInfo';
import type { Stories } from '../documents/stories';
import type { FileEvents } from '../files/fileEvents';
import { readBytes } from '../files/readBytes';
import { findOpen } from '../files/textFile';
import type { LibraryCore } from '../lazy/lazyCore';
import type { Log } from '../log';
import type { Listen } from '../signal';

/** What the stories of the workspace are read with. */
export interface LibrarySources {
  readonly clock: Clock;
  readonly log: Log;
  readonly loadCore: () => Promise<LibraryCore>;
  readonly configs: Pick<Configs, 'resolve' | 'onDidChange'>;
  readonly stories: Pick<Stories, 'sessions' | 'onDidJudge' | 'onDidLeave'>;
  readonly files: Pick<FileEvents, 'onDidAppear' | 'onDidVanish'>;
  readonly folders: () => readonly WorkspaceFolder[];
  readonly onDidChangeFolders: Listen<unknown>;
}

/** A file as it was found. */
export interface ReadFile {
  readonly uri: Uri;
  /** Undefined where there is nothing to be read. */
  readonly found: FoundText | undefined;
}

interface FoundText {
  readonly text: string;
  /** What can be told of it at once. */
  readonly survey: () => Survey | Report;
  /** What the judge says of it. */
  readonly judge: () => Report;
}

/** What texts under the same settings are read with. */
interface Readers {
  readonly survey: (text: string, info: DocumentInfo) => Survey;
  readonly linter: Linter;
}

/** The settings that hold for a file, and what tells them from others. */
interface Settled {
  readonly resolved: Resolved;
  readonly key: string;
}

/** Reads single files of the library, with the settings that hold for them. */
export class LibraryReader {
  readonly #sources: LibrarySources;
  readonly #settings = new Map<string, Promise<Settled>>();
  readonly #readers = new Map<string, Readers>();
  readonly #known = new Map<string, Uri>();
  readonly #refused = new Map<string, { readonly uri: Uri; readonly why: string }>();

  constructor(sources: LibrarySources) {
    this.#sources = sources;
  }

  /** The files that were there when they were last read. */
  get known(): readonly Uri[] {
    return [...this.#known.values()];
  }

  /** The files that could not be read, with the reason. */
  get refused(): ReadonlyMap<string, { readonly uri: Uri; readonly why: string }> {
    return this.#refused;
  }

  /** To be called when other settings may hold. */
  forgetSettings(): void {
    this.#settings.clear();
    this.#readers.clear();
  }

  /** To be called when there is nothing more to read: a judge remembers far more than the stories take. */
  rest(): void {
    this.#readers.clear();
  }

  /** The text of a file as the user sees it, unsaved edits included. Never throws. */
  async read(core: LibraryCore, uri: Uri): Promise<ReadFile> {
    const key = uri.toString();
    this.#refused.delete(key);
    const document = findOpen(uri);
    try {
      if (document?.isDirty !== true) {
        // A document outlives its file.
        const { text, badLine } = core.engine.decodeText(await readBytes(uri, this.#sources.clock));
        this.#known.set(key, uri);
        if (!document) {
          if (text === undefined) return this.#refuse(uri, `Line ${badLine} is not UTF-8 text`);
          return await this.#prepare(core, uri, text);
        }
      }
      this.#known.set(key, uri);
      const session = this.#sources.stories.sessions.find((one) => one.document === document);
      const text = document?.getText() ?? '';
      if (session && session.version === document?.version) {
        // Once the user writes on, the session has another report, of another text.
        const { report } = session;
        return { uri, found: { text, survey: () => report, judge: () => report } };
      }
      return await this.#prepare(core, uri, text);
    } catch (error) {
      this.#known.delete(key);
      return isMissing(error) ? { uri, found: undefined } : this.fail(uri, error);
    }
  }

  /** Tells of a file that it cannot be read, and why. */
  fail(uri: Uri, error: unknown): ReadFile {
    this.#sources.log.error(`Could not read ${uri.path}`, error);
    return this.#refuse(uri, error instanceof Error ? error.message : String(error));
  }

  async #prepare(core: LibraryCore, uri: Uri, text: string): Promise<ReadFile> {
    if (text.length > LONGEST_TEXT) return this.#refuse(uri, 'This text is longer than 2 MB; nothing in it is judged');
    const settled = await this.#resolve(uri);
    const { survey, linter } = this.#readersFor(core, settled);
    const info = documentInfo(core.engine, { uri }, settled.resolved);
    return { uri, found: { text, survey: () => survey(text, info), judge: () => linter.lint(text, info) } };
  }

  #refuse(uri: Uri, why: string): ReadFile {
    this.#refused.set(uri.toString(), { uri, why });
    return { uri, found: undefined };
  }

  /** All files of a folder have the same settings. */
  #resolve(uri: Uri): Promise<Settled> {
    const folder = uri.toString().replace(/\/[^/]*$/, '');
    const settled = this.#settings.get(folder) ?? this.#settle(uri);
    this.#settings.set(folder, settled);
    return settled;
  }

  async #settle(uri: Uri): Promise<Settled> {
    const resolved = await this.#sources.configs.resolve(uri);
    return { resolved, key: JSON.stringify(resolved.settings) };
  }

  /** Folders with the same settings share a judge and what it remembers. */
  #readersFor({ engine, createSurveyor }: LibraryCore, { resolved: { settings }, key }: Settled): Readers {
    const readers = this.#readers.get(key) ?? {
      survey: createSurveyor(settings),
      linter: engine.createLinter({ settings }),
    };
    this.#readers.set(key, readers);
    return readers;
  }
}
