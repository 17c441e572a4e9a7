import { endsInAbbreviation, isAbbreviation, TITLES } from '../language/abbreviations';
import { isInitial } from '../language/initials';
import type { Token } from '../language/tokens';
import type { RuleFix } from '../rules/rule';
import { capital } from '../text/capital';
import { endRunStart } from '../text/endRun';
import { escapeSnippet, tabStop } from '../text/snippet';
import type { Span } from '../text/span';
import { ARTICLE, inTitle } from './inTitle';
import { plural } from './plural';
import type { Surroundings } from './surroundings';
import type { TermMatch } from './termFinder';

// Without "her" and "that": "I told her Acme was late", "I knew that Acme was late".
const DETERMINER = /(?<![\p{L}\p{N}])(the|an?|my|our|your|his|its|their|this)( ["“‘']?[*_]{0,3})$/iu;
/** A title and initials before a name. Countries are no initials. */
const NAME_START = new RegExp(
  String.raw`(?<![\p{L}\p{N}]|\p{L}\.)(?:(?:${TITLES.flatMap((title) => [title, capital(title)]).join('|')})\.?[\s>]{1,4}[*_]{0,3})?(?!(?:U\.[KNS]|E\.U)\.)(?:\p{Lu}\.[\s>-]{0,4}[*_]{0,3}){0,4}$`,
  'u',
);
const STARTS_WITH_INITIAL = /^\p{Lu}\./u;
const IS_COMPANY = /^[\p{Lu}\p{N}&]+$|\b(?:AG|Bank|Bros|Co|Corp|GmbH|Group|Inc|Labs?|LLC|Ltd|Plc)\b/u;
const LONGEST_NAME_START = 40;
const QUOTED_SENTENCE = /[,:]\s+["“„«'‘][*_]{0,3}$/u;
const SENTENCE_BEFORE = /[.!?…]\s+[*_]{0,3}$/u;
/** The last word of a sentence, its end and the marks that the next one begins with. */
const LONGEST_SENTENCE_START = 60;
const LONGEST_ADDRESS = 200;
/** Whatever else a stand-in holds may mean something in YAML. */
const SAFE_IN_YAML = /^[\p{L}\p{N}][\p{L}\p{N} -]*$/u;

/** Puts the stand-in where a term stands; a place for one where the user has named none. */
export function swapTerm(match: TermMatch, surroundings: Surroundings): RuleFix[] {
  const { say } = match.term;
  const inYaml = match.start < surroundings.body;
  const name = wholeName(match, surroundings);
  if (say === undefined) {
    const text = tabStop(1, inYaml ? 'stand-in' : '[stand-in]');
    return [{ title: 'Say something else instead', edits: [{ ...name, text }], snippet: true }];
  }
  if (inYaml && !SAFE_IN_YAML.test(say)) return [];
  const said = match.plural ? plural(say.replace(/^an? /i, '')) : inTitle(say, name, surroundings);
  const edit = phrase(name, said, surroundings);
  if (!match.plural) return [{ title: `Say “${say}” instead`, edits: [edit] }];
  // Only the writer knows the plural of every phrase.
  const text = `\${1:${escapeSnippet(edit.text)}}`;
  return [{ title: `Say “${say}” instead`, edits: [{ ...edit, text }], snippet: true }];
}

/**
 * A term with what belongs to it: a title and initials before a name, and the full stop of an abbreviation that it ends in, unless
 * the sentence ends there, too.
 */
export function wholeName({ term, start, end }: TermMatch, surroundings: Surroundings): Span {
  const { text } = surroundings;
  const sentence = surroundings.sentenceAround(start);
  const prefix = /^\p{Lu}/u.test(term.term) ? namePrefix(term.term, start, surroundings) : '';
  const last = text.slice(endRunStart(text, /[\p{L}\p{N}]/u, end), end);
  const goesOn = /^\.(?![\p{L}\p{N}]).*[\p{L}\p{N}]/su.test(text.slice(end, sentence.end));
  const hasOwnStop = goesOn && isAbbreviation(last.toLowerCase());
  return { start: Math.max(start - prefix.length, Math.min(start, sentence.start)), end: hasOwnStop ? end + 1 : end };
}

/** The title and the initials right before a name. */
function namePrefix(name: string, start: number, surroundings: Surroundings): string {
  const [found = ''] = NAME_START.exec(surroundings.text.slice(Math.max(0, start - LONGEST_NAME_START), start)) ?? [];
  if (!STARTS_WITH_INITIAL.test(found)) return found;
  if (IS_COMPANY.test(name)) return '';
  const { text, words, at } = surroundings.wordsAround(start - found.length);
  const isOwn = (word: Token, i: number): boolean =>
    word.type === 'word' && (word.text.length > 1 || isInitial(text, words, i));
  const own = words.slice(at, surroundings.wordsAround(start).at).findIndex((word, i) => isOwn(word, at + i));
  const cut = (words[at + own]?.start ?? 0) - (words[at]?.start ?? 0);
  return own < 0 ? '' : found.slice(cut);
}

/** The stand-in as it has to read in its place: one article, a capital where a sentence begins, an ending of its own. */
function phrase({ start, end }: Span, say: string, surroundings: Surroundings) {
  const { text } = surroundings;
  const [, determiner, gap = ''] = DETERMINER.exec(text.slice(Math.max(0, start - 12), start)) ?? [];
  const bare = determiner ? say.replace(ARTICLE, '') : say;
  let from = start;
  let words = bare;
  if (determiner && /^an?$/i.test(determiner)) {
    from = start - determiner.length - gap.length;
    words = `${determiner.charAt(0)}${/^[aeiou]/i.test(bare) ? 'n' : ''}${gap}${bare}`;
  } else if (!determiner && opens(start, surroundings)) {
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
  if (isInAddress({ start, end }, text)) return { start, end, text: say.replace(/\s+/g, '-') };
  return isOwner ? { start: from, end: end + 1, text: `${words}${ending}s` } : { start: from, end, text: words };
}

/** Whether a span stands in the address of a page or a mailbox, which holds no gaps. */
function isInAddress({ start, end }: Span, text: string): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_ADDRESS), start);
  const own = endRunStart(before, /[^\s<>()]/);
  const isLink = before.slice(0, own).endsWith('](') || /\w:\/\/|\bwww\.|\w@/.test(before.slice(own));
  return isLink || /^[\w.+-]*@\w/.test(text.slice(end, end + LONGEST_ADDRESS));
}

/** Emphasis, quotation marks and brackets that begin or end within a term go on around what takes its place. */
export function keepMarks(source: string, words: string): string {
  const gaps = [...source.matchAll(/[*_`"“”„«»()[\]\s>]+/g)].map(([gap]) => gap).filter((gap) => /\s/.test(gap));
  const closing = gaps.map((gap) => /^[*_`"“”»)\]]*/.exec(gap)?.[0] ?? '').join('');
  const opening = gaps.map((gap) => gap.replace(/^[*_`"“”»)\]]+/, '').replace(/[\s>]+/g, '')).join('');
  return closing === opening ? words : opening + words + closing;
}

/** Whether a sentence, a heading, a labelled part or a value in the front matter begins at an offset. */
function opens(offset: number, surroundings: Surroundings): boolean {
  const { text, body } = surroundings;
  if (offset < body) return /^[\w-]+:\s*["']?$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
  const block = surroundings.blockAt(offset);
  if (!block) return false;
  const labels = surroundings.labelsOf(block);
  const label = labels.findLast(({ end, trailing }) => !trailing && block.start + end <= offset);
  const from = Math.max(surroundings.sentenceAround(offset).start, block.start + (label?.end ?? 0));
  const before = block.text.slice(from - block.start, offset - block.start);
  const nearby = before.slice(-LONGEST_SENTENCE_START);
  if (!/[\p{L}\p{N}]/u.test(before) || QUOTED_SENTENCE.test(nearby)) return true;
  // Sentences within a quotation are not told apart.
  return SENTENCE_BEFORE.test(nearby) && endsBefore(offset, surroundings);
}

/** Whether the full stop in front of an offset ends a sentence, as any other mark does. */
function endsBefore(offset: number, surroundings: Surroundings): boolean {
  const { text, words, at } = surroundings.wordsAround(offset);
  const [word, stop] = [words[at - 2], words[at - 1]];
  if (stop?.type === 'word') return endsInAbbreviation(text, words, at - 1, at - 1);
  return stop?.text !== '.' || word?.type !== 'word' || endsInAbbreviation(text, words, at - 2, at - 1);
}
