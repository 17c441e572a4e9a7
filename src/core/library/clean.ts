import type { StoryRecord } from './record';

/** Whether a story is done: no part is missing or thin, and nothing is left that a debrief would object to. */
export function isClean(story: StoryRecord): boolean {
  return isUnopposed(story) && story.parts.every(({ state }) => state === 'present');
}

/** Whether a story is not done although nothing is found in it: a part is too short. */
export function isOnlyThin(story: StoryRecord): boolean {
  return isUnopposed(story) && !isClean(story) && story.parts.every(({ state }) => state !== 'missing');
}

function isUnopposed(story: StoryRecord): boolean {
  return story.isJudged && countFindings(story) === 0;
}

/** How many findings a story has, hints apart. */
export function countFindings({ findings: { error, warning, information } }: StoryRecord): number {
  return error + warning + information;
}
