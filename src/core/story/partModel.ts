import { chanceOf } from '../scorer/chance';
import { FeatureIndex } from '../scorer/featureIndex';
import { PARTS, type PartName } from '../types';
import { once } from '../util/once';
import { type TellFeature, tellOwn, tellPlace, toFeature } from './partFeatures';
import trained from './partWeights.json';
import { placeIn } from './place';
import { perPart, perSentence, type Story, type StorySentence } from './story';

/** What a sentence may do for its story: the job of a part, or give what the result can be known by. */
export type Job = PartName | 'measure';

/** The columns of the weights. */
export const JOBS: readonly Job[] = [...PARTS, 'measure'];

/** What training has found for all jobs. */
export interface PartModel {
  readonly jobs: Readonly<Record<Job, JobLimits>>;
  /** In hundredths, a column for each job. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

export interface JobLimits {
  /** In hundredths. */
  readonly bias: number;
  /** A story in which the job is less likely done is said to lack the part. */
  readonly threshold: number;
  /** From this chance on a job is taken for done, whatever else speaks against it. */
  readonly sure: number;
}

const MODEL: PartModel = trained;

/** Where a job is done if at all, so that few sentences need to be looked at where it is. */
const FROM_END: ReadonlySet<Job> = new Set(['result', 'learning', 'measure']);

/** Whether some sentence of the story does a job, hollow ones apart; undefined where it may or may not. */
export function isDone(
  { sentences }: Story,
  job: Job,
  isHollow: (at: StorySentence) => boolean = () => false,
): boolean | undefined {
  const count = sentences.length;
  const { threshold, sure } = MODEL.jobs[job];
  let none = 1;
  for (let i = 0; i < count; i++) {
    const at = sentences[FROM_END.has(job) ? count - 1 - i : i];
    if (at && mayDo(at, job) && !isHollow(at)) none *= 1 - likelihood(at, job);
    if (1 - none >= sure && 1 - none >= threshold) return true;
  }
  return 1 - none < threshold ? false : undefined;
}

/** Whether a sentence is looked at for a job: what is marked as the end of a story does not open it. */
export function mayDo({ marked, part }: StorySentence, job: Job): boolean {
  return !marked || (job !== 'situation' && job !== 'task') || (part !== 'result' && part !== 'learning');
}

/** How likely one sentence does a job, by what tells of it. */
export function likelihood(at: StorySentence, job: Job): number {
  return chances(at)[JOBS.indexOf(job)] ?? 0;
}

/** The features that are weighed, and their rows of weights. */
const table = once(() => ({
  index: new FeatureIndex(Object.keys(MODEL.weights).map(toFeature)),
  rows: Object.values(MODEL.weights),
}));

/** What the features weigh together that are told of something, for each job; each counts once. */
function weigh<Told>(told: Told, tellAll: (told: Told, tell: TellFeature) => void): number[] {
  const { index, rows } = table();
  const sums = JOBS.map(() => 0);
  const counted: number[] = [];
  tellAll(told, (kind, first, second) => {
    const number = index.find(kind, first, second);
    if (number === undefined || counted.includes(number)) return;
    counted.push(number);
    const row = rows[number];
    if (row) for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (row[i] ?? 0);
  });
  return sums;
}

const BIASES = JOBS.map((job) => MODEL.jobs[job].bias);

/** How likely a sentence does each job wherever it stands: log odds, in hundredths. */
export const weighJobs = (sentence: Parameters<typeof tellOwn>[0]): readonly number[] =>
  weigh(sentence, tellOwn).map((sum, i) => sum + (BIASES[i] ?? 0));

/** How likely it does each of them where it stands. Most sentences stand where they stood before the last key. */
const chances = perSentence((at): readonly number[] => {
  const place = placeIn(at);
  const last = lastWeighed(at);
  if (last.place !== place) {
    const sums = weigh(at, (told, tell) => tellPlace(told, place, tell));
    last.place = place;
    last.chances = sums.map((sum, i) => chanceOf(((at.jobWeights[i] ?? 0) + sum) / 100));
  }
  return last.chances;
});

/** Where a sentence was weighed last, and with what chances. */
const lastWeighed = perPart((): { place: number; chances: readonly number[] } => ({ place: -1, chances: [] }));
