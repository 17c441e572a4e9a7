import { fromToday } from '../../core/calendar/calendarDate';
import { coveredWords } from '../../core/library/coveredWords';
import { thinWords } from '../../core/library/storyWords';
import type { CoverageStatus, Status } from '../../core/status/status';
import { counted } from '../../core/text/counted';
import { oneLine } from '../../core/text/oneLine';

/** What is told of an item that asks for something, where there is anything to tell. */
const STATES = {
  open: 'still to do',
  earned: 'reached, may be ticked',
  lost: 'ticked, but not reached',
  unknown: 'so nobody can tell',
  wrong: 'cannot be read',
} as const;

/** How a preparation stands, a line each. What could not be read goes to standard error. */
export function formatStatus(status: Status): string {
  const { today, profile, level, interview, checklist, stories, competencies, questions, speech, plan, rounds, mocks } =
    status;
  const lines = [
    ...(profile ? [`Profile: ${profile.title}${level === undefined ? '' : `, ${level}`}`] : []),
    ...(interview ? [`Interview: ${interview.date}, ${fromToday(today, interview.date)}`] : []),
    ...(checklist ? [`Checklist: ${checklist.done} of ${checklist.total} done`] : []),
    ...(checklist?.items ?? []).flatMap(({ label, line, state, words }) =>
      state === 'done' ? [] : [`  prep.md:${line}: ${label} (${words}; ${STATES[state]})`],
    ),
    `Stories: ${stories.total}, of them ${stories.clean} clean${thinWords(stories.thin)}`,
    ...coverageLines('Competencies', competencies),
    ...coverageLines('Questions', questions),
    ...(speech === undefined ? [] : [`Elevator speech: ${counted(speech, 'second')}`]),
    ...(plan
      ? [
          `Plan: ${plan.done} of ${plan.total} done; today ${plan.today.done} of ${plan.today.total}; ${plan.missed} missed${plan.undated.length > 0 ? `; ${plan.undated.length} without a day` : ''}`,
          ...plan.missedItems.map(({ line, date, text }) => `  plan.md:${line}: ${text} (missed on ${date})`),
          ...plan.undated.flatMap(({ line, text, done }) =>
            done ? [] : [`  plan.md:${line}: ${text} (without a day)`],
          ),
        ]
      : []),
    ...rounds.map(
      ({ title, date, stories: meant, missing }) =>
        `Round: ${title}${date === undefined ? '' : `, ${date}, ${fromToday(today, date)}`}, ${storiesOf(meant, missing)}`,
    ),
    `Mocks: ${mocks.count}${mocks.minutes > 0 ? `, ${mocks.minutes} minutes` : ''}`,
    ...mocks.scores.map(({ dimension, words }) => `  ${dimension}: ${words}`),
  ];
  return `${lines.map((line) => line.match(/^ */)?.[0] + oneLine(line)).join('\n')}\n`;
}

/** What is covered, and by name what is not. */
function coverageLines(what: string, coverage: CoverageStatus): string[] {
  return [
    `${what}: ${coveredWords(coverage)}`,
    ...coverage.gaps.map(({ title }) => `  gap: ${title}`),
    ...coverage.partial.map(({ title }) => `  only in part: ${title}`),
  ];
}

/** How many stories a round has, and which of them are not there. */
function storiesOf(meant: readonly string[], missing: readonly string[]): string {
  const all = counted(meant.length, 'story', 'stories');
  if (missing.length === 0) return all;
  return `${meant.length - missing.length} of ${all}; not there: ${missing.map((name) => `"${name}"`).join(', ')}`;
}
