import { hasMeasure } from '../language/measures';
import { PARTS } from '../types';
import { isAct, isAdvice, isAphorism, JOBS, narratorActs, regrets, tellsHabit } from './jobs';
import { perSentence, type StorySentence } from './story';

/**
 * What tells of the job that a sentence does in its story: `pl:` where it stands, `e:` the evidence of any rule, `j:` and `g:` what
 * phrases and grammar say, `a:` who acts, `c:` some of this together with the place, `b:` where in its paragraph, and whether the
 * narrator has acted before.
 */
export function partFeatures(at: StorySentence): ReadonlySet<string> {
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
  for (const [rule, evidence] of at.evidence) {
    for (const name of evidence.keys()) {
      found.add(`e:${rule}/${name}`);
      if (rule === JOBS) found.add(`c:${name} ${third}`);
    }
  }
  for (const name of PARTS) found.add(`j:${name} ${levelOf(at.jobs[name])}`);
  tellPassage(at, found);
  tellClauses(at, third, found);
  if (tellsHabit(sentence)) found.add('g:habit');
  if (isAdvice(sentence)) found.add('g:advice');
  if (isAphorism(sentence)) found.add('g:aphorism');
  if (regrets(sentence)) found.add('g:regret');
  if (narratorActs(sentence)) found.add('g:iacts');
  if (hasMeasure(sentence)) found.add('g:measure').add(`c:measure ${third}`);
  if (sentence.words < SHORT) found.add('g:short');
  return found;
}

const BINS = [0.15, 0.35, 0.6, 0.8];
const SHORT = 4;

/** Which sentence of a story is the first in which the narrator acts; asked of the first one. */
const firstAct = perSentence(({ story }) => story.sentences.findIndex(({ sentence }) => narratorActs(sentence)));

function tellPassage({ story: { sentences }, index, passage }: StorySentence, found: Set<string>): void {
  const opens = sentences[index - 1]?.passage !== passage;
  const closes = sentences[index + 1]?.passage !== passage;
  const first = sentences[0];
  if (opens) found.add('b:opens');
  if (closes) found.add('b:closes');
  if (opens && closes) found.add('b:alone');
  if (passage === first?.passage) found.add('b:first').add(`b:first alone ${opens && closes}`);
  if (passage === sentences.at(-1)?.passage) found.add('b:last');
  const act = first ? firstAct(first) : -1;
  const acted = act >= 0 && act < index;
  found.add(`b:acted ${acted}`);
  if (!acted && index < EARLY) found.add('b:early unacted');
}

const EARLY = 4;

function tellClauses({ sentence, marked, part, story, index }: StorySentence, third: string, found: Set<string>): void {
  let past = false;
  for (const clause of sentence.clauses) {
    const { actor, tense, unreal, negated, voice } = clause;
    const acts = isAct(clause);
    found.add(`a:${actor}`).add(`a:${actor} ${tense}`);
    if (unreal) found.add(`a:${actor} unreal`);
    if (negated) found.add(`a:${actor} not`);
    if (acts) found.add(`a:${actor} act`);
    if (voice === 'passive') found.add(`a:${actor} passive`);
    found.add(`c:${actor} ${acts ? 'act' : 'state'} ${third}`);
    past ||= !unreal && (tense === 'past' || tense === 'perfect');
  }
  found.add(`g:past ${past}`);
  const half = (index + 0.5) / story.sentences.length > 0.6 ? 'late' : 'early';
  if (!past) found.add(`g:nopast ${marked ? part : half}`);
}

const levelOf = (score: number): string =>
  score <= -1 ? 'against' : score < 1 ? '0' : score < 2 ? '1' : score < 3 ? '2' : '3';
