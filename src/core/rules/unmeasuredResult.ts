import type { Actor } from '../language/actors';
import { NO_EVIDENCE } from '../scorer/evidence';
import { isSuspect } from '../scorer/suspicion';
import { isDone } from '../story/partModel';
import type { Story, StorySentence } from '../story/story';
import { hasSubstance, isTold } from '../story/substance';
import { insertBehind } from './fixes/insertBehind';
import type { StoryRule } from './rule';
import { hasEvidence } from './shared/scored';
import { vagueResult } from './vagueResult';

/** Evidence of `vague-result` that anybody could check. */
const MEASURES = ['not number', 'not amount', 'not before and after'];
/** In a story without marks no result is told before this share of its sentences, short answers apart. */
const RESULT_FROM = 0.4;
const SHORT = 6;
/** What others do when something worked. */
const ANSWERS = new Set('agree accept pass renew sign adopt extend approve copy unblock'.split(' '));
const isOthers = (actor: Actor): boolean => actor === 'other' || actor === 'thing';

export const unmeasuredResult: StoryRule = {
  id: 'unmeasured-result',
  scope: 'story',
  title: 'The result can be neither counted nor seen',
  hears: 'It went well, they say. Compared with what, and who would confirm it?',
  why: 'A result without a number, a name or a visible change is the opinion of the one who tells it. The panel cannot weigh it against other candidates, so it weighs nothing.',
  cure: 'Give one number with its starting point, or what somebody did because of it, or what anyone could see that was different.',
  sources: ['000', '002'],
  severity: 'information',
  examples: [
    {
      bad: '## Situation\n\nThe queue at our hall took 50 minutes.\n\n## Action\n\nI moved two counters to the entrance.\n\n## Result\n\nIt was a great success and everybody was very happy.',
      good: '## Situation\n\nThe queue at our hall was long.\n\n## Action\n\nI moved two counters to the entrance.\n\n## Result\n\nIt was a great success. The queue fell from 50 minutes to 20.',
    },
    {
      bad: '## Action\n\nI rewrote the import.\n\n## Result\n\nPerformance improved dramatically across the board.',
      good: '## Action\n\nI rewrote the import.\n\n## Result\n\nThe client renewed and asked for the same import at its second plant.',
    },
    {
      bad: '## Situation\n\nThe archive of our choir lay in a cellar that flooded twice a year.\n\n## Task\n\nI had to get it somewhere dry before the jubilee.\n\n## Action\n\nI begged two rooms from the school and sorted the scores by composer.\n\n## Result\n\nThe move was a great success in the end, and everybody was pleased.\n\n## Learning\n\nI now ask for the key before I carry a box.',
      good: '## Situation\n\nThe archive of our choir lay in a cellar that flooded twice a year.\n\n## Task\n\nI had to get it somewhere dry before the jubilee.\n\n## Action\n\nI begged two rooms from the school and sorted the scores by composer.\n\n## Result\n\nNot one of the 412 scores has been wet since.\n\n## Learning\n\nI now ask for the key before I carry a box.',
    },
  ],
  check(story) {
    if (!isTold(story)) return undefined;
    const told = resultOf(story);
    const last = told.at(-1) ?? story.sentences.findLast(({ part }) => part !== 'learning');
    if (!last || (isDone(story, 'measure') ?? seemsMeasured(story))) return undefined;
    if (!told.some(isVague) && !hasSubstance(story, 'result')) return undefined;
    return {
      message: 'How would anybody know that it worked? Give a number, a name or something that could be seen.',
      part: 'result',
      fixes: [
        insertBehind(last, 'Add a measure to fill in', [
          ['', 'What you measured'],
          [' is ', 'how much now'],
          [', compared with ', 'how much before'],
          ['.', undefined],
        ]),
      ],
    };
  },
};

/** Whether the result can be known by something, by what phrases and grammar say. */
export function seemsMeasured(story: Story): boolean {
  const told = resultOf(story);
  return told.some(isMeasured) || !told.some(soundsVague);
}

function resultOf({ sentences }: Story): readonly StorySentence[] {
  const told = sentences.filter(({ part }) => part === 'result');
  if (sentences[0]?.marked || told[0]?.marked) return told;
  // Estimated parts run into each other: a claim may be taken for the lesson that follows it.
  const claimed = sentences.filter(
    (at) => at.part === 'learning' && !at.marked && at.index >= sentences.length / 2 && isVague(at),
  );
  if (claimed.length > 0) return [...told, ...claimed];
  if (told.length === 0)
    return sentences.filter((at) => at.part !== 'learning' && at.index >= sentences.length / 2 && soundsVague(at));
  return sentences.length < SHORT ? told : told.filter(({ index }) => index >= sentences.length * RESULT_FROM);
}

const isVague = (at: StorySentence): boolean => isSuspect(at, vagueResult);
const soundsVague = (at: StorySentence): boolean => hasEvidence(at.evidence.get(vagueResult.id) ?? NO_EVIDENCE);

function isMeasured(at: StorySentence): boolean {
  const here = at.evidence.get(vagueResult.id) ?? NO_EVIDENCE;
  const { clauses } = at.sentence;
  if (clauses.some(({ actor, lemma, negated }) => isOthers(actor) && ANSWERS.has(lemma) && !negated)) return true;
  if (isVague(at)) return false;
  // What the narrator or the group shipped, signed or opened is what they did; what others did is what came of it.
  const byOthers =
    clauses.length === 0 ||
    clauses.some(({ actor, voice }) => voice === 'passive' || !(actor === 'i' || actor === 'we' || actor === 'you'));
  return MEASURES.some((name) => here.has(name)) || (byOthers && here.has('not consequence'));
}
