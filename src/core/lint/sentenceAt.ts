import { sentenceSpans } from '../language/sentences';
import { readMarkdown } from '../text/markdown';
import type { Span } from '../text/span';

const BLANK_LINE = /\n[ \t]*\r?(?=\n)/;
const ENDED = /[.!?…][\p{Pe}\p{Pf}"']*$/u;

/**
 * The sentence in which somebody writes whose cursor stands at an offset; a heading counts as one. Empty where a new
 * sentence begins, or where no prose stands. Costs what the paragraph costs, whatever the length of the text.
 */
export function sentenceAt(text: string, offset: number): Span {
  const from = paragraphStart(text, offset);
  const rest = text.slice(offset);
  const paragraph = text.slice(from, offset + (BLANK_LINE.exec(rest)?.index ?? rest.length));
  const nowhere = { start: offset, end: offset };
  const reaches = ({ start, end }: Span) =>
    start <= offset - from && /^[ \t]*$/.test(paragraph.slice(end, Math.max(end, offset - from)));
  const block = readMarkdown(paragraph).blocks.findLast(reaches);
  if (!block) return nowhere;
  const base = from + block.start;
  if (block.kind === 'heading') return { start: base, end: from + block.end };
  const sentence = sentenceSpans({ start: base, text: block.text }).findLast(({ start }) => start <= offset);
  if (!sentence) return nowhere;
  const { start, end } = sentence;
  const isOver = offset > end && ENDED.test(text.slice(start, end));
  return isOver ? nowhere : { start, end: Math.max(end, offset) };
}

function paragraphStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0) {
    const line = text.lastIndexOf('\n', start - 1);
    if (line < 0) return 0;
    if (start < offset && text.slice(line + 1, start).trim() === '') return start + 1;
    start = line;
  }
  return 0;
}
