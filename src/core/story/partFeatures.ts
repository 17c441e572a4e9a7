import { hasMeasure } from '../language/measures';
import { type Feature, partAt } from '../scorer/featureIndex';
import { PARTS, type PartName } from '../types';
import { firstAct, lastAct } from './acts';
import { isAct, isAdvice, isAphorism, isPast, JOBS, narratorActs, regrets, tellsHabit } from './jobs';
import { type AnalysedSentence, perStory, type StorySentence } from './story';

type Kind = 'e' | 'j' | 'a' | 'g' | 'w' | 'pl' | 'b' | 'st' | 'c';

/** Is told features one by one, some more than once. */
export type TellFeature = (kind: Kind, first: string, second?: string) => void;

/**
 * What tells of the job that a sentence does in its story, by name, for training: `e:` the evidence of any rule, `j:` and `g:` what
 * phrases and grammar say, `a:` who acts, `w:` a few small words; and what its place tells besides.
 */
export function partFeatures(at: StorySentence): ReadonlySet<string> {
  const names = new Set<string>();
  const tell: TellFeature = (kind, first, second) => {
    names.add(second === undefined ? `${kind}:${first}` : `${kind}:${first}${markIn(kind)}${second}`);
  };
  tellOwn(at, tell);
  tellPlace(at, tell);
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

/** Small words that tell what is so since, or whose something is. */
const TELLING = new Set(
  'now since today always never every each first before any more again longer still next mine my me until so'.split(
    ' ',
  ),
);

const BINS = [0.15, 0.35, 0.6, 0.8];

/** How far into its story the middle of a sentence is, 0 to 1. */
const progressOf = ({ index, story }: StorySentence): number => (index + 0.5) / story.sentences.length;

/** Where a sentence stands: below the mark of its part, or in which stretch of its story. */
export function placeOf(at: StorySentence): readonly [kind: 'own' | 'bin', which: string] {
  return at.marked ? ['own', at.part] : ['bin', String(BINS.filter((from) => progressOf(at) >= from).length)];
}

/**
 * What the place of a sentence tells: `pl:` where in its story it stands, `b:` where in its paragraph, and whether the narrator has
 * acted before, `c:` some of what tells of it anywhere together with the place, `st:` what the story as a whole tells.
 */
export function tellPlace(at: StorySentence, tell: TellFeature): void {
  const { sentence, story, marked, part, index } = at;
  const count = story.sentences.length;
  const progress = progressOf(at);
  const third = marked ? part : progress < 0.3 ? 'early' : progress < 0.7 ? 'mid' : 'late';
  tell('pl', ...placeOf(at));
  tell('pl', 'late', String(progress > 0.7));
  if (index < 2) tell('pl', 'first2');
  if (index === 0) tell('pl', 'first');
  if (index === count - 1) tell('pl', 'last');
  if (count - index <= 3) tell('pl', 'last3');
  if (marked)
    for (const name of PARTS) if (!story.marks.some((mark) => mark.part === name)) tell('pl', NOT_MARKED[name], part);
  tellPassage(at, tell);
  if (staysOpen(story)) tell('st', 'open');
  for (const name of at.evidence.get(JOBS)?.keys() ?? []) tell('c', name, third);
  for (const clause of sentence.clauses)
    tell('c', isAct(clause) ? `${clause.actor} act` : `${clause.actor} state`, third);
  if (hasMeasure(sentence)) tell('c', 'measure', third);
  tellBehindActs(at, tell);
  if (!isPast(sentence)) tell('g', 'nopast', marked ? part : progress > 0.6 ? 'late' : 'early');
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
function tellBehindActs({ sentence, story, index, marked, part }: StorySentence, tell: TellFeature): void {
  const last = lastAct(story);
  if (last < 0 || index <= last || (marked && part === 'learning')) return;
  const others = sentence.clauses.some(
    ({ actor, tense, unreal }) =>
      !unreal && tense === 'past' && (actor === 'thing' || actor === 'other' || actor === 'we'),
  );
  tell('b', 'behind', others ? 'others' : 'rest');
  if (hasMeasure(sentence)) tell('b', 'behind', 'measure');
}

function tellPassage({ story, index, passage }: StorySentence, tell: TellFeature): void {
  const { sentences } = story;
  const opens = sentences[index - 1]?.passage !== passage;
  const closes = sentences[index + 1]?.passage !== passage;
  const first = sentences[0];
  if (opens) tell('b', 'opens');
  if (closes) tell('b', 'closes');
  if (opens && closes) tell('b', 'alone');
  if (passage === first?.passage) {
    tell('b', 'first');
    tell('b', 'first alone', String(opens && closes));
  }
  if (passage === sentences.at(-1)?.passage) tell('b', 'last');
  const act = firstAct(story);
  const acted = act >= 0 && act < index;
  tell('b', 'acted', String(acted));
  if (!acted && index < EARLY) tell('b', 'early', 'unacted');
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

const levelOf = (score: number): string =>
  score <= -1 ? 'against' : score < 1 ? '0' : score < 2 ? '1' : score < 3 ? '2' : '3';
