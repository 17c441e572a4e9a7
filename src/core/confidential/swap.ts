import { sentenceSpans } from '../language/sentences';
import type { RuleFix } from '../rules/rule';
import { findLabels } from '../story/labels';
import { capital } from '../text/capital';
import { endRunStart } from '../text/endRun';
import type { Block } from '../text/markdown';
import { escapeSnippet, tabStop } from '../text/snippet';
import { plural } from './plural';
import type { TermMatch } from './termFinder';

/** The document in which terms are swapped. */
export interface Surroundings {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Where the front matter ends. */
  readonly body: number;
}

const ARTICLE = /^(?:the|an?) /i;
// Without "her" and "that": "I told her Acme was late", "I knew that Acme was late".
const DETERMINER = /(?<![\p{L}\p{N}])(the|an?|my|our|your|his|its|their|this)( [*_]{0,3})$/iu;
const LONGEST_ADDRESS = 200;
/** Whatever else a stand-in holds may mean something in YAML. */
const SAFE_IN_YAML = /^[\p{L}\p{N}][\p{L}\p{N} -]*$/u;

/** Puts the stand-in where a term stands; a place for one where the user has named none. */
export function swapTerm(match: TermMatch, surroundings: Surroundings): RuleFix[] {
  const { say } = match.term;
  const inYaml = match.start < surroundings.body;
  if (say === undefined) {
    const text = tabStop(1, inYaml ? 'stand-in' : '[stand-in]');
    return [
      { title: 'Say something else instead', edits: [{ start: match.start, end: match.end, text }], snippet: true },
    ];
  }
  if (inYaml && !SAFE_IN_YAML.test(say)) return [];
  const edit = phrase(match, match.plural ? plural(say.replace(/^an? /i, '')) : say, surroundings);
  if (!match.plural) return [{ title: `Say “${say}” instead`, edits: [edit] }];
  // Only the writer knows the plural of every phrase.
  const text = `\${1:${escapeSnippet(edit.text)}}`;
  return [{ title: `Say “${say}” instead`, edits: [{ ...edit, text }], snippet: true }];
}

/** The stand-in as it has to read in its place: one article, a capital where a sentence begins, an ending of its own. */
function phrase({ start, end }: TermMatch, say: string, { text, blocks, body }: Surroundings) {
  const [, determiner, gap = ''] = DETERMINER.exec(text.slice(Math.max(0, start - 12), start)) ?? [];
  const bare = determiner ? say.replace(ARTICLE, '') : say;
  let from = start;
  let words = bare;
  if (determiner && /^an?$/i.test(determiner)) {
    from = start - determiner.length - gap.length;
    words = `${determiner.charAt(0)}${/^[aeiou]/i.test(bare) ? 'n' : ''}${gap}${bare}`;
  } else if (!determiner && opens(start, text, blocks, body)) {
    words = capital(words);
  }
  words = keepMarks(text.slice(start, end), words);
  const [ending = ''] = /^['’](?![\p{L}\p{N}])/u.exec(text.slice(end, end + 2)) ?? [];
  // "ACME'S plan" becomes "the client's plan".
  const [shouted] = /^['’]S(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 3)) ?? [];
  if (shouted && /\p{Ll}[*_`]*$/u.test(words))
    return { start: from, end: end + shouted.length, text: words + shouted.toLowerCase() };
  // "Nexus' plan" becomes "the client's plan".
  const isOwner = ending !== '' && /s$/i.test(text.slice(start, end)) && !/s[*_`]*$/i.test(words);
  if (isInAddress(start, text)) return { start, end, text: say.replace(/\s+/g, '-') };
  return isOwner ? { start: from, end: end + 1, text: `${words}${ending}s` } : { start: from, end, text: words };
}

/** Whether an offset stands in the address of a page or a mailbox, which holds no gaps. */
function isInAddress(offset: number, text: string): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST_ADDRESS), offset);
  const start = endRunStart(before, /[^\s<>()]/);
  return before.slice(0, start).endsWith('](') || /\w:\/\/|\bwww\.|\w@/.test(before.slice(start));
}

/** Emphasis that begins or ends within a term goes on around what takes its place. */
function keepMarks(source: string, words: string): string {
  const gaps = [...source.matchAll(/[*_`\s>]+/g)].map(([gap]) => gap).filter((gap) => /\s/.test(gap));
  const closing = gaps.map((gap) => /^[*_`]*/.exec(gap)?.[0] ?? '').join('');
  const opening = gaps.map((gap) => gap.replace(/^[*_`]+/, '').replace(/[\s>]+/g, '')).join('');
  return closing === opening ? words : opening + words + closing;
}

/** Whether a sentence, a heading, a labelled part or a value in the front matter begins at an offset. */
function opens(offset: number, text: string, blocks: readonly Block[], body: number): boolean {
  if (offset < body) return /^[\w-]+:\s*["']?$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
  const block = blocks.find(({ start, end }) => start <= offset && offset < end);
  if (!block) return false;
  const sentence = sentenceSpans(block).findLast(({ start }) => start <= offset);
  const label = findLabels(block).findLast(({ end, trailing }) => !trailing && block.start + end <= offset);
  const from = Math.max((sentence ?? block).start, block.start + (label?.end ?? 0));
  return !/[\p{L}\p{N}]/u.test(block.text.slice(from - block.start, offset - block.start));
}
