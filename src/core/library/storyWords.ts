// How a story stands, in words; without the core that finds out.
import { capital } from '../text/capital';
import { clockTime } from '../text/clockTime';
import { counted } from '../text/counted';
import { countFindings, isClean } from './clean';
import type { PartState, StoryRecord } from './record';

/** Spoken time, what is missing and how many findings there are: `0:52 · lacks Task · 2 findings`. */
export function storyFigures(story: StoryRecord): string {
  return [clockTime(story.seconds), lacksOf(story), findingsOf(story)].filter((text) => text !== '').join(' · ');
}

/** Tells, behind how many stories are clean, how many others have no finding; nothing where there are none. */
export function thinWords(thin: number): string {
  return thin === 0 ? '' : `; ${thin} more without findings ${thin === 1 ? 'has' : 'have'} a thin part`;
}

/** What is to be done about a story: `lacks Task, 2 findings`; that there is nothing, or that it is not known yet. */
export function stateOf(story: StoryRecord): string {
  if (isClean(story)) return 'nothing to object to';
  const known = story.isJudged ? [lacksOf(story), findingsOf(story)].filter((text) => text !== '') : [];
  return known.join(', ') || 'still to be judged';
}

/** Whether a story is not told to the end, has something left to do, or nothing; or whether that is not known yet. */
export function standingOf(story: StoryRecord): 'unknown' | 'incomplete' | 'open' | 'clean' {
  if (!story.isJudged) return 'unknown';
  if (story.parts.some(({ state }) => state === 'missing')) return 'incomplete';
  return isClean(story) ? 'clean' : 'open';
}

/** How many findings there are, hints apart: `2 findings`; empty where there are none. */
function findingsOf(story: StoryRecord): string {
  const count = countFindings(story);
  return count === 0 ? '' : counted(count, 'finding');
}

/** `lacks Task, Learning, thin Result`; empty where all parts are told. */
export function lacksOf(story: StoryRecord): string {
  return [partsOf(story, 'missing', 'lacks'), partsOf(story, 'thin', 'thin')].filter((text) => text !== '').join(', ');
}

function partsOf({ parts }: StoryRecord, state: PartState, word: string): string {
  const found = parts.filter((part) => part.state === state).map(({ part }) => capital(part));
  return found.length === 0 ? '' : `${word} ${found.join(', ')}`;
}
