import { PARTS, type PartName } from '../types';
import { once } from '../util/once';
import { ownFeatures, placeFeatures } from './partFeatures';
import trained from './partWeights.json';
import { perSentence, type Story, type StorySentence } from './story';

/** What training has found for the jobs of all parts. */
export interface PartModel {
  readonly parts: Readonly<Record<PartName, PartLimits>>;
  /** In hundredths, a column for each part. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

export interface PartLimits {
  /** In hundredths. */
  readonly bias: number;
  /** A story in which the job is less likely done is said to lack the part. */
  readonly threshold: number;
  /** From this chance on a job is taken for done, whatever else speaks against it. */
  readonly sure: number;
}

const MODEL: PartModel = trained;

/** Training has seen no shorter stories: of these, what jobs look like tells more. In sentences. */
export const FEWEST = 5;

/** Where a job is done if at all, so that few sentences need to be looked at where it is. */
const FROM_END: ReadonlySet<PartName> = new Set(['result', 'learning']);

/** Whether some sentence of the story does the job of a part; undefined where it may or may not, and for short stories. */
export function isDone({ sentences }: Story, part: PartName): boolean | undefined {
  const count = sentences.length;
  if (count < FEWEST) return undefined;
  const { threshold, sure } = MODEL.parts[part];
  let none = 1;
  for (let i = 0; i < count; i++) {
    const at = sentences[FROM_END.has(part) ? count - 1 - i : i];
    if (at) none *= 1 - likelihood(at, part);
    if (1 - none >= sure && 1 - none >= threshold) return true;
  }
  return 1 - none < threshold ? false : undefined;
}

/** How likely one sentence does a job, by what tells of it. */
function likelihood(at: StorySentence, part: PartName): number {
  const sum = MODEL.parts[part].bias + (sums(at)[PARTS.indexOf(part)] ?? 0);
  return 1 / (1 + Math.exp(-sum / 100));
}

const weights = once(() => new Map(Object.entries(MODEL.weights)));

/** What features weigh together, for each part. */
function weigh(features: ReadonlySet<string>): number[] {
  const found = PARTS.map(() => 0);
  for (const feature of features) {
    const own = weights().get(feature);
    if (own) for (let i = 0; i < found.length; i++) found[i] = (found[i] ?? 0) + (own[i] ?? 0);
  }
  return found;
}

/** What tells of the jobs of a sentence wherever it stands, weighed for each part, in hundredths. */
export const weighJobs = (sentence: Parameters<typeof ownFeatures>[0]): readonly number[] =>
  weigh(ownFeatures(sentence));

/** What tells of them where it stands, in all. */
const sums = perSentence((at): readonly number[] =>
  weigh(placeFeatures(at)).map((sum, i) => sum + (at.jobWeights[i] ?? 0)),
);
