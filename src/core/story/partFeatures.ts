import type { Sentence } from '../language/analyse';
import { hasMeasure } from '../language/measures';
import { PARTS } from '../types';
import { isAct, isAdvice, isAphorism, JOBS, narratorActs, regrets, tellsHabit } from './jobs';
import { type AnalysedSentence, perStory, type StorySentence } from './story';

/**
 * What tells of the job that a sentence does in its story: `e:` the evidence of any rule, `j:` and `g:` what phrases and grammar
 * say, `a:` who acts, `w:` a few small words; and what its place tells besides.
 */
export function partFeatures(at: StorySentence): ReadonlySet<string> {
  return new Set([...ownFeatures(at), ...placeFeatures(at)]);
}

/** What tells of it wherever the sentence stands. */
export function ownFeatures({
  sentence,
  evidence: all,
  jobs,
}: Pick<AnalysedSentence, 'sentence' | 'evidence' | 'jobs'>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [rule, evidence] of all) for (const name of evidence.keys()) found.add(`e:${rule}/${name}`);
  for (const name of PARTS) found.add(`j:${name} ${levelOf(jobs[name])}`);
  for (const clause of sentence.clauses) {
    const { actor, tense, unreal, negated, voice } = clause;
    found.add(`a:${actor}`).add(`a:${actor} ${tense}`);
    if (unreal) found.add(`a:${actor} unreal`);
    if (negated) found.add(`a:${actor} not`);
    if (isAct(clause)) found.add(`a:${actor} act`);
    if (voice === 'passive') found.add(`a:${actor} passive`);
  }
  found.add(`g:past ${isPast(sentence)}`);
  if (tellsHabit(sentence)) found.add('g:habit');
  if (isAdvice(sentence)) found.add('g:advice');
  if (isAphorism(sentence)) found.add('g:aphorism');
  if (regrets(sentence)) found.add('g:regret');
  if (narratorActs(sentence)) found.add('g:iacts');
  if (hasMeasure(sentence)) found.add('g:measure');
  if (sentence.words < SHORT) found.add('g:short');
  for (const { tag, text } of sentence.tokens) if (tag !== 'quote' && TELLING.has(text)) found.add(`w:${text}`);
  return found;
}

/** Small words that tell what is so since, or whose something is. */
const TELLING = new Set(
  'now since today always never every each first before any more again longer still next mine my me until so'.split(
    ' ',
  ),
);

/**
 * What the place of a sentence tells: `pl:` where in its story it stands, `b:` where in its paragraph, and whether the narrator has
 * acted before, `c:` some of what tells of it anywhere together with the place, `st:` what the story as a whole tells.
 */
export function placeFeatures(at: StorySentence): ReadonlySet<string> {
  const found = new Set<string>();
  const { sentence, story, marked, part, index } = at;
  const count = story.sentences.length;
  const progress = (index + 0.5) / count;
  const third = marked ? part : progress < 0.3 ? 'early' : progress < 0.7 ? 'mid' : 'late';
  found.add(`pl:${marked ? `own ${part}` : `bin ${BINS.filter((from) => progress >= from).length}`}`);
  found.add(`pl:late ${progress > 0.7}`);
  if (index < 2) found.add('pl:first2');
  if (index === 0) found.add('pl:first');
  if (index === count - 1) found.add('pl:last');
  if (count - index <= 3) found.add('pl:last3');
  if (marked)
    for (const name of PARTS)
      if (!story.marks.some((mark) => mark.part === name)) found.add(`pl:nomark ${name} in ${part}`);
  tellPassage(at, found);
  if (staysOpen(story)) found.add('st:open');
  for (const name of at.evidence.get(JOBS)?.keys() ?? []) found.add(`c:${name} ${third}`);
  for (const clause of sentence.clauses) found.add(`c:${clause.actor} ${isAct(clause) ? 'act' : 'state'} ${third}`);
  if (hasMeasure(sentence)) found.add(`c:measure ${third}`);
  if (!isPast(sentence)) found.add(`g:nopast ${marked ? part : progress > 0.6 ? 'late' : 'early'}`);
  return found;
}

const BINS = [0.15, 0.35, 0.6, 0.8];
const SHORT = 4;

/** Which sentence of a story is the first in which the narrator acts. */
const firstAct = perStory(({ sentences }) => sentences.findIndex(({ sentence }) => narratorActs(sentence)));

function tellPassage({ story, index, passage }: StorySentence, found: Set<string>): void {
  const { sentences } = story;
  const opens = sentences[index - 1]?.passage !== passage;
  const closes = sentences[index + 1]?.passage !== passage;
  const first = sentences[0];
  if (opens) found.add('b:opens');
  if (closes) found.add('b:closes');
  if (opens && closes) found.add('b:alone');
  if (passage === first?.passage) found.add('b:first').add(`b:first alone ${opens && closes}`);
  if (passage === sentences.at(-1)?.passage) found.add('b:last');
  const act = firstAct(story);
  const acted = act >= 0 && act < index;
  found.add(`b:acted ${acted}`);
  if (!acted && index < EARLY) found.add('b:early unacted');
}

const EARLY = 4;
/** Evidence that something has not ended yet, and how far from the end it tells that of the story, in sentences. */
const OPEN = ['unfinished', 'underway', 'yet to come'];
const END = 4;

/** Whether what the story is about has not ended when it is told. */
const staysOpen = perStory(({ sentences }) =>
  sentences.slice(-END).some(({ part, evidence }) => {
    const found = evidence.get(JOBS);
    return part !== 'learning' && found !== undefined && OPEN.some((name) => found.has(name));
  }),
);

const isPast = ({ clauses }: Sentence): boolean =>
  clauses.some(({ unreal, tense }) => !unreal && (tense === 'past' || tense === 'perfect'));

const levelOf = (score: number): string =>
  score <= -1 ? 'against' : score < 1 ? '0' : score < 2 ? '1' : score < 3 ? '2' : '3';
