import type { SentenceInPart, StorySentence } from '../story/story';
import { tabStop } from '../text/snippet';
import { appendSentence } from './fixes/insertBehind';
import { replaceSentence } from './fixes/sentence';
import type { RuleFix, ScoredRule } from './rule';
import { hasPrompt, isPromptNext } from './shared/prompt';
import { hasEvidence, isAsked, wholeSentence } from './shared/scored';

export const sanitized: ScoredRule = {
  id: 'sanitized',
  scope: 'sentence',
  title: 'No failure, conflict or weakness is admitted',
  hears: 'Either nothing hard ever happened here, or this person does not see it, or will not tell.',
  why: 'Questions about failure and conflict ask for self-knowledge. A story in which nothing went wrong, or a weakness that is a compliment in disguise, answers none of them and makes the rest harder to believe.',
  cure: 'Name one thing that did go wrong or that you are not good at, what it cost, and what you do about it. A success may stay as it is where figures stand behind it.',
  sources: ['000'],
  severity: 'information',
  examples: [
    {
      bad: 'My biggest weakness is that I am a perfectionist and care too much.',
      good: 'My weakness is estimates: my last three were off by half, so a colleague now prices mine before I send them.',
    },
    {
      bad: "I honestly can't think of a time I failed.",
      good: 'I failed my first licence exam, and the second.',
    },
    {
      part: 'action',
      bad: 'There were no conflicts at all, everyone was on board from day one.',
      good: 'Everyone nodded in the meeting, and by evening I had nine angry mails.',
    },
    {
      part: 'result',
      bad: 'Everything went according to plan and nothing went wrong.',
      good: 'The cutover went smoothly: 41 minutes of the 60 planned, and nobody was paged.',
    },
    {
      part: 'learning',
      bad: "If I had to do it again, I wouldn't change a thing.",
      good: "I wouldn't change the vendor, but I would tell the nurses two weeks earlier.",
    },
  ],
  ignores: ['eo:', 'ei:', 'a:'],
  isCandidate: (here, at) => hasEvidence(here) && !here.has('not number') && !hasPrompt(at) && !isAsked(at),
  isRescued: isPromptNext,
  traits: traitsOf,
  check: (at) => ({
    ...wholeSentence(at),
    message: 'What did go wrong, or whom did it cost something? Say it, and what you did about it.',
    fixes: () => fixesOf(at),
  }),
};

/** Evidence that the sentence answers a question about oneself. */
const OF_ONESELF = ['strength as fault', 'weakness asked'];

function fixesOf(at: StorySentence): RuleFix[] {
  const found = at.evidence.get('sanitized');
  const weakness = `My weakness is ${tabStop(1, '[a real one]')}: it cost ${tabStop(2, '[what, and whom]')}, so I now ${tabStop(3, '[what you do about it]')}`;
  const failure = `What went wrong was ${tabStop(1, '[what]')}, it cost ${tabStop(2, '[what, and whom]')}, and I ${tabStop(3, '[what you did about it]')}`;
  return [
    OF_ONESELF.some((name) => found?.has(name))
      ? replaceSentence(at, 'Name a real weakness, its cost and what you do about it', weakness)
      : replaceSentence(at, 'Tell what did go wrong in its place', failure),
    appendSentence(at, 'Admit what was hard behind it', [
      ['What I did find hard was ', 'what'],
      [', and I ', 'what you did about it'],
      ['.', undefined],
    ]),
  ];
}

function traitsOf({ sentence: { clauses, words }, marked, part }: SentenceInPart): readonly string[] {
  const traits = [
    ...(marked && part !== 'learning' ? [`in ${part}`] : []),
    ...(words <= 6 ? ['short'] : words > 25 ? ['long'] : []),
    ...(clauses.some(({ actor, tense, unreal }) => actor === 'i' && !unreal && tense === 'past') ? ['I did'] : []),
    ...(clauses.some(({ actor, tense }) => actor === 'i' && (tense === 'present' || tense === 'base')) ? ['I do'] : []),
    ...(clauses.some(({ actor, negated }) => actor === 'i' && negated) ? ['I do not'] : []),
    ...(clauses.some(({ actor, negated }) => actor !== 'i' && negated) ? ['is not'] : []),
  ];
  return traits;
}
