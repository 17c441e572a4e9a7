import type { Evidence } from '../../scorer/evidence';
import type { SentenceInPart } from '../../story/story';
import type { Span } from '../../text/span';
import { opensBracket, partnersIn } from './pairs';

/** Whether any evidence speaks for the rule. */
export function hasEvidence(evidence: Evidence): boolean {
  return evidence.speaks;
}

/** The sentence without its final punctuation, and without brackets that stand around all of it or have no partner in it. */
export function wholeSentence({ sentence: { tokens, end } }: SentenceInPart): Span {
  const partners = partnersIn(tokens);
  const word = tokens.findLastIndex(({ type }) => type !== 'mark');
  let first = 0;
  while ((partners.get(first) ?? (opensBracket(tokens[first]) ? tokens.length : 0)) > word) first++;
  // "… the launch (the second one)": a bracket that opens in it closes in it.
  const last = tokens.findLastIndex((_, i) => i > word && (partners.get(i) ?? -1) >= first);
  return { start: tokens[first]?.start ?? 0, end: tokens[Math.max(word, last)]?.end ?? end };
}

/** "My greatest weakness?": a question, the interviewer's or repeated before the answer. */
export function isAsked({ sentence: { tokens } }: SentenceInPart): boolean {
  return tokens.at(-1)?.text === '?';
}

const NARRATOR = new Set('i me my mine myself'.split(' '));

/** Whether the sentence speaks of the narrator. */
export function narrates({ sentence }: SentenceInPart): boolean {
  return sentence.tokens.some(({ tag, text }) => tag !== 'quote' && NARRATOR.has(text));
}
