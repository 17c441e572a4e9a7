import { sentenceSpans } from '../language/sentences';
import { findLabels } from '../story/labels';
import { findFrontMatter } from '../text/frontMatter';
import { lineStart } from '../text/lineBreaks';
import { type Block, readMarkdown } from '../text/markdown';
import { escapeSnippet, tabStop } from '../text/snippet';
import type { Edit, Finding, Fix } from '../types';
import type { Scope } from './directives';
import { CONFIDENTIAL, FRONT_MATTER, STALE_IGNORE } from './pseudoRules';

const DIRECTIVES: readonly { readonly scope: Scope; readonly name: string; readonly where: string }[] = [
  { scope: 'line', name: 'starl-ignore', where: 'here' },
  { scope: 'part', name: 'starl-ignore-part', where: 'in this part' },
  { scope: 'file', name: 'starl-ignore-file', where: 'in this file' },
];
const WORD = /[\p{L}\p{N}]/u;
const MARKER = /^[ \t]*(?:[-*+]|\d+[.)])?[ \t]*/;

/** Fixes that ignore a finding here, in its part, or in the file. Each leaves a place for the reason. */
export function ignoreFixes(text: string, { rule, start }: Finding): Fix[] {
  if (rule === STALE_IGNORE.id || rule === FRONT_MATTER.id) return [];
  const block = readMarkdown(text, findFrontMatter(text)?.end ?? 0).blocks.findLast(
    (one) => one.start <= start.offset && start.offset <= one.end,
  );
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return DIRECTIVES.flatMap(({ scope, name, where }): Fix[] => {
    // In front matter and code nothing narrower than the file can be ignored.
    if (scope === 'line' && !block && rule === CONFIDENTIAL.id) return [];
    if (scope === 'part' && (!block || block.kind === 'heading')) return [];
    const comment = `<!-- ${escapeSnippet(`${name} ${rule}: `)}${tabStop(1, 'reason')} -->`;
    const edit =
      scope === 'file' || !block ? atTop(text, comment, eol) : before(text, block, start.offset, comment, eol);
    return [{ title: `Ignore ${rule} ${where}`, edits: [edit], snippet: true }];
  });
}

function atTop(text: string, comment: string, eol: string): Edit {
  const top = findFrontMatter(text)?.end ?? 0;
  return { start: top, end: top, text: comment + eol };
}

/**
 * Puts a comment before the sentence in which an offset stands. A comment that starts a line begins a block of HTML in
 * Markdown, so it may stand within a line, at the end of one, or on a line of its own, but not before text.
 */
function before(text: string, block: Block, offset: number, comment: string, eol: string): Edit {
  const sentences = sentenceSpans(block);
  const index = block.kind === 'heading' ? -1 : sentences.findLastIndex(({ start }) => start <= offset);
  const sentence = sentences[index];
  if (sentence) {
    const start = Math.max(sentence.start, labelEnd(block, offset));
    if (WORD.test(text.slice(lineStart(text, start), start).replace(MARKER, '')))
      return { start, end: start, text: `${comment} ` };
    const previous = sentences[index - 1];
    if (previous) return { start: previous.end, end: previous.end, text: ` ${comment}` };
  }
  const line = lineStart(text, block.start);
  // Within a list the comment is indented as an item's text is, so that the list stays one.
  const indent = block.kind === 'item' ? ' '.repeat(MARKER.exec(text.slice(line, block.end))?.[0].length ?? 0) : '';
  return { start: line, end: line, text: indent + comment + eol };
}

/** Where the text behind the last label of a part before an offset begins; the comment has to stand in that part. */
function labelEnd(block: Block, offset: number): number {
  const label = findLabels(block).findLast(({ end, trailing }) => !trailing && block.start + end <= offset);
  if (!label) return 0;
  return block.start + label.end + (/^[\s*_]*/.exec(block.text.slice(label.end))?.[0].length ?? 0);
}
