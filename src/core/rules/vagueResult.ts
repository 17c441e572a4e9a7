import type { Sentence } from '../language/analyse';
import type { Clause } from '../language/clauses';
import { WORD_CLASSES } from '../language/wordClasses';
import type { Evidence } from '../scorer/evidence';
import { neighbour, type SentenceInPart, type StorySentence } from '../story/story';
import { tabStop } from '../text/snippet';
import { appendSentence } from './fixes/insertBehind';
import { replaceSentence } from './fixes/sentence';
import type { RuleFix, ScoredRule } from './rule';
import { hasPrompt, isPromptNext } from './shared/prompt';
import { hasEvidence, isAsked, wholeSentence } from './shared/scored';

/** Verbs that say nothing which anybody could have seen. */
const COLOURLESS = WORD_CLASSES.get('colourless') ?? new Set<string>();

export const vagueResult: ScoredRule = {
  id: 'vague-result',
  scope: 'sentence',
  title: 'An outcome is claimed, but nothing in it can be seen or counted',
  hears: 'It went well, says the person who did it. How would anybody else know?',
  why: 'Praise and adverbs are what every candidate brings. A debrief can only repeat what it could check: a number, a decision that somebody took because of it, a difference between before and after.',
  cure: 'Put a number, a name or something that anyone could have seen in the place of the claim, here or in the next sentence. Where people were pleased, say what they did because of it.',
  sources: ['002'],
  severity: 'information',
  examples: [
    {
      part: 'result',
      bad: 'The migration was a huge success.',
      good: 'The migration was a huge success: restore time fell from nine hours to 40 minutes.',
    },
    {
      part: 'result',
      bad: 'The VP was really impressed.',
      good: 'The VP was impressed enough to hand me the next launch.',
    },
    {
      part: 'result',
      bad: 'Performance improved dramatically across the board.',
      good: 'Performance improved dramatically. Pages now load in 0.8 seconds.',
    },
    {
      part: 'result',
      bad: 'Customers loved it and the feedback was overwhelmingly positive.',
      good: 'The customer renewed for two years.',
    },
    {
      part: 'result',
      bad: 'It worked like a charm and the whole process is much smoother now.',
      good: 'Nobody phones the help desk about passwords any more.',
    },
  ],
  ignores: ['eo:', 'ei:', 'a:'],
  isCandidate: (here, at) =>
    hasEvidence(here) &&
    !here.has('not number') &&
    !here.has('not lesson') &&
    !(at.marked && (at.part === 'situation' || at.part === 'task')) &&
    !hasPrompt(at) &&
    !isAsked(at),
  isRescued: (at, next) => isMeasured(next) || isPromptNext(at),
  traits: traitsOf,
  surroundings,
  check: (at) => ({
    ...wholeSentence(at),
    message: 'How would anybody know? Give a number, a name or something that could be seen.',
    fixes: () => fixesOf(at),
  }),
};

/** Evidence that somebody was pleased: then what they did because of it says more than a number. */
const PLEASED = ['pleased', 'praise', 'mood'];

function fixesOf(at: StorySentence): RuleFix[] {
  const found = at.evidence.get('vague-result');
  const measured = appendSentence(at, 'Say what changed, as a number', [
    ['', 'The measure'],
    [' went from ', 'before'],
    [' to ', 'after'],
    ['.', undefined],
  ]);
  const followed = appendSentence(at, 'Say what somebody did because of it', [
    ['Because of it, ', 'who'],
    [' ', 'did what'],
    ['.', undefined],
  ]);
  const figures = `${tabStop(1, '[The measure]')} went from ${tabStop(2, '[before]')} to ${tabStop(3, '[after]')}`;
  return [
    ...(PLEASED.some((name) => found?.has(name)) ? [followed, measured] : [measured, followed]),
    replaceSentence(at, 'Put figures in the place of the claim', figures),
  ];
}

/** A number stands in the next sentence. */
function isMeasured(next: Evidence): boolean {
  return next.has('not number');
}

function traitsOf(at: SentenceInPart): readonly string[] {
  const traits = [
    ...(at.marked && at.part !== 'result' ? [`in ${at.part}`] : []),
    ...(at.sentence.words <= 6 ? ['short'] : at.sentence.words > 18 ? ['long'] : []),
    ...(at.sentence.clauses.some(isSelfPortrait) ? ['self-portrait'] : []),
    ...(hasAfterthought(at.sentence) ? ['afterthought'] : []),
    ...at.sentence.clauses.filter(isSeen).map(({ actor }) => `act of ${actor}`),
  ];
  return [...new Set(traits)];
}

function surroundings(at: StorySentence): readonly string[] {
  const next = neighbour(at, 1);
  const following = next?.part === at.part ? next.sentence.clauses.filter(isSeen) : [];
  return [...new Set(following.map(({ actor }) => `next act of ${actor}`))];
}

/** Somebody did something, or something happened, that others could have seen. */
function isSeen({ lemma, unreal }: Clause): boolean {
  return !unreal && !COLOURLESS.has(lemma);
}

/** "I am a leader who …": what the narrator is, not what came of it. */
function isSelfPortrait({ actor, tense }: Clause): boolean {
  return actor === 'i' && (tense === 'present' || tense === 'base');
}

/** Something of substance follows a colon, semicolon or dash. */
function hasAfterthought({ tokens }: Sentence): boolean {
  const at = tokens.findIndex(({ tag, text }) => tag === 'mark' && /^[:;–—-]$/.test(text));
  return at > 0 && tokens.length - at > 4;
}
