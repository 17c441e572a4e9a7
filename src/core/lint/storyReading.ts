import type { Rule, StoryContext } from '../rules/rule';
import { tellParts } from '../rules/shared/tellParts';
import { readStoryRuns, type StoryRuns } from '../story/passages';
import type { Run } from '../story/runs';
import type { Analyse } from '../story/story';
import { buildStory, type Story } from '../story/story';
import { outlineOf, summarise, wordsOf } from '../story/summary';
import type { StoryOutline, StorySummary } from '../types';
import { once } from '../util/once';
import type { AllowedPhrases } from './allowed';
import { judgeStory, type RawFinding } from './judge';

/** By what a story is judged; one that is judged by the same again is not judged anew. */
export interface Standard {
  readonly rules: readonly Rule[];
  readonly context: Omit<StoryContext, 'text'>;
  readonly allowed: AllowedPhrases;
}

/** What a document of which a story is a part tells of it. */
export interface StoryPlace {
  readonly runs: StoryRuns;
  /** Where the text begins that the story's offsets count from. */
  readonly base: number;
  /** How lines end in the document. */
  readonly eol: string;
  /** The text from `base` to behind the story. */
  readonly text: () => string;
}

/** A story that has been read: a function of its own text. Everything in it counts from the story's base. */
export class StoryReading {
  readonly story: Story;
  readonly summary: () => StorySummary;
  readonly outline: () => StoryOutline;
  /** For telling the language: all words, and those of closed classes. */
  readonly words: number;
  readonly closedWords: number;
  readonly #analyse: Analyse;
  readonly #text: string;
  #judged: { readonly by: Standard; readonly findings: readonly RawFinding[] } | undefined;

  constructor({ runs, base, eol, text }: StoryPlace, analyse: Analyse, wordsPerMinute: number) {
    this.#analyse = analyse;
    this.#text = text();
    this.story = buildStory(readStoryRuns(runs, base), analyse, eol);
    this.summary = once(() => summarise(this.story, tellParts(this.story), wordsPerMinute));
    this.outline = once(() => outlineOf(this.story, tellParts(this.story), wordsPerMinute));
    const { sentences } = this.story;
    this.words = wordsOf(this.story);
    this.closedWords = sentences.reduce((sum, at) => sum + at.closedWords, 0);
  }

  judge(by: Standard): readonly RawFinding[] {
    if (this.#judged?.by !== by) {
      const context = { ...by.context, text: this.#text };
      const findings = judgeStory(this.story, by.rules, context, this.#analyse, by.allowed);
      this.#judged = { by, findings };
    }
    return this.#judged.findings;
  }
}

/** Remembers how stories were read, each for as long as its first run is there. */
export class StoryReader {
  readonly #analyse: Analyse;
  readonly #wordsPerMinute: number;
  readonly #kept = new WeakMap<Run, { readonly place: StoryPlace; readonly reading: StoryReading }>();

  constructor(analyse: Analyse, wordsPerMinute: number) {
    this.#analyse = analyse;
    this.#wordsPerMinute = wordsPerMinute;
  }

  read(place: StoryPlace): StoryReading {
    const first = place.runs.runs[0]?.run;
    const kept = first && this.#kept.get(first);
    if (kept && isSame(kept.place, place)) return kept.reading;
    const reading = new StoryReading(place, this.#analyse, this.#wordsPerMinute);
    if (first) this.#kept.set(first, { place, reading });
    return reading;
  }
}

/** Whether two stories are the same but for where they stand. */
function isSame(a: StoryPlace, b: StoryPlace): boolean {
  const [one, other] = [a.runs, b.runs];
  return (
    a.eol === b.eol &&
    one.title === other.title &&
    one.titleAt === other.titleAt &&
    one.isSheet === other.isSheet &&
    one.runs.length === other.runs.length &&
    one.runs.every(({ run, at }, i) => {
      const twin = other.runs[i];
      return run === twin?.run && at - a.base === twin.at - b.base;
    })
  );
}
