import { NO_EVIDENCE } from '../scorer/evidence';
import { isSuspect } from '../scorer/suspicion';
import { neighbour, type Story, type StorySentence } from '../story/story';
import { isTold } from '../story/substance';
import evidence from './missingTradeoff.evidence.yaml';
import type { StoryRule } from './rule';
import { statusQuo } from './statusQuo';

const ID = 'missing-tradeoff';

export const missingTradeoff: StoryRule = {
  id: ID,
  scope: 'story',
  title: 'A decision without an alternative or a cost',
  hears: 'There was one option and it was right. That is no decision, or they never saw the others.',
  why: 'Judgement shows in what was given up. A choice with no alternative and no price gives the panel nothing to judge, and invites the question that you should have answered first.',
  cure: 'Name the best alternative, why it lost, and what your choice cost in money, time, quality or goodwill.',
  sources: ['000', '003'],
  severity: 'information',
  examples: [],
  evidence,
  check(story) {
    const decision = isTold(story) ? decisionIn(story) : undefined;
    if (!decision || story.sentences.some((at) => namesTradeoff(at, decision))) return undefined;
    return { message: 'What else could you have chosen, and what did the choice cost?', part: 'action', fixes: [] };
  },
};

const evidenceOf = (at: StorySentence) => at.evidence.get(ID) ?? NO_EVIDENCE;

/** The sentence in which a choice is stated and defended, or called the key moment. */
function decisionIn(story: Story): StorySentence | undefined {
  const told = story.sentences.filter((at) => at.part !== 'learning');
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

/** What else there was counts where the acting is told, what it cost counts anywhere behind the scene. */
function namesTradeoff(at: StorySentence, decision: StorySentence): boolean {
  const here = evidenceOf(at);
  if (at === decision) return here.has('not alternative') || here.has('not cost');
  if (at.part === 'action') return here.has('not alternative') || here.has('not cost');
  return at.index > decision.index
    ? here.has('not cost')
    : decision.index - at.index < 3 && here.has('not alternative');
}
