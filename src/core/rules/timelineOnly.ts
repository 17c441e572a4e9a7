import { type Evidence, NO_EVIDENCE } from '../scorer/evidence';
import { isAct } from '../story/jobs';
import type { Story, StorySentence } from '../story/story';
import { isTold } from '../story/substance';
import { insertBehind } from './fixes/insertBehind';
import { missingTradeoff } from './missingTradeoff';
import type { StoryRule } from './rule';

const ID = 'timeline-only';
/** What is done to a plan, a report or a meeting: it moves no work on. */
const CLERICAL = new Set(
  'report send update track schedule reschedule plan deliver ship launch release start begin kick finish complete close end hold run lead manage coordinate organise organize monitor follow remind collect gather present hand sign roll go keep set share circulate publish log note meet attend join help support assist work get have be do make'.split(
    ' ',
  ),
);
const FEWEST_SENTENCES = 3;
const SHARE = 0.6;

export const timelineOnly: StoryRule = {
  id: ID,
  scope: 'story',
  title: 'Dates and status, but no contribution',
  hears: 'A status report. What was hard, and what did this person bring to it?',
  why: 'Dates say that something was delivered, not why it was delivered well. A panel looks for the technical or human problem and for the decision that solved it.',
  cure: 'Leave most dates out. Tell the one problem that put the delivery at risk, what you understood about it, and what you decided.',
  sources: ['001'],
  severity: 'information',
  examples: [
    {
      bad: '## Situation\n\nThe bank wanted a new app.\n\n## Task\n\nI was the project manager. The deadline was the end of June.\n\n## Action\n\nKick-off was in January. Requirements were signed off in February. Development started in March and ended in May. I reported the status every Friday, and it was green.\n\n## Result\n\nWe went live on 28 June, on time.',
      good: '## Situation\n\nThe bank wanted a new app.\n\n## Task\n\nI was the project manager. The deadline was the end of June.\n\n## Action\n\nKick-off was in January. In March I found that the log-in took four calls to a mainframe that slept at night, so I moved the calls into a queue. Development ended in May.\n\n## Result\n\nWe went live on 28 June, on time.',
    },
  ],
  check(story) {
    const acting = isTold(story) ? actingPart(story) : [];
    const dated = acting.filter(isDated);
    const last = acting.at(-1);
    if (!last || dated.length < FEWEST_SENTENCES || dated.length < acting.length * SHARE) return undefined;
    if (story.sentences.some(contributes)) return undefined;
    return {
      message: 'This tells when, not what was hard. What did you solve or decide?',
      part: 'action',
      fixes: [
        insertBehind(last, 'Add your contribution to fill in', [
          ['What put it at risk was ', 'the problem'],
          ['; I found ', 'what you understood'],
          [' and decided ', 'what'],
          ['.', undefined],
        ]),
      ],
    };
  },
};

function actingPart({ sentences }: Story): readonly StorySentence[] {
  return sentences.filter(({ part }) => part === 'action' || part === 'result' || part === 'task');
}

const evidenceOf = (at: StorySentence, rule: string): Evidence => at.evidence.get(rule) ?? NO_EVIDENCE;

function isDated(at: StorySentence): boolean {
  const here = evidenceOf(at, ID);
  return here.has('date') || here.has('status');
}

/** A decision, or a deed of the narrator's that moves the work itself. */
function contributes(at: StorySentence): boolean {
  if (evidenceOf(at, missingTradeoff.id).has('decided')) return true;
  return at.sentence.clauses.some(
    (clause) => (clause.actor === 'i' || clause.actor === 'elided') && isAct(clause) && !CLERICAL.has(clause.lemma),
  );
}
