import { chanceOf } from '../core/scorer/chance';
import { descend } from './descend';

/** A labelled example for logistic regression. */
export interface Example {
  readonly flag: boolean;
  /** The file it comes from: all examples of one file are by the same writer. */
  readonly source: string;
  /** From a whole story, where faults are as rare as in life. */
  readonly natural: boolean;
  readonly features: readonly string[];
}

export interface Model {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

const EPOCHS = 80;
/** How many words and pairs of words are kept beside the evidence: more fit the training set, not the next writer. */
const KEPT_WORDS = 250;
/** Offences are rare in stories, but as many as the rest in the sentences: each counts double, and so does an innocent one in a story. */
const RARE = 2;

const isWord = (feature: string): boolean => feature.startsWith('w:');

/** Words, and what other rules look for, are scaled down and held back more: they say less about other writers' sentences. */
interface Trust {
  readonly scale: number;
  readonly hold: number;
  /** In how many examples such a feature must occur to be weighed at all. */
  readonly least: number;
}

const OF_WORDS: Trust = { scale: 0.6, hold: 0.08, least: 3 };
const OF_OTHER_RULES: Trust = { scale: 0.6, hold: 0.05, least: 4 };
const OF_EVIDENCE: Trust = { scale: 1, hold: 0.02, least: 1 };

function trustIn(feature: string): Trust {
  if (isWord(feature)) return OF_WORDS;
  return feature.startsWith('o ') ? OF_OTHER_RULES : OF_EVIDENCE;
}

/** Fits weights to all examples, with no more words than say the most. Deterministic. */
export function fitWeights(examples: readonly Example[]): Model {
  const first = fitTo(examples, commonFeatures(examples));
  const words = [...first.weights.keys()]
    .filter(isWord)
    .sort((a, b) => Math.abs(first.weights.get(b) ?? 0) - Math.abs(first.weights.get(a) ?? 0) || (a < b ? -1 : 1));
  const kept = new Set([
    ...words.slice(0, KEPT_WORDS),
    ...[...first.weights.keys()].filter((feature) => !isWord(feature)),
  ]);
  const { bias, weights } = fitTo(examples, kept);
  const rounded = [...weights].map(([feature, weight]) => [feature, round(weight * trustIn(feature).scale)] as const);
  return {
    bias: round(bias),
    weights: Object.fromEntries(rounded.filter(([, weight]) => weight !== 0).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function commonFeatures(examples: readonly Example[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return new Set([...counts].filter(([feature, count]) => count >= trustIn(feature).least).map(([feature]) => feature));
}

function fitTo(
  examples: readonly Example[],
  features: ReadonlySet<string>,
): { bias: number; weights: Map<string, number> } {
  const names = [...features];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const trusts = names.map(trustIn);
  const data = examples.map((example) => ({
    flag: example.flag ? 1 : 0,
    share: example.flag || example.natural ? RARE : 1,
    features: Int32Array.from(example.features.flatMap((feature) => numbers.get(feature) ?? [])),
  }));
  const scales = Float64Array.from(trusts, ({ scale }) => scale);
  const { bias, weights } = descend({
    epochs: EPOCHS,
    bias: 0,
    holds: Float64Array.from(trusts, ({ hold }) => hold),
    share: 20 / data.reduce((sum, { share: weight }) => sum + weight, 0),
    addGradients(sum, gradients) {
      let biasGradient = 0;
      for (const { flag, share: weight, features: own } of data) {
        const z = own.reduce((total, at) => total + (sum.weights[at] ?? 0) * (scales[at] ?? 0), sum.bias);
        const error = weight * (chanceOf(z) - flag);
        biasGradient += error;
        for (const at of own) gradients[at] = (gradients[at] ?? 0) + error * (scales[at] ?? 0);
      }
      return biasGradient;
    },
  });
  return { bias, weights: new Map(names.map((name, at) => [name, weights[at] ?? 0])) };
}

const round = (value: number): number => Math.round(value * 100) / 100;
