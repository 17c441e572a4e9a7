import { findFrontMatter, openingEnd } from '../text/frontMatter';
import type { Span } from '../text/span';
import { type DocumentKind, KINDS } from '../types';
import type { Objection } from '../yaml/problem';
import { parseYaml } from '../yaml/yamlSyntax';

/** Front matter of ours that nothing closes. */
export interface Unclosed {
  /** What the document is meant to be. */
  readonly starl: DocumentKind | undefined;
  readonly objection: Objection;
}

/** Our keys, as nobody begins a paragraph. */
const OURS = /^(?:starl[ \t]*:|(?:competencies|questions|framings|rules)[ \t]*:[ \t]*(?:[[{#]|$))/m;
const KIND = new RegExp(`^starl[ \\t]*:[ \\t]*(${KINDS.join('|')})[ \\t]*(?:#|$)`, 'm');
const KEY_OR_VALUE = /^(?:[a-z][\w-]*[ \t]*:(?:[ \t]|$)|[ \t]|-[ \t]|-$|[\]}])/;
const FENCE = /^[ \t]+(?:---|\.\.\.)[ \t]*$/;
const BLANK = /^[ \t]*$/;

/**
 * Front matter at the top of a text that names one of our keys and that no line closes. A thematic break there, with
 * ordinary Markdown below it, is none.
 */
export function findUnclosed(text: string): Unclosed | undefined {
  const start = openingEnd(text);
  if (start === undefined || findFrontMatter(text)) return undefined;
  const { end, fence, isClear } = readKeys(text, start);
  const yaml = text.slice(start, end).replace(/\r\n?/g, '\n');
  if (!OURS.test(yaml)) return undefined;
  const starl = KINDS.find((kind) => kind === KIND.exec(yaml)?.[1]);
  if (fence) {
    const indent = /^[ \t]*/.exec(text.slice(fence.start, fence.end))?.[0].length ?? 0;
    const message =
      'A line of dashes that begins with a space closes no front matter, so nothing in it counts. Take the space away.';
    const edits = [{ start: fence.start, end: fence.start + indent, text: '' }];
    const fixes = [{ title: 'Close the front matter here', edits, safe: false }];
    return { starl, objection: { message, start: fence.start + indent, end: fence.end, fixes } };
  }
  const open = text.indexOf('---');
  const message =
    'The front matter that begins here is never closed, so nothing in it counts. Write a line of --- behind its last key.';
  const eol = text.slice(open + 3, start).replace(/^[ \t]+/, '');
  const edits = [{ start: end, end, text: `${eol}---` }];
  const fixes =
    isClear && 'document' in parseYaml(yaml) ? [{ title: 'Close the front matter', edits, safe: false }] : [];
  return { starl, objection: { message, start: open, end: open + 3, fixes } };
}

interface Keys {
  /** Behind the last line of them. */
  readonly end: number;
  /** The line that was meant to close them. */
  readonly fence?: Span;
  /** Whether it is plain to see that the next line is none of them. */
  readonly isClear: boolean;
}

/** Reads lines of keys and values; below a blank line only a key of ours goes on. */
function readKeys(text: string, start: number): Keys {
  let end = start;
  let isBelowBlank = false;
  for (const line of text.slice(start).matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    const [whole, words = ''] = line;
    const at = start + line.index;
    if (whole === '') break;
    if (BLANK.test(words)) {
      if (end === start) return { end, isClear: false };
      isBelowBlank = true;
    } else if (FENCE.test(words)) return { end, fence: { start: at, end: at + words.trimEnd().length }, isClear: true };
    else if (!(isBelowBlank ? OURS : KEY_OR_VALUE).test(words)) {
      const isHeading = /^#/.test(words);
      return { end, isClear: (isBelowBlank || isHeading) && !OURS.test(text.slice(at).replace(/\r\n?/g, '\n')) };
    } else {
      end = at + words.length;
      isBelowBlank = false;
    }
  }
  return { end, isClear: true };
}
