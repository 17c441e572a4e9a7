import {
  PARTS,
  type PartName,
  type PartOutline,
  type PartSummary,
  type StoryOutline,
  type StorySummary,
} from '../types';
import type { Story } from './story';

/** Spoken time in seconds at a rate in words a minute. */
export function spokenSeconds(words: number, wordsPerMinute: number): number {
  return Math.round((words * 60) / wordsPerMinute);
}

/** Words of a story, or of one of its parts. */
export const wordsOf = (story: Story, part?: PartName): number =>
  story.sentences.reduce((sum, at) => (part === undefined || at.part === part ? sum + at.sentence.words : sum), 0);

/** Words and spoken time by part, and how often the narrator and the group act. */
export function summarise(story: Story, wordsPerMinute: number): StorySummary {
  const parts: Partial<Record<PartName, PartSummary>> = {};
  for (const part of PARTS) {
    const words = wordsOf(story, part);
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
export function outlineOf(story: Story, wordsPerMinute: number): StoryOutline {
  const words = wordsOf(story);
  const parts: PartOutline[] = [];
  for (const part of PARTS) {
    const own = story.sentences.filter((at) => at.part === part);
    const mark = story.marks.find((candidate) => candidate.part === part);
    const first = own[0];
    const start = mark?.start ?? (first ? first.base : undefined);
    if (start === undefined) continue;
    const last = own.at(-1);
    const partWords = wordsOf(story, part);
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
