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
const STEP = 0.3;
/** A word must occur in this many examples to be weighed at all. */
const LEAST_EXAMPLES = 3;
/** How many words and pairs of words are kept beside the evidence: more fit the training set, not the next writer. */
const KEPT_WORDS = 250;
/** Words are scaled down and held back more than evidence, because they say less about other writers' sentences. */
const WORD_SCALE = 0.6;
const HOLD_EVIDENCE = 0.02;
const HOLD_WORD = 0.08;
/** Offences are rare in stories, but as many as the rest in the sentences: each counts double, and so does an innocent one in a story. */
const RARE = 2;

/** From here on a rule would miss most of what it is for. */
const HIGHEST = 1.5;

const isWord = (feature: string): boolean => feature.startsWith('w:');
const scale = (feature: string): number => (isWord(feature) ? WORD_SCALE : 1);

/** Fits weights by gradient descent over all examples, with step sizes that adapt (AdaGrad) and an L2 penalty. Deterministic. */
export function fitWeights(examples: readonly Example[]): Model {
  const first = descend(examples, commonFeatures(examples));
  const words = [...first.weights.keys()]
    .filter(isWord)
    .sort((a, b) => Math.abs(first.weights.get(b) ?? 0) - Math.abs(first.weights.get(a) ?? 0) || (a < b ? -1 : 1));
  const kept = new Set([
    ...words.slice(0, KEPT_WORDS),
    ...[...first.weights.keys()].filter((feature) => !isWord(feature)),
  ]);
  const { bias, weights } = descend(examples, kept);
  const rounded = [...weights].map(([feature, weight]) => [feature, round(weight * scale(feature))] as const);
  return {
    bias: round(bias),
    weights: Object.fromEntries(rounded.filter(([, weight]) => weight !== 0).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function commonFeatures(examples: readonly Example[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return new Set(
    [...counts].filter(([feature, count]) => !isWord(feature) || count >= LEAST_EXAMPLES).map(([feature]) => feature),
  );
}

function descend(
  examples: readonly Example[],
  features: ReadonlySet<string>,
): { bias: number; weights: Map<string, number> } {
  const data = examples.map((example) => ({
    flag: example.flag ? 1 : 0,
    share: example.flag || example.natural ? RARE : 1,
    features: example.features.filter((feature) => features.has(feature)),
  }));
  const share = 20 / data.reduce((sum, { share: weight }) => sum + weight, 0);
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  let bias = 0;
  let biasSquares = 1e-6;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const gradients = new Map<string, number>();
    let biasGradient = 0;
    for (const { flag, share: weight, features: own } of data) {
      const z = own.reduce((sum, feature) => sum + (weights.get(feature) ?? 0) * scale(feature), bias);
      const error = weight * (1 / (1 + Math.exp(-z)) - flag);
      biasGradient += error;
      for (const feature of own) gradients.set(feature, (gradients.get(feature) ?? 0) + error * scale(feature));
    }
    for (const [feature, sum] of gradients) {
      const gradient = sum * share + (isWord(feature) ? HOLD_WORD : HOLD_EVIDENCE) * (weights.get(feature) ?? 0);
      const square = (squares.get(feature) ?? 0) + gradient * gradient;
      squares.set(feature, square);
      weights.set(feature, (weights.get(feature) ?? 0) - (STEP * gradient) / Math.sqrt(square + 1e-8));
    }
    biasSquares += (biasGradient * share) ** 2;
    bias -= (STEP * biasGradient * share) / Math.sqrt(biasSquares);
  }
  return { bias, weights };
}

/**
 * The lowest threshold of a grid that makes few false alarms on writers whom the model has not seen: each file is scored by a
 * model that was trained on the others.
 */
export function chooseThreshold(examples: readonly Example[], { sentences = 0.9, stories = 0.88 }: Aims): number {
  const scored = [...new Set(examples.map(({ source }) => source))].flatMap((source) => {
    const { bias, weights } = fitWeights(examples.filter((one) => one.source !== source));
    return examples
      .filter((one) => one.source === source)
      .map(({ flag, natural, features }) => ({
        flag,
        natural,
        score: features.reduce((sum, feature) => sum + (weights[feature] ?? 0), bias),
      }));
  });
  const precisionFrom = (threshold: number, natural: boolean): number => {
    const flagged = scored.filter((one) => one.score >= threshold && one.natural === natural);
    return flagged.length === 0 ? 1 : flagged.filter(({ flag }) => flag).length / flagged.length;
  };
  const recallFrom = (threshold: number, natural: boolean): number => {
    const faults = scored.filter((one) => one.flag && one.natural === natural);
    return faults.filter(({ score }) => score >= threshold).length / faults.length;
  };
  const grid = Array.from({ length: 10 * HIGHEST + 1 }, (_, i) => i / 10);
  const found =
    grid.find((from) => precisionFrom(from, false) >= sentences && precisionFrom(from, true) >= stories) ?? HIGHEST;
  const [apart, told] = [false, true].map(
    (natural) =>
      `precision ${precisionFrom(found, natural).toFixed(2)}, recall ${recallFrom(found, natural).toFixed(2)}`,
  );
  console.log(`  on writers left out, at ${found}: sentences ${apart}; stories ${told} (of candidates)`);
  return found;
}

/** The precision that a threshold has to reach on sentences by themselves and in whole stories. */
export interface Aims {
  readonly sentences?: number | undefined;
  readonly stories?: number | undefined;
}

const round = (value: number): number => Math.round(value * 100) / 100;
