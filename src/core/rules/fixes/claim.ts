import type { StorySentence } from '../../story/story';
import type { RuleFix } from '../rule';
import { removeWords, replaceSentence } from './sentence';

/** Words that open an adjunct in front of what happened ("As a certified coach, I …"). */
const OPENERS = new Set(
  'as being having with given thanks because since drawing relying coming true staying in demonstrating embodying living guided driven like'.split(
    ' ',
  ),
);

/** Fixes for a claim about oneself: keep only the act that it introduces, tell an act in its place, or leave it out. */
export function claimFixes(at: StorySentence, act: string): RuleFix[] {
  return [...leaveOpeningOut(at), replaceSentence(at, 'Tell what you did instead', act), ...leaveSentenceOut(at)];
}

function leaveOpeningOut(at: StorySentence): RuleFix[] {
  const { tokens, clauses } = at.sentence;
  const comma = tokens.findIndex(({ text }) => text === ',');
  const goesOn = clauses.some(({ actor, subject }) => actor === 'i' && subject.first === comma + 1);
  return OPENERS.has(tokens[0]?.text ?? '') && goesOn ? [removeWords(at, 'Leave the claim out', 0, comma)] : [];
}

/** Not where it is all that its paragraph or list item says. */
function leaveSentenceOut({ sentence, passage, story }: StorySentence): RuleFix[] {
  const alone = story.sentences.filter((other) => other.passage === passage).length === 1;
  return alone ? [] : [{ title: 'Leave the sentence out', edits: [{ start: 0, end: sentence.end, text: '' }] }];
}
