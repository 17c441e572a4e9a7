import type { Clause } from '../../language/clauses';
import { pastOf } from '../../language/lexicon';
import type { Tagged } from '../../language/tag';
import type { StorySentence } from '../../story/story';
import { tabStop } from '../../text/snippet';
import type { RuleFix } from '../rule';
import { wholeSentence } from '../shared/scored';
import { replaceSentence } from './sentence';

const PARTICLES = new Set('up out in down over off away back on through together'.split(' '));

/** What takes two. */
const SHARED = new Set(['agree', 'discuss', 'debate']);

const NOUN_PHRASE = new Set<Tagged['tag']>(['determiner', 'noun', 'name', 'number', 'pronoun', 'adjective', 'quote']);

/** Fixes that put somebody in front of what was done: in the passive clauses given, or behind a blurred act. */
export function ownPartFixes(at: StorySentence, hidden: readonly Clause[], blurred: boolean): RuleFix[] {
  const fixes: RuleFix[] = [];
  const [only] = hidden;
  if (only && hidden.length === 1) fixes.push(...activeFix(at, only));
  if (hidden.length > 0) fixes.push(byWhomFix(at, hidden));
  if (blurred || hidden.length === 0) fixes.push(detailFix(at));
  const deed = `I ${tabStop(1, '[decided, built or wrote what]')}, so that ${tabStop(2, '[what came of it]')}`;
  fixes.push(replaceSentence(at, 'Replace with what you did yourself', deed));
  return fixes;
}

/** "The app was redesigned." → "I redesigned the app." */
function activeFix({ sentence }: StorySentence, { subject, groupStart, verb, lemma }: Clause): RuleFix[] {
  const { tokens } = sentence;
  const first = tokens[subject.first];
  const last = tokens[subject.last];
  const main = tokens[verb];
  const next = tokens[groupStart];
  const opens = subject.first === 0 || tokens[subject.first - 1]?.tag === 'mark';
  if (!first || !last || !main || !next || !opens || subject.first > subject.last) return [];
  const past = pastOf(lemma);
  // "It was agreed": not by one person.
  if (!past || SHARED.has(lemma)) return [];
  const adverbs = tokens.slice(groupStart, verb).filter(({ tag }) => tag === 'adverb');
  const act = ['I', ...adverbs.map(({ text }) => text), past].join(' ');
  const written = sentence.text.slice(first.start, first.end);
  const keepsCapital = first.tag === 'name' || !first.capital || first.text === 'i' || /\p{Lu}/u.test(written.slice(1));
  const phrase = sentence.text.slice(first.start, last.end);
  const object =
    first.text === 'it' ? '' : ` ${keepsCapital ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1)}`;
  return [{ title: 'I did this: say "I"', edits: [{ start: first.start, end: main.end, text: `${act}${object}` }] }];
}

function byWhomFix({ sentence }: StorySentence, hidden: readonly Clause[]): RuleFix {
  const edits = hidden.map(({ verb }, i) => {
    const particle = sentence.tokens[verb + 1];
    const behind = sentence.tokens[verb + 2]?.tag ?? 'mark';
    // "was set up by …", but "was sorted by … in four stacks".
    const belongs = particle && PARTICLES.has(particle.text) && !NOUN_PHRASE.has(behind);
    const end = (belongs ? particle : sentence.tokens[verb])?.end ?? sentence.end;
    return { start: end, end, text: ` by ${tabStop(i + 1, '[whom: me, or a name or role]')}` };
  });
  return { title: 'Say by whom', edits, snippet: true };
}

function detailFix(at: StorySentence): RuleFix {
  const { end } = wholeSentence(at);
  const text = `: I ${tabStop(1, '[decided, built or wrote what]')}`;
  return { title: 'Say what you did yourself', edits: [{ start: end, end, text }], snippet: true };
}
