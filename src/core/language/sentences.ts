import type { Block } from '../text/markdown';
import type { Span } from '../text/span';
import { endsInAbbreviation } from './abbreviations';
import { STOP, type Token, tokenize } from './tokens';

/** Splits a block's tokens into sentences. A block's end ends a sentence; a line break alone does not. */
export function splitSentences(text: string, tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [];
  let current: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    current.push(token);
    if (!isEnd(text, tokens, i)) continue;
    while (isTrailing(text, tokens[i + 1], tokens[i])) {
      i++;
      const trailing = tokens[i];
      if (trailing) current.push(trailing);
    }
    if (!endsHere(text, tokens, i)) continue;
    sentences.push(current);
    current = [];
  }
  if (current.length > 0) sentences.push(current);
  return sentences.filter((sentence) => sentence.some((token) => token.type !== 'mark'));
}

/** Where the sentences of a block stand in the text that the block is of. */
export function sentenceSpans({ start, text }: Pick<Block, 'start' | 'text'>): Span[] {
  return splitSentences(text, tokenize(text)).map((tokens) => ({
    start: start + (tokens[0]?.start ?? 0),
    end: start + (tokens.at(-1)?.end ?? 0),
  }));
}

function isEnd(text: string, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (token.type === 'word') return text.charCodeAt(token.end - 1) === STOP && endsInAbbreviation(text, tokens, i, i);
  if (token.type !== 'mark') return false;
  const mark = text.charAt(token.start);
  if (mark === '…' || token.text.length > 1) return tokens[i + 1]?.capital ?? true;
  if (mark === '!' || mark === '?') return true;
  if (mark !== '.') return false;
  const before = tokens[i - 1];
  if (before?.type !== 'word' || before.end !== token.start) return true;
  return endsInAbbreviation(text, tokens, i - 1, i);
}

/** Closing quotes and brackets belong to the sentence they end. */
function isTrailing(text: string, next: Token | undefined, last: Token | undefined): boolean {
  if (!next || !last || next.type !== 'mark' || next.start !== last.end) return false;
  if (/[.!?…)\]”’»]/.test(text.charAt(next.start))) return true;
  return /["'“]/.test(text.charAt(next.start)) && next.quote >= 0 && next.quote === last.quote;
}

/** A quotation that ends in a full stop goes on where a lower-case word follows ("Stop." he said). */
function endsHere(text: string, tokens: readonly Token[], i: number): boolean {
  const last = tokens[i];
  const next = tokens[i + 1];
  if (!last || !next) return true;
  if (next.start === last.end && next.type !== 'mark') return false;
  if (last.quote >= 0 && next.quote === last.quote) return false;
  if (last.quote >= 0 && next.type === 'word' && !next.capital) return false;
  return !/^[,;]/.test(text.slice(next.start));
}
