import {
  PARTS,
  type PartName,
  type PartOutline,
  type PartSummary,
  type StoryOutline,
  type StorySummary,
} from '../types';
import type { Story, StorySentence } from './story';

/** Spoken time in seconds at a rate in words a minute. */
export function spokenSeconds(words: number, wordsPerMinute: number): number {
  return Math.round((words * 60) / wordsPerMinute);
}

/** What of a story tells which part. */
export interface ToldParts {
  /** The part that each sentence is shown as; undefined where it does the job of none. */
  readonly parts: readonly (PartName | undefined)[];
  /** Parts that have no sentence of their own, each with the sentence that tells it beside another one. */
  readonly inPassing: ReadonlyMap<PartName, StorySentence>;
}

/** Words of a story. */
export const wordsOf = ({ sentences }: Story): number => sentences.reduce((sum, at) => sum + at.sentence.words, 0);

/** Words of one of its parts. */
export const wordsOfPart = ({ sentences }: Story, { parts }: ToldParts, part: PartName): number =>
  sentences.reduce((sum, { sentence, index }) => (parts[index] === part ? sum + sentence.words : sum), 0);

/** Words and spoken time by part, and how often the narrator and the group act. */
export function summarise(story: Story, told: ToldParts, wordsPerMinute: number): StorySummary {
  const parts: Partial<Record<PartName, PartSummary>> = {};
  for (const part of PARTS) {
    const words = wordsOfPart(story, told, part);
    if (words > 0 || story.marks.some((mark) => mark.part === part))
      parts[part] = { words, seconds: spokenSeconds(words, wordsPerMinute) };
  }
  const subjects = story.sentences.flatMap(({ sentence }) =>
    sentence.clauses.filter(({ inherited }) => !inherited).map(({ actor }) => actor),
  );
  return {
    title: story.title,
    parts,
    ownership: {
      i: subjects.filter((actor) => actor === 'i').length,
      we: subjects.filter((actor) => actor === 'we').length,
    },
  };
}

/** Where the story and its parts stand. */
export function outlineOf(story: Story, told: ToldParts, wordsPerMinute: number): StoryOutline {
  const words = wordsOf(story);
  const parts: PartOutline[] = [];
  for (const part of PARTS) {
    const passing = told.inPassing.get(part);
    const own = passing ? [passing] : story.sentences.filter(({ index }) => told.parts[index] === part);
    const mark = story.marks.find((candidate) => candidate.part === part);
    const first = own[0];
    const start = mark?.start ?? (first ? first.base : undefined);
    if (start === undefined) continue;
    const last = own.at(-1);
    const partWords = wordsOfPart(story, told, part);
    parts.push({
      part,
      start,
      end: last ? last.base + last.sentence.end : (mark?.end ?? start),
      words: partWords,
      seconds: spokenSeconds(partWords, wordsPerMinute),
      share: words === 0 ? 0 : partWords / words,
      marked: mark !== undefined,
    });
  }
  const { title, start, end } = story;
  return {
    title,
    start,
    end,
    words,
    seconds: spokenSeconds(words, wordsPerMinute),
    parts: parts.sort((a, b) => a.start - b.start),
  };
}
