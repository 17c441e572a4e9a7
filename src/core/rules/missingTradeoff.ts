import { NO_EVIDENCE } from '../scorer/evidence';
import { isSuspect } from '../scorer/suspicion';
import { neighbour, type Story, type StorySentence } from '../story/story';
import { isTold } from '../story/substance';
import { blameFraming } from './blameFraming';
import { insertBehind } from './fixes/insertBehind';
import { processCrutch } from './processCrutch';
import type { StoryRule } from './rule';
import { lonelyDecision } from './shared/choice';
import { statusQuo } from './statusQuo';

const ID = 'missing-tradeoff';
/** So many sentences from the decision a hint at a cost or at another way still speaks of it. */
const NEARBY = 1;

export const missingTradeoff: StoryRule = {
  id: ID,
  scope: 'story',
  title: 'A decision without an alternative or a cost',
  hears: 'There was one option and it was right. That is no decision, or they never saw the others.',
  why: 'Judgement shows in what was given up. A choice with no alternative and no price gives the panel nothing to judge, and invites the question that you should have answered first.',
  cure: 'Name the best alternative, why it lost, and what your choice cost in money, time, quality or goodwill.',
  sources: ['000', '003'],
  severity: 'information',
  examples: [
    {
      bad: '## Situation\n\nCancellations had doubled by spring.\n\n## Action\n\nI decided to send a discount, because it was the right call.\n\n## Result\n\nCancellations fell from 8% to 5%.',
      good: '## Situation\n\nCancellations had doubled by spring.\n\n## Action\n\nI decided to send a discount instead of a second box, because it could go out the same day; it cost us 4,000.\n\n## Result\n\nCancellations fell from 8% to 5%.',
    },
    {
      bad: '## Action\n\nWe chose the hardware module, as it was clearly the best.\n\n## Result\n\nAll meters had the new key in June.',
      good: '## Action\n\nI counted the meters, wrote the script and rehearsed it four times.\n\n## Result\n\nAll meters had the new key in June.',
    },
  ],
  check(story) {
    if (!isTold(story)) return undefined;
    const decision = soleChoice(story) ?? (story.sentences.some(paysFor) ? undefined : lonelyDecision(story));
    if (!decision) return undefined;
    return {
      message: 'What else could you have chosen, and what did the choice cost?',
      part: 'action',
      fixes: [
        insertBehind(decision, 'Add the alternative and the cost to fill in', [
          ['The alternative was ', 'what else you could have done'],
          ['; my choice cost us ', 'money, time, quality or goodwill'],
          ['.', undefined],
        ]),
      ],
    };
  },
};

const evidenceOf = (at: StorySentence) => at.evidence.get(ID) ?? NO_EVIDENCE;

/** The sentence in which a choice is stated and defended, where by what phrases say nothing else was to be had. */
function soleChoice(story: Story): StorySentence | undefined {
  const decision = decisionIn(story);
  return decision && !story.sentences.some((at) => namesTradeoff(at, decision)) ? decision : undefined;
}

/** The sentence in which a choice is stated and defended, or called the key moment. */
function decisionIn(story: Story): StorySentence | undefined {
  const told = story.sentences.filter((at) => at.part !== 'learning' || !at.marked);
  const chosen = told.filter((at) => evidenceOf(at).has('decided'));
  return told.find(isDefended) ?? (chosen.length > 1 ? chosen[0] : undefined);
}

function isDefended(at: StorySentence): boolean {
  const here = evidenceOf(at);
  const next = neighbour(at, 1);
  if (here.has('key moment') || isSuspect(at, statusQuo)) return true;
  if (here.has('praised')) return at.part === 'action' || here.has('decided');
  if (here.has('decided')) return here.has('defended') || (next !== undefined && evidenceOf(next).has('defended'));
  return here.has('moved') && here.has('defended');
}

/** What the acting cost is named by phrases that can hardly mean anything else. */
const paysFor = (at: StorySentence): boolean => at.part === 'action' && evidenceOf(at).has('not cost');

/**
 * What else there was counts where the acting is told, what it cost also behind it; a hint counts beside the decision. What others
 * chose to their shame is no alternative of the narrator's, and a risk log that is praised is no risk.
 */
function namesTradeoff(at: StorySentence, decision: StorySentence): boolean {
  if (isSuspect(at, blameFraming) || isSuspect(at, processCrutch)) return false;
  const here = evidenceOf(at);
  const distance = at.index - decision.index;
  if (Math.abs(distance) <= NEARBY && here.has('not nearby')) return true;
  if (at.part === 'action' || distance === 0) return here.has('not alternative') || here.has('not cost');
  return distance > 0 ? here.has('not cost') : distance >= -2 && here.has('not alternative');
}
