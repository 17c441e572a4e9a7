import type { StorySentence } from '../../story/story';
import type { RuleFix } from '../rule';
import { isPaired } from '../shared/pairs';
import { behindMarks } from './marks';
import { isBare, removeWords, replaceSentence, takesUp } from './sentence';
import { deedsIn, type Statement, statementsOf } from './statements';

/** Words that open an adjunct in front of what happened ("As a certified coach, I …"). */
const OPENERS = new Set(
  'as being having with given thanks because since drawing relying coming true staying in demonstrating embodying living guided driven like'.split(
    ' ',
  ),
);

/**
 * Fixes for a claim about oneself: keep what it introduces or stands beside, tell an act in its place, or leave it out. What
 * the sentence tells besides goes only where nothing else cures.
 */
export function claimFixes(at: StorySentence, act: string): RuleFix[] {
  const { sentence } = at;
  const statements = statementsOf(sentence);
  const isAll =
    statements.every((one) => deedsIn(sentence, one).length === 0) && (statements.length === 1 || !isLesson(at));
  const instead = replaceSentence(at, 'Tell what you did instead', act);
  return [
    ...leaveOpeningOut(at),
    ...leaveStatementOut(at, statements),
    isAll ? instead : { ...instead, lastResort: true },
    ...(isAll ? leaveSentenceOut(at) : []),
  ];
}

function leaveOpeningOut(at: StorySentence): RuleFix[] {
  const { tokens, clauses } = at.sentence;
  const told = clauses.findIndex(({ actor, subordinator }) => actor === 'i' && !subordinator);
  const main = clauses[told]?.subject.first ?? 0;
  const comma = tokens.findIndex(({ text }) => text === ',');
  const goesOn = clauses.some(({ actor, subject }) => actor === 'i' && subject.first === comma + 1);
  if (!OPENERS.has(tokens[0]?.text ?? '')) return [];
  if (goesOn) return [removeWords(at, 'Leave the claim out', 0, comma)];
  // "As a certified coach I …", "As a leader who puts people first I …"
  const isOpened = clauses.slice(0, Math.max(0, told)).every(({ subordinator }) => subordinator === 'who');
  return isOpened && main > 0 && comma < 0 ? [removeWords(at, 'Leave the claim out', 0, main - 1)] : [];
}

/** Whether a statement speaks of what those before it have told. */
const takesUpAny = ({ sentence: { tokens } }: StorySentence, { first, last }: Statement): boolean =>
  tokens.some((token, i) => i >= first && i <= last && takesUp(token, tokens[i + 1]));

/** Where no deed is wanted for a sentence to tell something. */
const isLesson = ({ part }: StorySentence): boolean => part === 'learning';

/** Where a claim stands first or last beside something else, which stands without it as well. */
function leaveStatementOut(at: StorySentence, statements: readonly Statement[]): RuleFix[] {
  const [opening, second] = statements;
  const closing = statements.at(-1);
  const before = statements.at(-2);
  if (!opening || !second || !closing || !before) return [];
  const mayGo = (gone: Statement, from: number, to: number): boolean =>
    deedsIn(at.sentence, gone).length === 0 &&
    statements.some((one) => one !== gone && tellsSomething(at, one)) &&
    isBare(at.sentence, from, to);
  const fixes: RuleFix[] = [];
  if (mayGo(opening, 0, second.first - 1) && !takesUpAny(at, second))
    fixes.push(removeWords(at, 'Leave out how it begins', 0, second.first - 1));
  if (mayGo(closing, before.last + 1, closing.last))
    fixes.push(removeWords(at, 'Leave out how it ends', before.last + 1, closing.last));
  return fixes;
}

/** A deed, not of a whole career; in what is learned, something that is not of the narrator alone. */
function tellsSomething(at: StorySentence, statement: Statement): boolean {
  if (deedsIn(at.sentence, statement).some(({ tense }) => tense === 'past')) return true;
  const { first, last } = statement;
  return isLesson(at) && at.sentence.clauses.some(({ actor, verb }) => verb >= first && verb <= last && actor !== 'i');
}

/** Not where it is all that its paragraph or list item says, or that marks or brackets stand around. */
function leaveSentenceOut(at: StorySentence): RuleFix[] {
  const { sentence, passage, story } = at;
  const alone = story.sentences.filter((other) => other.passage === passage).length === 1;
  return alone || behindMarks(at) > sentence.end || !isPaired(sentence.tokens)
    ? []
    : [{ title: 'Leave the sentence out', edits: [{ start: 0, end: sentence.end, text: '' }] }];
}
