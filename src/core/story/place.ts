import { firstAct, lastAct } from './acts';
import { JOB_EVIDENCE } from './jobs';
import { perSentence, perStory, type SentenceInPart, type Story, type StorySentence } from './story';

/** What the place of a sentence in its story tells of its job; a place is the sum of what is so, with two numbers above them. */
export const PLACE = {
  /** How far into its story the middle of the sentence is. */
  from15: 1 << 0,
  from35: 1 << 1,
  from60: 1 << 2,
  from80: 1 << 3,
  early: 1 << 4,
  beforeLate: 1 << 5,
  late: 1 << 6,
  farOn: 1 << 7,
  first: 1 << 8,
  firstTwo: 1 << 9,
  opening: 1 << 10,
  last: 1 << 11,
  lastThree: 1 << 12,
  opensPassage: 1 << 13,
  closesPassage: 1 << 14,
  firstPassage: 1 << 15,
  lastPassage: 1 << 16,
  /** The narrator has acted before, and acts no more. */
  acted: 1 << 17,
  behindActs: 1 << 18,
  staysOpen: 1 << 19,
} as const;

/** Which parts are marked anywhere in the story. */
export const MARKED = {
  situation: 1 << 20,
  task: 1 << 21,
  action: 1 << 22,
  result: 1 << 23,
  learning: 1 << 24,
} as const satisfies Record<StorySentence['part'], number>;

/** Above those bits stands how long the story is, as the number of a length, and, of the shortest, which sentence it is. */
const LENGTH_AT = 25;
const INDEX_AT = 28;
/** In so few sentences each has a place of its own. */
const FEW = 4;
/** Stories of at most so many sentences are of one length; all others of one more. */
const LENGTHS = [1, 2, FEW, 7];

const OPENING = 4;
const BINS = [PLACE.from15, PLACE.from35, PLACE.from60, PLACE.from80];

/** Where a sentence stands in its story. */
export const placeIn = perSentence(({ story, index, passage }): number => {
  const { sentences } = story;
  const count = sentences.length;
  const progress = (index + 0.5) / count;
  const act = firstAct(story);
  const last = lastAct(story);
  let place = ofStory(story);
  const add = (what: number, isSo: boolean): void => {
    if (isSo) place |= what;
  };
  add(PLACE.from15, progress >= 0.15);
  add(PLACE.from35, progress >= 0.35);
  add(PLACE.from60, progress >= 0.6);
  add(PLACE.from80, progress >= 0.8);
  add(PLACE.early, progress < 0.3);
  add(PLACE.beforeLate, progress < 0.7);
  add(PLACE.late, progress > 0.7);
  add(PLACE.farOn, progress > 0.6);
  add(PLACE.first, index === 0);
  add(PLACE.firstTwo, index < 2);
  add(PLACE.opening, index < OPENING);
  add(PLACE.last, index === count - 1);
  add(PLACE.lastThree, count - index <= 3);
  add(PLACE.opensPassage, sentences[index - 1]?.passage !== passage);
  add(PLACE.closesPassage, sentences[index + 1]?.passage !== passage);
  add(PLACE.firstPassage, passage === sentences[0]?.passage);
  add(PLACE.lastPassage, passage === sentences[count - 1]?.passage);
  add(PLACE.acted, act >= 0 && act < index);
  add(PLACE.behindActs, last >= 0 && index > last);
  return count <= FEW ? place | (index << INDEX_AT) : place;
});

/** How long the story is, as the number of a length, and which of its sentences it is where it has few. */
export function whichOfFew(place: number): readonly [length: number, index: number | undefined] {
  const length = (place >> LENGTH_AT) & 7;
  return [length, (LENGTHS[length] ?? Infinity) <= FEW ? place >> INDEX_AT : undefined];
}

/** Evidence that something has not ended yet, and how far from the end it tells that of the story, in sentences. */
const OPEN = ['unfinished', 'underway', 'yet to come'];
const END = 4;

/** What is so for all sentences of a story: its length, which parts are marked, and whether what it tells has not ended yet. */
const ofStory = perStory(({ marks, sentences }: Story): number => {
  const staysOpen = sentences.slice(-END).some(({ part, marked, evidence }) => {
    const found = evidence.get(JOB_EVIDENCE);
    return !(marked && part === 'learning') && found !== undefined && OPEN.some((name) => found.has(name));
  });
  const length = LENGTHS.filter((most) => sentences.length > most).length << LENGTH_AT;
  return marks.reduce((all, { part }) => all | MARKED[part], staysOpen ? length | PLACE.staysOpen : length);
});

/** The part below whose mark a sentence stands, or the stretch of its story. */
export function whichStretch(
  { marked, part }: SentenceInPart,
  place: number,
): readonly [kind: 'own' | 'bin', which: string] {
  return marked ? ['own', part] : ['bin', String(BINS.filter((from) => (place & from) !== 0).length)];
}
