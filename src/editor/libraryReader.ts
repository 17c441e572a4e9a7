import { type Uri, workspace } from 'vscode';
import type { Linter, Report } from '../core';
import { isMissing, type Resolved } from './config';
import { documentInfo } from './documentInfo';
import type { LibraryCore } from './libraryCore';
import type { LibrarySources } from './libraryStore';
import { findOpen } from './textFile';

/** Longer files are no stories, and would hold up all others. In UTF-16 code units. */
const MOST_TEXT = 300_000;

/** A file as it was found. */
export interface ReadFile {
  readonly uri: Uri;
  /** Its text, and what the judge says of it; undefined where there is nothing to be read. */
  readonly found: { readonly text: string; readonly judge: () => Report } | undefined;
}

/** Reads single files of the library, with the settings that hold for them. */
export class LibraryReader {
  readonly #sources: LibrarySources;
  readonly #settings = new Map<string, Promise<Resolved>>();
  readonly #linters = new Map<string, Linter>();
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
    this.#linters.clear();
  }

  /** To be called when there is nothing more to read: a judge remembers far more than the stories take. */
  rest(): void {
    this.#linters.clear();
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
        return { uri, found: { text, judge: () => session.report } };
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
    const linter = this.#linter(core, resolved.settings);
    const info = documentInfo(core.engine, { uri }, resolved);
    return { uri, found: { text, judge: () => linter.lint(text, info) } };
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

  #linter({ engine }: LibraryCore, settings: Resolved['settings']): Linter {
    const key = JSON.stringify(settings);
    const linter = this.#linters.get(key) ?? engine.createLinter({ settings });
    this.#linters.set(key, linter);
    return linter;
  }
}
