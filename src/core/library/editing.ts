import type { Span } from '../text/span';
import type { StoryRecord } from './record';

/** Reads the stories of a text as the linter sees them, to find what an edit is about and to check what it does. */
export type ReadStories = (text: string) => readonly StoryRecord[];

/** From the beginning of a story (of the file, for the first) to the beginning of the next one. */
export function storyRange(text: string, stories: readonly StoryRecord[], index: number): Span {
  const start = index === 0 ? 0 : (stories[index]?.start ?? 0);
  return { start, end: stories[index + 1]?.start ?? text.length + 1 };
}
