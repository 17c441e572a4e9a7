/** A labelled example for logistic regression. */
export interface Example {
  readonly flag: boolean;
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
const KEPT_WORDS = 150;
/** Words are scaled down and held back more than evidence, because they say less about other writers' sentences. */
const WORD_SCALE = 0.35;
const HOLD_EVIDENCE = 0.02;
const HOLD_WORD = 0.08;
const FOLDS = 5;

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
    features: example.features.filter((feature) => features.has(feature)),
  }));
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  let bias = 0;
  let biasSquares = 1e-6;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const gradients = new Map<string, number>();
    let biasGradient = 0;
    for (const { flag, features: own } of data) {
      const z = own.reduce((sum, feature) => sum + (weights.get(feature) ?? 0) * scale(feature), bias);
      const error = 1 / (1 + Math.exp(-z)) - flag;
      biasGradient += error;
      for (const feature of own) gradients.set(feature, (gradients.get(feature) ?? 0) + error * scale(feature));
    }
    const share = 20 / data.length;
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

/** The lowest threshold of a grid that makes few false alarms on sentences the model has not seen, by cross-validation. */
export function chooseThreshold(labelled: readonly Example[], natural: readonly Example[], precision = 0.92): number {
  const scored: { flag: boolean; natural: boolean; score: number }[] = [];
  const inFold = (i: number, fold: number): boolean => i % FOLDS === fold;
  for (let fold = 0; fold < FOLDS; fold++) {
    const keep = (examples: readonly Example[]): Example[] => examples.filter((_, i) => !inFold(i, fold));
    const rest = keep(natural);
    const model = fitWeights([...keep(labelled), ...rest, ...rest.filter(({ flag }) => !flag)]);
    for (const [examples, isNatural] of [
      [labelled, false],
      [natural, true],
    ] as const) {
      for (const { flag, features } of examples.filter((_, i) => inFold(i, fold))) {
        scored.push({
          flag,
          natural: isNatural,
          score: features.reduce((sum, feature) => sum + (model.weights[feature] ?? 0), model.bias),
        });
      }
    }
  }
  const grid = [-0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5];
  const precisionFrom = (threshold: number, only: boolean): number => {
    const flagged = scored.filter((one) => one.score >= threshold && one.natural === only);
    return flagged.length === 0 ? 1 : flagged.filter(({ flag }) => flag).length / flagged.length;
  };
  const found =
    grid.find((threshold) => precisionFrom(threshold, false) >= precision && precisionFrom(threshold, true) >= 0.7) ??
    1;
  const recall =
    scored.filter(({ flag, score }) => flag && score >= found).length / scored.filter(({ flag }) => flag).length;
  console.log(
    `  cross-validated at ${found}: precision ${precisionFrom(found, false).toFixed(2)} on sentences, ${precisionFrom(found, true).toFixed(2)} in stories, recall ${recall.toFixed(2)} of candidates`,
  );
  return found;
}

const round = (value: number): number => Math.round(value * 100) / 100;
