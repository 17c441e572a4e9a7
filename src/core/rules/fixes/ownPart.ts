import type { Sentence } from '../../language/analyse';
import type { Clause } from '../../language/clauses';
import { pastOf } from '../../language/lexicon';
import type { Tagged } from '../../language/tag';
import type { StorySentence } from '../../story/story';
import { tabStop } from '../../text/snippet';
import type { Edit } from '../../types';
import type { RuleFix } from '../rule';
import { NEVER_ALONE } from '../shared/mutual';
import { addBeforeStop, behindMarks, holdsMarks } from './marks';
import { insertWords, NOUN_PHRASE, replaceSentence } from './sentence';

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

/** What stands in front of a noun phrase and belongs to it: "almost all alerts". */
const QUALIFYING = new Set('almost nearly even only just about around roughly over mostly especially not'.split(' '));

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
function activeFix(at: StorySentence, hidden: readonly Clause[]): RuleFix[] {
  const edits = hidden.map((clause) => toActive(at, clause));
  return edits.some((own) => own.length === 0) ? [] : [{ title: 'I did this: say "I"', edits: edits.flat() }];
}

/** Puts the act before what was done and takes the passive verb away behind it; none where that would not do. */
function toActive(at: StorySentence, clause: Clause): Edit[] {
  const { tokens } = at.sentence;
  const { groupStart, verb, lemma } = clause;
  const first = tokens[clause.subject.first];
  const main = tokens[verb];
  // "dropped" is both.
  const past = main?.text.endsWith('ed') ? main.text : pastOf(lemma);
  const group = tokens.slice(groupStart, verb);
  if (!first || !main || !past || !isMovable(at.sentence, clause)) return [];
  if (!group.every(({ tag }) => tag === 'adverb' || VERBAL.has(tag))) return [];
  const end = endOfObject(tokens, clause);
  const passive = { start: behindMarks(at, end), end: main.end, text: '' };
  if (holdsMarks(at, passive)) return [];
  const adverbs = group.filter(({ tag }) => tag === 'adverb').map(({ text }) => text);
  // "It has been rewritten since": what holds to this day stays so.
  const verbs = /^ha(?:s|ve)$/.test(group[0]?.text ?? '') ? ['have', ...adverbs, main.text] : [...adverbs, past];
  const act = ['I', ...verbs].join(' ');
  const said = OBJECTS[first.text];
  return said === undefined
    ? [...insertWords(at, first, end, `${act} `), passive]
    : [{ start: first.start, end: first.end, text: `${act} ${said}`.trim() }, passive];
}

/** How a pronoun is said where something is done to whom it stands for; "it was decided to stop" loses it. */
const OBJECTS: Readonly<Record<string, string>> = { they: 'them', he: 'him', she: 'her', it: '' };

/** Whether somebody can be put in front of what a passive clause tells, and of nothing else that its subject did or went through. */
function isMovable({ tokens, clauses }: Sentence, clause: Clause): boolean {
  const { subject, groupStart, verb, lemma } = clause;
  const next = clauses[clauses.indexOf(clause) + 1];
  // "In May" may be read as a modal without a verb.
  const goesOn = next?.inherited && tokens[next.groupStart]?.tag !== 'to' && tokens[next.verb]?.tag !== 'modal';
  if (goesOn && next.tense !== 'progressive') return false;
  if (subject.first > subject.last || subject.first > groupStart || tokens[subject.first]?.text === 'that')
    return false;
  const before = tokens[subject.first - 1];
  if (before && (QUALIFYING.has(before.text) || (before.text === '/' && before.end === tokens[subject.first]?.start)))
    return false;
  if (NEVER_ALONE.has(lemma) || STATES.has(lemma) || isJoined(tokens, subject.first)) return false;
  if (tokens.slice(subject.last + 1, groupStart).some(({ tag }) => tag === 'subordinator')) return false;
  return !tokens.slice(verb + 1, endOfVerb(tokens, verb) + 1).some(({ text }) => STRANDED.has(text));
}

/** Where what was done ends, with all that is said of it; without a comma where nothing follows the verb. */
function endOfObject(tokens: readonly Tagged[], { groupStart, verb }: Clause): number {
  const ends = (tokens[verb + 1]?.tag ?? 'mark') === 'mark';
  const last = ends && tokens[groupStart - 1]?.text === ',' ? groupStart - 2 : groupStart - 1;
  return tokens[last]?.end ?? 0;
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

const detailFix = (at: StorySentence): RuleFix =>
  addBeforeStop(at, 'Say what you did yourself', `: I ${tabStop(1, '[decided, built or wrote what]')}`);
