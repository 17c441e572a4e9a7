import type { Grade, Target } from '../../src/core/library/mapping';
import { mapStory } from '../../src/core/library/mapStory';
import { apply } from './applyOutcome';
import { records } from './storyRecords';

/** A text after mapping a story of it. */
export function mapTo(
  text: string,
  title: string,
  id: string,
  grade: Grade | undefined = 'strong',
  target: Target = 'questions',
) {
  return apply(text, mapStory(text, title, { target, id, grade }, records));
}
