import { findStoryRuns, type StoryOptions, type StoryRuns } from '../story/passages';
import { type PlacedRun, Run, toRuns } from '../story/runs';
import type { DocumentText } from '../text/documentText';
import type { Region } from '../text/regions';
import type { StoryReader, StoryReading } from './storyReading';

/** A story in its document. */
export interface PlacedReading {
  readonly reading: StoryReading;
  /** Add this to the reading's offsets to get offsets in the document. */
  readonly base: number;
  /** The regions that it begins and ends in. */
  readonly first: number;
  readonly last: number;
}

/** A run, and which one of which region it is. */
interface LaidRun extends PlacedRun {
  readonly region: number;
  readonly index: number;
}

interface LaidStory extends PlacedReading {
  readonly story: StoryRuns<LaidRun>;
}

/** The regions in which two states of a document differ; the others are the same objects. */
interface Change {
  readonly first: number;
  readonly last: number;
}

/**
 * Finds the stories in the states of one document, one after the other. Where a change leaves headings and labels as they
 * were, the stories stand where they stood, and only those that it touches are read again.
 */
export class StoryFinder {
  readonly #reader: StoryReader;
  readonly #runs = new WeakMap<Region, readonly Run[]>();
  #known:
    | { readonly document: DocumentText; readonly options: StoryOptions; readonly stories: LaidStory[] }
    | undefined;

  constructor(reader: StoryReader) {
    this.#reader = reader;
  }

  find(document: DocumentText, options: StoryOptions): readonly PlacedReading[] {
    const known = this.#known;
    const change = known && isSameKind(known.options, options) ? changeBetween(known.document, document) : undefined;
    const stories =
      known && change && this.#isSameOutline(known.document, document, change)
        ? known.stories.map((story) => this.#renew(story, document, change))
        : this.#findAnew(document, options);
    this.#known = { document, options, stories };
    return stories;
  }

  #findAnew(document: DocumentText, options: StoryOptions): LaidStory[] {
    const runs = document.regions.flatMap((region, i): LaidRun[] => {
      const at = document.starts[i] ?? 0;
      return this.#runsOf(region).map((run, index) => ({ run, at, region: i, index }));
    });
    return findStoryRuns(runs, options).map((story) => this.#read(story, document));
  }

  #read(story: StoryRuns<LaidRun>, document: DocumentText): LaidStory {
    const [first, last] = [story.runs[0], story.runs.at(-1)];
    const base = first?.at ?? 0;
    const eol = document.hasCarriageReturns ? '\r\n' : '\n';
    const text = (): string => document.slice(base, last?.at ?? base);
    const reading = this.#reader.read({ runs: story, base, eol, text });
    return { story, base, reading, first: first?.region ?? 0, last: last?.region ?? 0 };
  }

  #renew(known: LaidStory, document: DocumentText, change: Change): LaidStory {
    if (known.last < change.first || known.first > change.last) {
      const base = document.starts[known.first] ?? 0;
      return base === known.base ? known : { ...known, base };
    }
    const runs = known.story.runs.map(({ run: before, region, index }): LaidRun => {
      const run = this.#runsOf(document.regions[region])[index] ?? before;
      return { run, at: document.starts[region] ?? 0, region, index };
    });
    return this.#read({ ...known.story, runs }, document);
  }

  /** At least one run for each region, so that a change of code is a change of the story in which it stands. */
  #runsOf(region: Region | undefined): readonly Run[] {
    if (!region) return [];
    let runs = this.#runs.get(region);
    if (!runs) {
      const found = toRuns(region.blocks);
      runs = found.length > 0 ? found : [new Run(undefined, [])];
      this.#runs.set(region, runs);
    }
    return runs;
  }

  #isSameOutline(before: DocumentText, after: DocumentText, { first, last }: Change): boolean {
    if (before.hasCarriageReturns !== after.hasCarriageReturns) return false;
    for (let i = first; i <= last; i++) {
      const [runs, others] = [this.#runsOf(before.regions[i]), this.#runsOf(after.regions[i])];
      if (runs.length !== others.length || !runs.every((run, at) => run.outline === others[at]?.outline)) return false;
    }
    return true;
  }
}

const isSameKind = (a: StoryOptions, b: StoryOptions): boolean =>
  a.whole === b.whole && a.sheet === b.sheet && a.title === b.title && a.fallback === b.fallback;

/** Undefined where a document has more regions than the other, or fewer. */
function changeBetween({ regions: before }: DocumentText, { regions: after }: DocumentText): Change | undefined {
  if (before.length !== after.length) return undefined;
  let first = 0;
  while (first < after.length && before[first] === after[first]) first++;
  let last = after.length - 1;
  while (last > first && before[last] === after[last]) last--;
  return { first, last };
}
