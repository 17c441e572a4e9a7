import type { Sentence } from '../../language/analyse';
import type { Clause } from '../../language/clauses';
import { pastOf } from '../../language/lexicon';
import type { Tagged } from '../../language/tag';
import type { StorySentence } from '../../story/story';
import { tabStop } from '../../text/snippet';
import type { Edit } from '../../types';
import type { RuleFix } from '../rule';
import { beforeStop, behindMarks } from './marks';
import { replaceSentence } from './sentence';

const PARTICLES = new Set('up out in down over off away back on through together'.split(' '));

/** What takes two, or nobody. */
const NOT_ONES_OWN = new Set('agree discuss debate need require'.split(' '));

const NOUN_PHRASE = new Set<Tagged['tag']>(['determiner', 'noun', 'name', 'number', 'pronoun', 'adjective', 'quote']);

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
  const next = tokens[groupStart];
  const [far, near] = [tokens[subject.first - 2]?.tag ?? 'mark', tokens[subject.first - 1]?.tag ?? 'mark'];
  // Not the second half of "the schema and the tests".
  const opens = near === 'mark' || (near === 'conjunction' && !NOUN_PHRASE.has(far));
  if (!first || !last || !main || !next || !opens || subject.first > subject.last) return undefined;
  const behind = tokens[verb + 1];
  // "It was looked into", "so that each was probed".
  const stranded =
    behind?.tag === 'preposition' && !PARTICLES.has(behind.text) && !NOUN_PHRASE.has(tokens[verb + 2]?.tag ?? 'mark');
  if (stranded || first.text === 'that') return undefined;
  const past = pastOf(lemma);
  // "It was agreed": not by one person.
  if (!past || NOT_ONES_OWN.has(lemma)) return undefined;
  const adverbs = tokens.slice(groupStart, verb).filter(({ tag }) => tag === 'adverb');
  const act = ['I', ...adverbs.map(({ text }) => text), past].join(' ');
  const written = sentence.text.slice(first.start, first.end);
  const keepsCapital = first.tag === 'name' || !first.capital || first.text === 'i' || /\p{Lu}/u.test(written.slice(1));
  const phrase = sentence.text.slice(first.start, last.end);
  const object =
    first.text === 'it' ? '' : ` ${keepsCapital ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1)}`;
  return { start: first.start, end: main.end, text: `${act}${object}` };
}

/** Asks once: who is named behind the last of several acts stands for all of them. */
function byWhomFix(at: StorySentence, { verb }: Clause): RuleFix {
  const { sentence } = at;
  const particle = sentence.tokens[verb + 1];
  const behind = sentence.tokens[verb + 2]?.tag ?? 'mark';
  // "was set up by …", but "was sorted by … in four stacks".
  const belongs = particle && PARTICLES.has(particle.text) && !NOUN_PHRASE.has(behind);
  const end = behindMarks(at, (belongs ? particle : sentence.tokens[verb])?.end);
  const text = ` by ${tabStop(1, '[whom: me, or a name or role]')}`;
  return { title: 'Say by whom', edits: [{ start: end, end, text }], snippet: true };
}

function detailFix(at: StorySentence): RuleFix {
  const end = beforeStop(at);
  const text = `: I ${tabStop(1, '[decided, built or wrote what]')}`;
  return { title: 'Say what you did yourself', edits: [{ start: end, end, text }], snippet: true };
}
