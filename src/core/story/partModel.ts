import type { PartName } from '../types';
import { partFeatures } from './partFeatures';
import weights from './partWeights.json';
import type { Story } from './story';

/** What training has found for the job of one part. */
export interface PartWeights {
  readonly bias: number;
  /** A story in which the job is less likely done is said to lack the part. */
  readonly threshold: number;
  readonly weights: Readonly<Record<string, number>>;
}

const MODELS: Readonly<Partial<Record<PartName, PartWeights>>> = weights;

/** From this chance on a job is taken for done, whatever else speaks against it. */
export const SURE = 0.7;

/** Whether some sentence of the story does the job of a part; undefined where it may or may not, and for parts that no model knows. */
export function isDone(story: Story, part: PartName): boolean | undefined {
  const model = MODELS[part];
  if (!model) return undefined;
  let none = 1;
  // Results and learnings stand late, so few sentences need to be looked at where they are told.
  for (let i = story.sentences.length - 1; i >= 0; i--) {
    const at = story.sentences[i];
    if (at) none *= 1 - likelihood(partFeatures(at), model);
    if (1 - none >= SURE) return true;
  }
  return 1 - none < model.threshold ? false : undefined;
}

/** How likely at least one of some sentences does a job, given what tells of each. */
export function chanceOf(sentences: readonly Iterable<string>[], model: Omit<PartWeights, 'threshold'>): number {
  return 1 - sentences.reduce((none, features) => none * (1 - likelihood(features, model)), 1);
}

/** How likely one sentence does a job. */
export function likelihood(features: Iterable<string>, { bias, weights: own }: Omit<PartWeights, 'threshold'>): number {
  let sum = bias;
  for (const feature of features) sum += own[feature] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
