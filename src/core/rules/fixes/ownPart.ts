import type { Sentence } from '../../language/analyse';
import type { Clause } from '../../language/clauses';
import { pastOf } from '../../language/lexicon';
import type { Tagged } from '../../language/tag';
import type { StorySentence } from '../../story/story';
import { tabStop } from '../../text/snippet';
import type { Edit } from '../../types';
import type { RuleFix } from '../rule';
import { NEVER_ALONE } from '../shared/mutual';
import { beforeStop, behindMarks } from './marks';
import { NOUN_PHRASE, replaceSentence } from './sentence';

/** Particles, which stay with their verb wherever its object stands: "I shut the line down". */
const PARTICLES = new Set('up out down off away back together'.split(' '));
/** Never prepositions themselves, but for "out of". */
const ADVERBIAL = new Set(['out', 'away', 'back', 'together']);
/** Prepositions that a passive leaves behind without their noun: "was looked after", "was worked on". */
const STRANDED = new Set('in on over through after at into for with to of about around from upon against'.split(' '));
/** What may follow a word that belongs to the verb before it; but "based on what Ana said". */
const CLOSING = new Set<Tagged['tag']>(['mark', 'conjunction', 'preposition', 'subordinator', 'to']);
const RELATIVE = new Set('what who whom which whether where how why that'.split(' '));
/** Prepositions that stand behind another one: "for up to three weeks", "from behind the desk". */
const SECOND = new Set('up about around over under among between within across behind below above'.split(' '));
const VERBAL = new Set<Tagged['tag']>(['verb', 'be', 'have', 'do', 'modal']);

/** What nobody does. */
const STATES = new Set(['need', 'require']);

/** Fixes that put somebody in front of what was done: in the passive clauses given, or behind a blurred act. */
export function ownPartFixes(at: StorySentence, hidden: readonly Clause[], blurred: boolean): RuleFix[] {
  const fixes: RuleFix[] = [];
  const last = hidden.at(-1);
  if (last) fixes.push(...activeFix(at, hidden), byWhomFix(at, last));
  if (blurred || hidden.length !== 1) fixes.push(detailFix(at));
  const deed = `I ${tabStop(1, '[decided, built or wrote what]')}, so that ${tabStop(2, '[what came of it]')}`;
  fixes.push(replaceSentence(at, 'Replace with what you did yourself', deed));
  return fixes;
}

/** "The app was redesigned." → "I redesigned the app." */
function activeFix({ sentence }: StorySentence, hidden: readonly Clause[]): RuleFix[] {
  const edits = hidden.flatMap((clause) => toActive(sentence, clause) ?? []);
  return edits.length < hidden.length ? [] : [{ title: 'I did this: say "I"', edits }];
}

function toActive(sentence: Sentence, { subject, groupStart, verb, lemma }: Clause): Edit | undefined {
  const { tokens } = sentence;
  const first = tokens[subject.first];
  const last = tokens[subject.last];
  const main = tokens[verb];
  if (!first || !last || !main || first.text === 'that' || subject.first > subject.last) return undefined;
  if (isJoined(tokens, subject.first)) return undefined;
  if (tokens.slice(verb + 1, endOfVerb(tokens, verb) + 1).some(({ text }) => STRANDED.has(text))) return undefined;
  const past = pastOf(lemma);
  if (!past || NEVER_ALONE.has(lemma) || STATES.has(lemma)) return undefined;
  const adverbs = tokens.slice(groupStart, verb).filter(({ tag }) => tag === 'adverb');
  const act = ['I', ...adverbs.map(({ text }) => text), past].join(' ');
  const written = sentence.text.slice(first.start, first.end);
  const keepsCapital = first.tag === 'name' || !first.capital || first.text === 'i' || /\p{Lu}/u.test(written.slice(1));
  const phrase = sentence.text.slice(first.start, last.end);
  const object =
    first.text === 'it' ? '' : ` ${keepsCapital ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1)}`;
  return { start: first.start, end: main.end, text: `${act}${object}` };
}

/** Whether a subject is not all that its verb speaks of: "the schema and then the tests", "the schema, the API, and the tests". */
function isJoined(tokens: readonly Tagged[], first: number): boolean {
  let at = first - 1;
  while (tokens[at]?.tag === 'adverb' || tokens[at]?.tag === 'conjunction') at--;
  const before = tokens[at];
  if (!before) return false;
  if (tokens.slice(at + 1, first).every(({ tag }) => tag === 'adverb')) return before.tag !== 'mark';
  if (before.tag !== 'mark') return NOUN_PHRASE.has(before.tag);
  const from = tokens.slice(0, at).findLastIndex(({ tag }) => tag === 'mark' || tag === 'conjunction');
  return !tokens.slice(from + 1, at).some(({ tag }) => VERBAL.has(tag));
}

/** Asks once: who is named behind the last of several acts stands for all of them. */
function byWhomFix(at: StorySentence, { verb }: Clause): RuleFix {
  const { tokens } = at.sentence;
  const end = behindMarks(at, tokens[endOfVerb(tokens, verb)]?.end);
  const text = ` by ${tabStop(1, '[whom: me, or a name or role]')}`;
  return { title: 'Say by whom', edits: [{ start: end, end, text }], snippet: true };
}

/** The last of the words that belong to a verb: "was set up by …", "was taken care of by …", but "was sorted by … in four stacks". */
function endOfVerb(tokens: readonly Tagged[], verb: number): number {
  let end = tokens[verb + 1]?.tag === 'noun' && isStranded(tokens, verb + 2) ? verb + 2 : verb;
  while (isParticle(tokens, end + 1) || isStranded(tokens, end + 1)) end++;
  return end;
}

function isParticle(tokens: readonly Tagged[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  if (!PARTICLES.has(text) || tokens[at + 1]?.text === 'of') return false;
  return ADVERBIAL.has(text) || hasNoNoun(behindAdverbs(tokens, at));
}

function isStranded(tokens: readonly Tagged[], at: number): boolean {
  const behind = behindAdverbs(tokens, at);
  return STRANDED.has(tokens[at]?.text ?? '') && !SECOND.has(behind?.text ?? '') && hasNoNoun(behind);
}

const hasNoNoun = (behind: Tagged | undefined): boolean =>
  !behind || STRANDED.has(behind.text) || (CLOSING.has(behind.tag) && !RELATIVE.has(behind.text));

/** "In May" is read as an adverb, too. */
const behindAdverbs = (tokens: readonly Tagged[], at: number): Tagged | undefined =>
  tokens.slice(at + 1).find(({ tag, text }) => tag !== 'adverb' || STRANDED.has(text) || SECOND.has(text));

function detailFix(at: StorySentence): RuleFix {
  const end = beforeStop(at);
  const text = `: I ${tabStop(1, '[decided, built or wrote what]')}`;
  return { title: 'Say what you did yourself', edits: [{ start: end, end, text }], snippet: true };
}
