import type { Sentence } from '../../language/analyse';
import type { Tagged } from '../../language/tag';
import type { StorySentence } from '../../story/story';
import { tabStop } from '../../text/snippet';
import type { RuleFix } from '../rule';
import { removeWords, replaceSentence } from './sentence';
import { endOfStatement } from './statements';

const OPENERS = new Set([
  'once',
  'after',
  'when',
  'as',
  'with',
  'upon',
  'on',
  'per',
  'following',
  'at',
  'under',
  'by',
  'having',
  'since',
]);
const CLOSERS = new Set(['once', 'after', 'when', 'until', 'till', 'before', 'because', 'as']);

const WAITS = new Set(['wait', 'hold', 'hesitate', 'delay']);

/** Fixes that tell a move as the narrator's own; `isLeave` finds the words that speak of somebody's leave. */
export function ownDecisionFixes(at: StorySentence, isLeave: (token: Tagged) => boolean): RuleFix[] {
  const { tokens } = at.sentence;
  const leave = tokens.flatMap((token, i) => (isLeave(token) ? [i] : []));
  const fixes: RuleFix[] = [];
  const comma = tokens.findIndex(({ text }) => text === ',');
  if (
    leave.length > 0 &&
    OPENERS.has(tokens[0]?.text ?? '') &&
    comma > 0 &&
    leave.every((i) => i < comma) &&
    tokens[comma + 1]?.text === 'i'
  )
    fixes.push(removeWords(at, 'Leave out whose leave it was', 0, comma));
  const closer = tokens.findLastIndex(({ text }, i) => i > 2 && CLOSERS.has(text) && leave.every((at) => at > i));
  if (leave.length > 0 && closer > 0 && !isBound(at.sentence, closer))
    fixes.push(removeWords(at, 'Leave out whose leave it was', closer, endOfStatement(at.sentence, closer)));
  const asked = toldFix(at);
  if (asked) fixes.push(asked);
  fixes.push(
    replaceSentence(
      at,
      'Replace with what you decided, why, and whom you told',
      `I decided ${tabStop(1, '[what]')} because ${tabStop(2, '[what you knew or had measured]')}, and told ${tabStop(3, '[whom it concerned]')}`,
    ),
  );
  return fixes;
}

/** "I only acted when …", "I did not ship until …", "I waited until …": without the rest it says something else. */
function isBound({ tokens, clauses }: Sentence, closer: number): boolean {
  if (tokens.slice(0, closer).some(({ text }) => text === 'only')) return true;
  return clauses.some(({ verb, negated, lemma }) => verb < closer && (negated || WAITS.has(lemma)));
}

/** "asked my manager whether I could …" → "told my manager that I would …" */
function toldFix({ sentence: { tokens } }: StorySentence): RuleFix | undefined {
  const asked = tokens.findIndex(({ text }) => text === 'asked');
  const whether = tokens.findIndex(({ text }, i) => i > asked && (text === 'whether' || text === 'if'));
  const could = tokens[whether + 2];
  const from = tokens[asked];
  // "asked to my boss" is "told my boss"
  const said = tokens[asked + 1]?.text === 'to' ? tokens[asked + 1] : from;
  const joint = tokens[whether];
  if (asked < 0 || whether < 0 || whether - asked > 6 || !from || !said || !joint || tokens[whether + 1]?.text !== 'i')
    return undefined;
  if (!could || !/^(?:could|should|can|may|might)$/.test(could.text)) return undefined;
  return {
    title: 'Told, not asked: say "told … that I would"',
    edits: [
      { start: from.start, end: said.end, text: 'told' },
      { start: joint.start, end: joint.end, text: 'that' },
      { start: could.start, end: could.end, text: 'would' },
    ],
  };
}
