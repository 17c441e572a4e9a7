import { countFindings, isClean, isOnlyThin } from './clean';
import { type Known, readRecords, type StoryRecord } from './record';

/** One story, and the file that it stands in. */
export interface LibraryStory {
  /** Unique in the library: the file and the story's id in it. */
  readonly key: string;
  /** A path or URI, as the caller names its files. */
  readonly file: string;
  readonly story: StoryRecord;
}

/**
 * The stories of a workspace folder, file by file: only the file that has changed is read again. Holds no text, and
 * knows no editor.
 */
export class Library {
  readonly #files = new Map<string, readonly LibraryStory[]>();
  /** Spoken time of elevator speeches, in seconds. */
  readonly #speeches = new Map<string, number>();
  #stories: readonly LibraryStory[] | undefined;

  /** Spoken time of the elevator speeches, in seconds, a file each. */
  get speeches(): readonly number[] {
    return [...this.#speeches.values()];
  }

  /** All stories, ordered by file and then by place. */
  get stories(): readonly LibraryStory[] {
    this.#stories ??= [...this.#files.keys()].sort().flatMap((file) => this.#files.get(file) ?? []);
    return this.#stories;
  }

  /** The stories of one file. */
  storiesIn(file: string): readonly LibraryStory[] {
    return this.#files.get(file) ?? [];
  }

  /** The story with a key. */
  find(key: string): LibraryStory | undefined {
    return this.stories.find((one) => one.key === key);
  }

  /** Takes over what is known of a file; answers whether anything is different now. */
  put(file: string, text: string, report: Known): boolean {
    const stories = readRecords(text, report).map((story) => ({ key: `${file}\n${story.id}`, file, story }));
    const speech = report.kind === 'speech' ? report.outline.reduce((sum, { seconds }) => sum + seconds, 0) : undefined;
    const isSame =
      speech === this.#speeches.get(file) && JSON.stringify(stories) === JSON.stringify(this.storiesIn(file));
    if (isSame) return false;
    this.drop(file);
    if (speech !== undefined) this.#speeches.set(file, speech);
    if (stories.length > 0) this.#files.set(file, stories);
    return true;
  }

  /** Forgets a file; answers whether there was anything in it. */
  drop(file: string): boolean {
    const isDropped = this.#files.delete(file);
    this.#stories = undefined;
    return this.#speeches.delete(file) || isDropped;
  }
}

/** What there is to say of all stories in figures. */
export interface LibraryFigures {
  readonly stories: number;
  /** Stories in which nothing is missing and nothing is objected to. */
  readonly clean: number;
  /** Stories in which nothing is found, and yet a part is thin. */
  readonly thin: number;
  /** Stories in which all five parts are told. */
  readonly complete: number;
  /** Findings in all stories, hints apart. */
  readonly findings: number;
  /** Spoken time of all stories together. */
  readonly seconds: number;
}

/** The figures of some stories. */
export function figuresOf(stories: readonly LibraryStory[]): LibraryFigures {
  const records = stories.map(({ story }) => story);
  return {
    stories: records.length,
    clean: records.filter(isClean).length,
    thin: records.filter(isOnlyThin).length,
    complete: records.filter(({ parts }) => parts.every(({ state }) => state !== 'missing' && state !== 'unread'))
      .length,
    findings: records.reduce((sum, record) => sum + countFindings(record), 0),
    seconds: records.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}
