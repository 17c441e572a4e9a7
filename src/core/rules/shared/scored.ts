import type { Evidence } from '../../scorer/evidence';
import type { SentenceInPart } from '../../story/story';
import type { Span } from '../../text/span';

/** Whether any evidence speaks for the rule. */
export function hasEvidence(evidence: Evidence): boolean {
  return evidence.speaks;
}

/** The sentence without its final punctuation. */
export function wholeSentence({ sentence }: SentenceInPart): Span {
  const last = sentence.tokens.findLast(({ tag }) => tag !== 'mark');
  return { start: 0, end: last?.end ?? sentence.end };
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
