import { isSuspect } from '../scorer/suspicion';
import { isAct } from '../story/jobs';
import type { Story, StorySentence } from '../story/story';
import { isTold } from '../story/substance';
import { credentialDrop } from './credentialDrop';
import { insertBehind } from './fixes/insertBehind';
import { missingAction } from './missingAction';
import { passenger } from './passenger';
import { permissionSeeking } from './permissionSeeking';
import { processCrutch } from './processCrutch';
import { rehearsedValues } from './rehearsedValues';
import type { ScoredRule, StoryRule } from './rule';
import { agentlessPassives } from './shared/passives';

/** Verbs that put the narrator in charge or in the room and do not say what they did there. */
const BLANK = new Set(
  'help assist support contribute participate collaborate cooperate involve join engage attend facilitate liaise accompany witness shadow lead manage head oversee own run coordinate work try say'.split(
    ' ',
  ),
);
/** What such a sentence tells is no deed of the narrator's own. */
const BORROWED: readonly ScoredRule[] = [passenger, permissionSeeking, processCrutch, rehearsedValues, credentialDrop];
/** So many sentences that hide the narrator outweigh a single deed. */
const OUTWEIGHED = 3;

export const lowOwnership: StoryRule = {
  id: 'low-ownership',
  scope: 'story',
  title: 'It cannot be told what you yourself decided or did',
  hears: 'A team did something and this person was on it. What would have been missing without them?',
  why: 'The panel decides about one person. Where the acting part knows only "we", "it was decided" and "I supported", it has nothing to decide on.',
  cure: 'Pick the two or three things that would not have happened without you, and tell them with "I" and an active verb. Then credit the others.',
  sources: ['000'],
  severity: 'information',
  examples: [
    {
      bad: '## Situation\n\nThe old scheduler lost jobs every night.\n\n## Action\n\nWe analysed the logs and the team rewrote the queue. It was decided to roll out in two waves. I supported the effort throughout.\n\n## Result\n\nNo job was lost in six months.',
      good: '## Situation\n\nThe old scheduler lost jobs every night.\n\n## Action\n\nI read four nights of logs and found that two workers took the same job. I wrote the lock, and two engineers rewrote the queue with me.\n\n## Result\n\nNo job was lost in six months.',
    },
    {
      bad: '## Task\n\nI had to halve the queue by May.\n\n## Action\n\nEverybody pulled together and we moved two counters.\n\n## Result\n\nThe queue fell from 50 minutes to 20.',
      good: '## Task\n\nI had to halve the queue by May.\n\n## Action\n\nI timed forty customers and moved two counters to the entrance.\n\n## Result\n\nThe queue fell from 50 minutes to 20.',
    },
  ],
  check(story, context) {
    // Without any action the story is asked for just that already.
    const asked = context.settings.rules[missingAction.id] !== 'off' && missingAction.isMissing(story);
    const acting = isTold(story) && !asked ? actingPart(story) : [];
    const last = acting.at(-1);
    const own = acting.filter(isOwnDeed).length;
    const hidden = acting.filter((at) => !isOwnDeed(at) && (hidesNarrator(at) || (own === 0 && isBlank(at)))).length;
    if (!last || hidden === 0 || own > 1 || (own === 1 && hidden < OUTWEIGHED)) return undefined;
    return {
      message: acting.some(tellsDeed)
        ? 'Little of the acting part says what you yourself decided and did.'
        : 'What did you yourself decide and do? The acting part does not say.',
      part: 'action',
      fixes: [
        insertBehind(last, 'Add your own part to fill in', [
          ['I decided ', 'what'],
          [', because ', 'why'],
          ['. I carried it through by ', 'what you did with your own hands or words'],
          ['.', undefined],
        ]),
      ],
    };
  },
};

/** The sentences of the acting part; all but the lesson where none is told apart. */
function actingPart({ sentences }: Story): readonly StorySentence[] {
  const acting = sentences.filter(({ part, marked }) => marked && part === 'action');
  return acting.length > 0 ? acting : sentences.filter(({ part }) => part !== 'learning');
}

const isBorrowed = (at: StorySentence): boolean => BORROWED.some((rule) => isSuspect(at, rule));

/** The narrator decides or does something, and says what. */
const isOwnDeed = (at: StorySentence): boolean => tellsDeed(at) && !isBorrowed(at);

const tellsDeed = ({ sentence }: StorySentence): boolean =>
  sentence.clauses.some(
    (clause) => (clause.actor === 'i' || clause.actor === 'elided') && isAct(clause) && !BLANK.has(clause.lemma),
  );

/** A group or nobody acts, or the narrator claims something without a deed. */
function hidesNarrator(at: StorySentence): boolean {
  return (
    at.sentence.clauses.some((clause) => clause.actor === 'we' && isAct(clause)) ||
    agentlessPassives(at.sentence).some(({ kind }) => kind !== 'event') ||
    (at.story.sentences.length > 1 && isBorrowed(at))
  );
}

/** "I led the rebuild", "I helped": the narrator is named and it is not said what for. */
function isBlank({ sentence }: StorySentence): boolean {
  return sentence.clauses.some((clause) => clause.actor === 'i' && isAct(clause) && BLANK.has(clause.lemma));
}
