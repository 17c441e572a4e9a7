import { type Uri, workspace } from 'vscode';
import type { DocumentInfo, Linter, Report } from '../core';
import type { Survey } from '../core/library/survey';
import { isMissing, type Resolved } from './config';
import { documentInfo } from './documentInfo';
import type { LibraryCore } from './lazyCore';
import type { LibrarySources } from './libraryStore';
import { findOpen } from './textFile';

/** Longer files are no stories, and would hold up all others. In UTF-16 code units. */
const MOST_TEXT = 300_000;

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

/** Reads single files of the library, with the settings that hold for them. */
export class LibraryReader {
  readonly #sources: LibrarySources;
  readonly #settings = new Map<string, Promise<Resolved>>();
  readonly #readers = new Map<Resolved, Readers>();
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
        const { text, badLine } = core.engine.decodeText(await workspace.fs.readFile(uri));
        this.#known.set(key, uri);
        if (!document) {
          if (text === undefined) return this.#refuse(uri, `Line ${badLine} is not UTF-8 text`);
          return await this.#prepare(core, uri, text);
        }
      }
      this.#known.set(key, uri);
      const session = this.#sources.stories.sessions.find((one) => one.document === document);
      const text = document?.getText() ?? '';
      if (session && session.version === document?.version)
        return { uri, found: { text, survey: () => session.report, judge: () => session.report } };
      return await this.#prepare(core, uri, text);
    } catch (error) {
      this.#known.delete(key);
      if (isMissing(error)) return { uri, found: undefined };
      this.#sources.log.error(`Could not read ${uri.path}`, error);
      return this.#refuse(uri, error instanceof Error ? error.message : String(error));
    }
  }

  async #prepare(core: LibraryCore, uri: Uri, text: string): Promise<ReadFile> {
    if (text.length > MOST_TEXT) return this.#refuse(uri, 'The file is too long to be read');
    const resolved = await this.#resolve(uri);
    const { survey, linter } = this.#readersFor(core, resolved);
    const info = documentInfo(core.engine, { uri }, resolved);
    return { uri, found: { text, survey: () => survey(text, info), judge: () => linter.lint(text, info) } };
  }

  #refuse(uri: Uri, why: string): ReadFile {
    this.#refused.set(uri.toString(), { uri, why });
    return { uri, found: undefined };
  }

  /** All files of a folder have the same settings. */
  #resolve(uri: Uri): Promise<Resolved> {
    const folder = uri.toString().replace(/\/[^/]*$/, '');
    const resolved = this.#settings.get(folder) ?? this.#sources.configs.resolve(uri);
    this.#settings.set(folder, resolved);
    return resolved;
  }

  #readersFor({ engine, createSurveyor }: LibraryCore, resolved: Resolved): Readers {
    const { settings } = resolved;
    const readers = this.#readers.get(resolved) ?? {
      survey: createSurveyor(settings),
      linter: engine.createLinter({ settings }),
    };
    this.#readers.set(resolved, readers);
    return readers;
  }
}
