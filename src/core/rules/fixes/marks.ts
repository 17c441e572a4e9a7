import type { StorySentence } from '../../story/story';
import type { Block } from '../../text/markdown';
import type { Span } from '../../text/span';
import type { Edit } from '../../types';
import type { RuleFix } from '../rule';
import { wholeSentence } from '../shared/scored';

/** The stretches of a sentence's block that have marks or brackets around them, by offsets in the sentence. */
const wrapped = (at: StorySentence): readonly Span[] => inSentence(at, at.block.wrapped);

function inSentence({ base, block }: StorySentence, spans: Block['wrapped']): readonly Span[] {
  const from = base - block.start;
  return spans.map(([start, end]) => ({ start: start - from, end: end - from }));
}

/** Whether nothing but marks stands between two offsets in a sentence. */
function isMarks({ base, block }: StorySentence, start: number, end: number): boolean {
  const from = base - block.start;
  return block.text.slice(from + start, from + end).trim() === '';
}

/** Behind an offset in a sentence, its end if none is given, and behind the marks and brackets that close right there. */
export function behindMarks(at: StorySentence, offset = at.sentence.end): number {
  return wrapped(at).reduceRight(
    (to, { start, end }) => (start < to && to < end && isMarks(at, to, end) ? end : to),
    offset,
  );
}

/** A fix that adds words to a sentence in front of its final punctuation; a stop within a quotation or brackets goes behind them. */
export function addBeforeStop(at: StorySentence, title: string, snippet: string): RuleFix {
  const end = behindMarks(at, wholeSentence(at).end);
  const inner = innerStop(at);
  const added = { start: end, end, text: inner ? `${snippet}.` : snippet };
  return { title, edits: inner ? [{ start: inner.start, end: inner.end, text: '' }, added] : [added], snippet: true };
}

/** The full stop of a sentence that ends in a bracket or a quotation with the stop in it. */
export function innerStop(at: StorySentence): Span | undefined {
  const { tokens } = at.sentence;
  const { end } = wholeSentence(at);
  const word = tokens.findLastIndex(({ type }) => type !== 'mark');
  const stops = tokens.slice(word + 1).filter(({ text }) => STOP.test(text));
  return stops.every((stop) => stop.end < end) ? stops[0] : undefined;
}

const STOP = /^[.!?…]/;

/** A stretch of a sentence with the marks of which it holds the other half. */
export function withMarks(at: StorySentence, span: Span): Span {
  return wrapped(at).reduceRight(({ start, end }, one) => {
    if (start <= one.start && one.start < end && end < one.end && isMarks(at, end, one.end))
      return { start, end: one.end };
    if (one.start < start && start < one.end && one.end <= end && isMarks(at, one.start, start))
      return { start: one.start, end };
    return { start, end };
  }, span);
}

/** Whether marks or brackets open or close in a stretch of a sentence. */
export const holdsMarks = (at: StorySentence, { start, end }: Span): boolean =>
  wrapped(at).some((one) => [one.start, one.end].some((mark) => start < mark && mark < end));

/** Whether an edit takes away code, an image, an address, a comment or a tag, or half of a link, and leaves other words of the sentence. */
export function losesHidden(at: StorySentence, edits: readonly Edit[]): boolean {
  const whole = wholeSentence(at);
  const hidden = inSentence(at, at.block.hidden);
  const links = wrapped(at).filter((pair) => hidden.some(({ end }) => pair.start < end && end < pair.end));
  const parts = edits.filter(({ start, end }) => !(start <= whole.start && whole.end <= end));
  return (
    parts.some(({ start, end }) => hidden.some((one) => start < one.end && one.start < end)) || cutsAny(links, parts)
  );
}

/** Whether an edit takes one half of a pair of marks and leaves the other. */
export const cutsMarks = (at: StorySentence, edits: readonly Edit[]): boolean => cutsAny(wrapped(at), edits);

function cutsAny(pairs: readonly Span[], edits: readonly Edit[]): boolean {
  return pairs.some((one) =>
    edits.some(
      ({ start, end }) =>
        (start <= one.start && one.start < end && end < one.end) ||
        (one.start < start && start < one.end && one.end <= end),
    ),
  );
}
