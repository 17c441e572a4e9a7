import type { StoryRecord } from './record';

/** Whether a story is done: no part is missing or thin, and nothing is left that a debrief would object to. */
export function isClean({ isJudged, findings, parts }: StoryRecord): boolean {
  const { error, warning, information } = findings;
  return isJudged && error + warning + information === 0 && parts.every(({ state }) => state === 'present');
}

/** How many findings a story has, hints apart. */
export function countFindings({ findings: { error, warning, information } }: StoryRecord): number {
  return error + warning + information;
}
