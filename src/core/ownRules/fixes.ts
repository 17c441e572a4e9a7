import type { OwnRule } from '../config/settings';
import type { Sentence } from '../language/analyse';
import { holdsMarkup } from '../rules/fixes/sentence';
import type { RuleFix } from '../rules/rule';
import type { StorySentence } from '../story/story';
import { capital } from '../text/capital';
import { escapeSnippet, tabStop } from '../text/snippet';
import type { Span } from '../text/span';
import { leaveAllOut } from './leaveOut';

/** What only the writer knows: `[what was gained]`. */
const PLACEHOLDER = /\[[^[\]]+\]/g;

/** The fixes that the user has thought of, for all that a rule objects to in a sentence at once. */
export function ownFixes({ fix = [] }: OwnRule, { sentence }: StorySentence, spans: readonly Span[]): RuleFix[] {
  if (spans.some((span) => !isOnePiece(sentence, span))) return [];
  return fix.flatMap((text): RuleFix[] => {
    if (text === '') return leaveAllOut(sentence, spans);
    const snippet = text.search(PLACEHOLDER) >= 0;
    let stops = 0;
    const edits = spans.map((span) => {
      const words = opens(sentence, span) ? capital(text) : text;
      return { ...span, text: snippet ? toSnippet(words, () => ++stops) : words };
    });
    return [{ title: `Say “${text}” instead`, edits, snippet }];
  });
}

/** Whether nothing but plain words stands in a stretch: no emphasis begins or ends within, nobody else is quoted. */
function isOnePiece({ text, tokens }: Sentence, { start, end }: Span): boolean {
  const quoted = tokens.some((token) => token.tag === 'quote' && token.start >= start && token.end <= end);
  return !quoted && !holdsMarkup(text.slice(start, end));
}

function opens({ text }: Sentence, { start }: Span): boolean {
  const before = text.slice(0, start);
  const first = text.charAt(start);
  return !/[\p{L}\p{N}]/u.test(before) && first !== first.toLowerCase();
}

function toSnippet(text: string, nextStop: () => number): string {
  let at = 0;
  let snippet = '';
  for (const { index, 0: prompt } of text.matchAll(PLACEHOLDER)) {
    snippet += escapeSnippet(text.slice(at, index)) + tabStop(nextStop(), prompt);
    at = index + prompt.length;
  }
  return snippet + escapeSnippet(text.slice(at));
}
