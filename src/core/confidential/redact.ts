import type { ConfidentialTerm } from '../config/settings';
import { findFrontMatter } from '../text/frontMatter';
import { readMarkdown } from '../text/markdown';
import { plainSnippet } from '../text/snippet';
import type { Edit } from '../types';
import { type Surroundings, swapTerm } from './swap';
import { TermFinder, type TermMatch } from './termFinder';

/** Stands for a term for which there is nothing to say instead. No term can match it. */
const BAR = '■■■';

/** Takes confidential terms out of Markdown texts, by the user's own stand-ins where there are any. */
export function createRedactor(terms: readonly ConfidentialTerm[]): (text: string) => string {
  const finder = new TermFinder(terms);
  return (text) => {
    const matches = finder.find(text);
    if (matches.length === 0) return text;
    const body = findFrontMatter(text)?.end ?? 0;
    const surroundings = { text, body, blocks: readMarkdown(text, body).blocks };
    const swapped = apply(
      text,
      matches.map((match) => swap(match, surroundings, finder)),
    );
    // What stands around a stand-in may make a term with it.
    return apply(swapped, finder.find(swapped).map(bar));
  };
}

function swap(match: TermMatch, surroundings: Surroundings, finder: TermFinder): Edit {
  const { say } = match.term;
  const isLeak = say === undefined || finder.find(say).length > 0;
  const [fix] = isLeak ? [] : swapTerm(match, surroundings);
  const [edit] = fix?.edits ?? [];
  return edit ? { ...edit, text: fix?.snippet ? plainSnippet(edit.text) : edit.text } : bar(match);
}

function bar({ start, end }: TermMatch): Edit {
  return { start, end, text: BAR };
}

function apply(text: string, edits: readonly Edit[]): string {
  let at = 0;
  let written = '';
  for (const { start, end, text: replacement } of edits) {
    written += text.slice(at, Math.max(at, start)) + replacement;
    at = end;
  }
  return written + text.slice(at);
}
