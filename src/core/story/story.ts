import type { Sentence } from '../language/analyse';
import type { Evidence } from '../scorer/evidence';
import type { Grammar } from '../scorer/features';
import type { Block } from '../text/markdown';
import type { Span } from '../text/span';
import { PARTS, type PartName } from '../types';
import { keptIn } from '../util/keptIn';
import { estimateParts, type JobScores } from './jobs';
import type { PartMark, StoryText } from './passages';

/** A sentence with what the rules look for in it. */
export interface AnalysedSentence {
  readonly sentence: Sentence;
  /** Read when a rule first asks for it, as many sentences are beyond suspicion. */
  readonly grammar: () => Grammar;
  /** For each part that it has stood in, what was worked out for it there; see `perPart`. */
  readonly inParts: (Map<unknown, unknown> | undefined)[];
  readonly jobs: JobScores;
  /** How likely it does each job wherever it stands, by what training has found: log odds, in hundredths. */
  readonly jobWeights: readonly number[];
  /** Words of classes that every English text is full of (articles, pronouns, prepositions …). */
  readonly closedWords: number;
  /** Evidence by rule. */
  readonly evidence: ReadonlyMap<string, Evidence>;
}

/** A sentence where it was found in a text. */
export interface PlacedSentence {
  /** Where it starts. */
  readonly at: number;
  readonly analysed: AnalysedSentence;
}

/** The text that a sentence was found in: its block, or the part of it that belongs to one part. */
export interface PlacedPassage {
  readonly text: string;
  /** Where it starts in the document. */
  readonly base: number;
}

/** A sentence and the part that it does the job of, whatever else there is to its story. */
export interface SentenceInPart extends AnalysedSentence {
  readonly part: PartName;
  /** False where the part was estimated. */
  readonly marked: boolean;
}

/** A sentence in its place. */
export interface StorySentence extends SentenceInPart {
  readonly block: Block;
  readonly passage: PlacedPassage;
  /** Add this to the sentence's offsets to get offsets in the document. */
  readonly base: number;
  readonly index: number;
  readonly story: Story;
}

export interface Story {
  readonly title: string;
  readonly anchor: Span;
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly Block[];
  readonly marks: readonly PartMark[];
  /** How lines end in the document. */
  readonly eol: string;
  readonly sentences: readonly StorySentence[];
  /** By rule, for each sentence whether it is suspect; kept when first worked out. */
  readonly suspicions: Map<string, Uint8Array>;
  /** What else was worked out for each sentence, by what has worked it out. */
  readonly known: Map<unknown, unknown>;
}

/** Finds the sentences of a passage. */
export type Analyse = (text: string) => readonly PlacedSentence[];

/** Gives every sentence of a story its part: as marked, or as estimated where nothing is. */
export function buildStory(text: StoryText, analyse: Analyse, eol = '\n'): Story {
  const found = text.passages.map(({ block, start, end, part }) => {
    const passage = { text: block.text.slice(start, end), base: block.start + start };
    return { block, passage, part, sentences: analyse(passage.text) };
  });
  const unmarked = found.filter(({ part }) => part === undefined);
  const estimated = estimateUnmarked(
    unmarked.flatMap((passage) => passage.sentences.map(({ analysed }) => analysed)),
    text.marks,
  );
  const sentences: StorySentence[] = [];
  const { title, anchor, start, end, blocks, marks } = text;
  const suspicions = new Map<string, Uint8Array>();
  const known = new Map<unknown, unknown>();
  const story: Story = { title, anchor, start, end, blocks, marks, eol, sentences, suspicions, known };
  for (const { sentences: own, part: named, block, passage } of found) {
    const marked = named !== undefined;
    for (const { at, analysed } of own) {
      const index = sentences.length;
      const part = named ?? estimated[index] ?? 'situation';
      // Spelt out, so that all sentences are of one shape.
      const { sentence, grammar, inParts, jobs, jobWeights, closedWords, evidence } = analysed;
      sentences.push({
        sentence,
        grammar,
        inParts,
        jobs,
        jobWeights,
        closedWords,
        evidence,
        block,
        passage,
        base: passage.base + at,
        part,
        marked,
        index,
        story,
      });
    }
  }
  return story;
}

/** What a sentence says of its part, as people have set it and as training has found it, wherever it stands. */
type Speaking = Pick<AnalysedSentence, 'jobs' | 'jobWeights'>;

/** What training has found counts this much beside what was set by hand, and neither way more than so, in log odds. */
const LEARNED = 0.5;
const [LEAST_ODDS, MOST_ODDS] = [-6, 3];

const speaksFor = ({ jobs, jobWeights }: Speaking): number[] =>
  PARTS.map((part, i) => {
    const odds = (jobWeights[i] ?? 0) / 100;
    return jobs[part] + LEARNED * Math.max(LEAST_ODDS, Math.min(MOST_ODDS, odds));
  });

/** The parts of the sentences that nothing marks, which stand before all others: none reaches the part that is marked first. */
export function estimateUnmarked(sentences: readonly Speaking[], marks: readonly PartMark[]): PartName[] {
  const [only, ...more] = sentences;
  // Where a single sentence tells all, it is judged by what was done.
  if (only && more.length === 0 && marks.length === 0 && only.jobs.action > 0) return ['action'];
  const open = partsBefore(marks);
  return estimateParts(sentences.map(speaksFor)).map((part) => (open.includes(part) ? part : (open.at(-1) ?? part)));
}

/** The parts that stand before the first mark; all where there is none. */
export function partsBefore([first]: readonly PartMark[]): readonly PartName[] {
  return first ? PARTS.slice(0, PARTS.indexOf(first.part)) : PARTS;
}

/** Makes a function of a story work only once for each. */
export function perStory<Value extends {}>(work: (story: Story) => Value): (story: Story) => Value {
  return (story) => keptIn(story.known, work, () => work(story));
}

/** Makes a function of a sentence in its story work only once for each. */
export function perSentence<Value extends {}>(work: (at: StorySentence) => Value): (at: StorySentence) => Value {
  const valuesIn = perStory((): (Value | undefined)[] => []);
  return (at) => {
    const known = valuesIn(at.story);
    const value = known[at.index] ?? work(at);
    known[at.index] = value;
    return value;
  };
}

/** What was worked out for a sentence in its part, by what has worked it out; most stay the same from one key to the next. */
export function knownInPart({ inParts, part, marked }: SentenceInPart): Map<unknown, unknown> {
  const place = PARTS.indexOf(part) + (marked ? PARTS.length : 0);
  const known = inParts[place] ?? new Map<unknown, unknown>();
  inParts[place] = known;
  return known;
}

/** Makes a function of a sentence and its part work only once for both, whatever story they are in. */
export function perPart<Value extends {}>(work: (at: SentenceInPart) => Value): (at: SentenceInPart) => Value {
  return (at) => keptIn(knownInPart(at), work, () => work(at));
}

/** The sentence `distance` behind (or, negative, before) this one in the same story. */
export function neighbour(at: StorySentence, distance: number): StorySentence | undefined {
  return at.story.sentences[at.index + distance];
}
