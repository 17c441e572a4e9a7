import { PARTS, type PartName } from '../types';
import { partFeatures } from './partFeatures';
import trained from './partWeights.json';
import type { Story } from './story';

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
    if (at) none *= 1 - likelihood(partFeatures(at), part);
    if (1 - none >= sure && 1 - none >= threshold) return true;
  }
  return 1 - none < threshold ? false : undefined;
}

/** How likely one sentence does a job, by what tells of it. */
function likelihood(features: Iterable<string>, part: PartName): number {
  const column = PARTS.indexOf(part);
  let sum = MODEL.parts[part].bias;
  for (const feature of features) sum += MODEL.weights[feature]?.[column] ?? 0;
  return 1 / (1 + Math.exp(-sum / 100));
}
