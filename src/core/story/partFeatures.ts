import type { Sentence } from '../language/analyse';
import { hasMeasure } from '../language/measures';
import { type Feature, partAt } from '../scorer/featureIndex';
import { PARTS, type PartName } from '../types';
import { isAct, isAdvice, isAphorism, isPast, JOB_EVIDENCE, narratorActs, regrets, tellsHabit } from './jobs';
import { MARKED, PLACE, placeIn, whichOfFew, whichStretch } from './place';
import type { AnalysedSentence, SentenceInPart, StorySentence } from './story';

type Kind = 'e' | 'j' | 'a' | 'k' | 'g' | 'w' | 'pl' | 'b' | 'st' | 'c';

/** Is told features one by one, some more than once. */
export type TellFeature = (kind: Kind, first: string, second?: string) => void;

/**
 * What tells of the job that a sentence does in its story, by name, for training: `e:` the evidence of any rule, `j:` and `g:` what
 * phrases and grammar say, `a:` who acts, `k:` how clauses follow each other, `w:` a few small words; and what its place tells besides.
 */
export function partFeatures(at: StorySentence): ReadonlySet<string> {
  const names = new Set<string>();
  const tell: TellFeature = (kind, first, second) => {
    names.add(second === undefined ? `${kind}:${first}` : `${kind}:${first}${markIn(kind)}${second}`);
  };
  tellOwn(at, tell);
  tellPlace(at, placeIn(at), tell);
  return names;
}

/** What the name of a feature is about. */
export function toFeature(name: string): Feature {
  const [kind, rest] = partAt(name, ':');
  const cut = rest.lastIndexOf(markIn(kind));
  return cut < 0 ? [kind, rest, undefined] : [kind, rest.slice(0, cut), rest.slice(cut + 1)];
}

/** What stands between the two words of a feature; the names of evidence hold blanks. */
const markIn = (kind: string): string => (kind === 'e' ? '/' : ' ');

/** What tells of it wherever the sentence stands. */
export function tellOwn(
  { sentence, evidence: all, jobs }: Pick<AnalysedSentence, 'sentence' | 'evidence' | 'jobs'>,
  tell: TellFeature,
): void {
  for (const [rule, evidence] of all) for (const name of evidence.keys()) tell('e', rule, name);
  for (const name of PARTS) tell('j', name, levelOf(jobs[name]));
  for (const clause of sentence.clauses) {
    const { actor, tense, unreal, negated, voice } = clause;
    tell('a', actor);
    tell('a', actor, tense);
    if (unreal) tell('a', actor, 'unreal');
    if (negated) tell('a', actor, 'not');
    if (isAct(clause)) tell('a', actor, 'act');
    if (voice === 'passive') tell('a', actor, 'passive');
  }
  tellClauses(sentence, tell);
  tell('g', 'past', String(isPast(sentence)));
  if (tellsHabit(sentence)) tell('g', 'habit');
  if (isAdvice(sentence)) tell('g', 'advice');
  if (isAphorism(sentence)) tell('g', 'aphorism');
  if (regrets(sentence)) tell('g', 'regret');
  if (narratorActs(sentence)) tell('g', 'iacts');
  if (hasMeasure(sentence)) tell('g', 'measure');
  if (sentence.words < SHORT) tell('g', 'short');
  for (const { tag, text } of sentence.tokens) if (tag !== 'quote' && TELLING.has(text)) tell('w', text);
}

/** A sentence that tells a whole story opens with what was, and closes with what came of it. */
function tellClauses({ clauses }: Sentence, tell: TellFeature): void {
  const [first, last] = [clauses[0], clauses.at(-1)];
  if (first) tell('k', `first ${first.actor} ${isAct(first) ? 'act' : 'state'}`, first.tense);
  if (last) tell('k', `last ${last.actor} ${isAct(last) ? 'act' : 'state'}`, last.unreal ? 'unreal' : last.tense);
  tell('k', 'clauses', String(Math.min(MANY_CLAUSES, clauses.length)));
  for (const { subordinator } of clauses) if (subordinator) tell('k', 'opened by', subordinator);
}

const MANY_CLAUSES = 4;

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
export function tellPlace(at: SentenceInPart, place: number, tell: TellFeature): void {
  const { sentence, marked, part } = at;
  const has = (what: number): boolean => (place & what) !== 0;
  const third = marked ? part : has(PLACE.early) ? 'early' : has(PLACE.beforeLate) ? 'mid' : 'late';
  tell('pl', ...whichStretch(at, place));
  tell('pl', 'late', String(has(PLACE.late)));
  if (has(PLACE.firstTwo)) tell('pl', 'first2');
  if (has(PLACE.first)) tell('pl', 'first');
  if (has(PLACE.last)) tell('pl', 'last');
  if (has(PLACE.lastThree)) tell('pl', 'last3');
  if (marked) for (const name of PARTS) if (!has(MARKED[name])) tell('pl', NOT_MARKED[name], part);
  tellPassage(has, tell);
  if (has(PLACE.staysOpen)) tell('st', 'open');
  const [length, index] = whichOfFew(place);
  tell('st', 'length', String(length));
  if (index !== undefined) tell('pl', `of few ${length}`, String(index));
  for (const name of at.evidence.get(JOB_EVIDENCE)?.keys() ?? []) tell('c', name, third);
  for (const clause of sentence.clauses)
    tell('c', isAct(clause) ? `${clause.actor} act` : `${clause.actor} state`, third);
  if (hasMeasure(sentence)) tell('c', 'measure', third);
  if (has(PLACE.behindActs) && !(marked && part === 'learning')) tellBehindActs(sentence, tell);
  if (!isPast(sentence)) tell('g', 'nopast', marked ? part : has(PLACE.farOn) ? 'late' : 'early');
}

const NOT_MARKED = {
  situation: 'nomark situation in',
  task: 'nomark task in',
  action: 'nomark action in',
  result: 'nomark result in',
  learning: 'nomark learning in',
} as const satisfies Record<PartName, string>;
const SHORT = 4;

/** What has come of the acts is told behind them, of others and of things. */
function tellBehindActs(sentence: Sentence, tell: TellFeature): void {
  const others = sentence.clauses.some(
    ({ actor, tense, unreal }) =>
      !unreal && tense === 'past' && (actor === 'thing' || actor === 'other' || actor === 'we'),
  );
  tell('b', 'behind', others ? 'others' : 'rest');
  if (hasMeasure(sentence)) tell('b', 'behind', 'measure');
}

function tellPassage(has: (what: number) => boolean, tell: TellFeature): void {
  const opens = has(PLACE.opensPassage);
  const closes = has(PLACE.closesPassage);
  if (opens) tell('b', 'opens');
  if (closes) tell('b', 'closes');
  if (opens && closes) tell('b', 'alone');
  if (has(PLACE.firstPassage)) {
    tell('b', 'first');
    tell('b', 'first alone', String(opens && closes));
  }
  if (has(PLACE.lastPassage)) tell('b', 'last');
  const acted = has(PLACE.acted);
  tell('b', 'acted', String(acted));
  if (!acted && has(PLACE.opening)) tell('b', 'early', 'unacted');
}

const levelOf = (score: number): string =>
  score <= -1 ? 'against' : score < 1 ? '0' : score < 2 ? '1' : score < 3 ? '2' : '3';
