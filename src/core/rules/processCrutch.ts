import type { Evidence } from '../scorer/evidence';
import { tabStop } from '../text/snippet';
import { replaceSentence } from './fixes/sentence';
import weights from './processCrutch.weights.json';
import type { ScoredRule } from './rule';
import { wholeSentence } from './scored';

const PROCESSES = ['named method', 'artefact', 'ceremony'];

export const processCrutch: ScoredRule = {
  id: 'process-crutch',
  scope: 'sentence',
  title: 'A process is offered as what solved the problem',
  hears:
    'A tool or a ceremony did the work. Where is the judgement: what did this person understand that others had missed?',
  why: 'Where context counts for more than control, a process is a last resort. A story that credits a board, a matrix or a meeting tells nothing of the goal it served or of what changed through it.',
  cure: 'Say which goal or insight the process served and what changed through it, or leave the process out.',
  sources: ['000'],
  severity: 'information',
  examples: [
    {
      part: 'action',
      bad: 'I set up a RACI matrix and a weekly steering meeting, and that took care of the conflict.',
      good: 'I set up a ten-minute call at shift change so that the night crew would hear about open valves before touching them.',
    },
    {
      part: 'action',
      bad: 'I introduced Kanban and this was the key to everything.',
      good: 'I put up a Kanban wall with a limit of four beds, and the wait fell from five hours to three.',
    },
    {
      part: 'action',
      bad: 'What saved the project was a proper Gantt chart.',
      good: 'I cancelled the weekly status meeting and sent one page instead.',
    },
  ],
  weights,
  isCandidate(here, next) {
    if (here.has('cure') || here.has('more ceremony') || next.has('cure'))
      return PROCESSES.some((name) => here.has(name)) || here.has('weak artefact');
    return PROCESSES.some((name) => here.has(name)) && here.has('set up') && !isRescued(here, next);
  },
  check(at) {
    const { end } = wholeSentence(at);
    const insight = `I saw that ${tabStop(1, '[what the others had missed]')}, so I ${tabStop(2, '[what you changed]')}, and ${tabStop(3, '[what came of it]')}`;
    return {
      ...wholeSentence(at),
      message: 'Which goal did this process serve, and what changed through it?',
      fixes: [
        {
          title: 'Say what it was for',
          edits: [{ start: end, end, text: ` so that ${tabStop(1, '[what it was to change]')}` }],
          snippet: true,
        },
        {
          title: 'Say what changed through it',
          edits: [{ start: end, end, text: `; through it ${tabStop(1, '[what changed, as a number]')}` }],
          snippet: true,
        },
        replaceSentence(at, 'Tell the insight instead of the process', insight),
      ],
    };
  },
};

/** A purpose or an effect stands in this sentence or the next. */
function isRescued(here: Evidence, next: Evidence): boolean {
  return [...here.keys()].some((name) => name.startsWith('not ')) || next.has('not purpose') || next.has('not effect');
}
