import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { choiceFeatures } from '../core/rules/shared/choice';
import { chanceOf } from '../core/scorer/chance';
import { OTHER, type Weights } from '../core/scorer/scorer';
import { isTold } from '../core/story/substance';
import { descend } from './descend';
import { scoreLeftOut } from './leaveOut';
import { numberingOf } from './numbering';
import type { LabelledStory } from './trainParts';

const RULE = 'missing-tradeoff';
/** Holds for every sentence. */
const ALWAYS = 'always';

interface Example {
  readonly source: string;
  /** Whether it decides and names neither an alternative nor a cost. */
  readonly lonely: boolean;
  /** The numbers of the features of each sentence. */
  readonly sentences: readonly (readonly number[])[];
}

const EPOCHS = 120;
const HOLD = 0.05;
/** In so many stories a feature must occur to be weighed. */
const LEAST = 3;
const THRESHOLDS = Array.from({ length: 9 }, (_, i) => 0.3 + i / 20);
/** What weighs less decides nothing, and is not shipped. */
const SLIGHT = 0.1;
/** A false alarm costs more than a miss. */
const LEAST_PRECISION = 0.75;
/** Before the first example both are rare, and the phrases mean what they were gathered for. */
const AT_FIRST = -2;
const DECIDES = ['decided', 'key moment', 'defended', 'moved', 'praised'].map((name) => `${OTHER}${RULE}:${name}`);
const NAMES = ['alternative', 'cost', 'nearby'].map((name) => `${OTHER}${RULE}:not ${name}`);

/** Trains what tells that a story decides without an alternative or a cost: it decides in some sentence, and names them in none. Deterministic. */
export function trainChoice(root: string, stories: readonly LabelledStory[]): void {
  const numbers = new Map([[ALWAYS, 0]]);
  const number = numberingOf(numbers);
  const examples = stories.flatMap(({ source, stories: found, doc, doc_ok }): Example[] => {
    const lonely = doc.includes(RULE);
    if (!(lonely || doc_ok.includes(RULE)) || !found.some(isTold)) return [];
    const sentences = found.flatMap((story) =>
      story.sentences.map((at) => [ALWAYS, ...choiceFeatures(at)].map(number)),
    );
    return [{ source, lonely, sentences }];
  });
  const columns = fitChoice(examples, numbers);
  const threshold = chooseThreshold(examples, numbers);
  for (const [name, from] of [
    ['decides', 0],
    ['namesOther', numbers.size],
  ] as const) {
    const weights = [...numbers].flatMap(([feature, at]): [string, number][] => {
      const weight = hundredths(columns[from + at] ?? 0);
      return feature === ALWAYS || Math.abs(weight) < SLIGHT ? [] : [[feature, weight]];
    });
    const model: Weights = {
      bias: hundredths(columns[from] ?? 0),
      threshold,
      weights: Object.fromEntries(weights.sort(([a], [b]) => (a < b ? -1 : 1))),
    };
    writeFileSync(join(root, `src/core/rules/shared/${name}.weights.json`), `${JSON.stringify(model, undefined, 1)}\n`);
  }
}

/** The weights for deciding, and behind them those for naming another way or a cost. */
function fitChoice(examples: readonly Example[], numbers: ReadonlyMap<string, number>): Float64Array {
  const size = numbers.size;
  const counts = new Int32Array(size);
  for (const { sentences } of examples)
    for (const feature of new Set(sentences.flat())) counts[feature] = (counts[feature] ?? 0) + 1;
  const start = new Float64Array(2 * size);
  start[0] = AT_FIRST;
  start[size] = AT_FIRST;
  for (const feature of DECIDES) start[numbers.get(feature) ?? 0] = 2;
  for (const feature of NAMES) start[size + (numbers.get(feature) ?? 0)] = 2;
  const lonely = examples.filter((one) => one.lonely).length;
  const rare = Math.sqrt((examples.length - lonely) / Math.max(1, lonely));
  const { weights } = descend({
    epochs: EPOCHS,
    bias: 0,
    start,
    holds: new Float64Array(2 * size).fill(HOLD),
    share: 20 / examples.length,
    addGradients({ weights: current }, gradients) {
      for (const example of examples) {
        const { sentences } = example;
        const chances = sentences.map((features) => sentenceChances(features, current, size));
        const { undecided, unnamed } = together(chances);
        const alone = Math.min(1 - 1e-6, Math.max(1e-6, (1 - undecided) * unnamed));
        const slope = example.lonely ? -rare / alone : 1 / (1 - alone);
        for (const [i, { decides, names }] of chances.entries()) {
          const byDeciding = slope * unnamed * undecided * decides;
          const byNaming = -slope * (1 - undecided) * unnamed * names;
          for (const feature of sentences[i] ?? []) {
            if ((counts[feature] ?? 0) < LEAST) continue;
            gradients[feature] = (gradients[feature] ?? 0) + byDeciding;
            gradients[size + feature] = (gradients[size + feature] ?? 0) + byNaming;
          }
        }
      }
      return 0;
    },
  });
  return weights;
}

const hundredths = (value: number): number => Math.round(100 * value) / 100;

interface Chances {
  readonly decides: number;
  readonly names: number;
}

function sentenceChances(features: readonly number[], weights: Float64Array, size: number): Chances {
  let decides = 0;
  let names = 0;
  for (const feature of features) {
    decides += weights[feature] ?? 0;
    names += weights[size + feature] ?? 0;
  }
  return { decides: chanceOf(decides), names: chanceOf(names) };
}

const together = (chances: readonly Chances[]): { readonly undecided: number; readonly unnamed: number } => ({
  undecided: chances.reduce((none, { decides }) => none * (1 - decides), 1),
  unnamed: chances.reduce((none, { names }) => none * (1 - names), 1),
});

/** The threshold with the best F1 among those that make few false alarms on stories of writers whom the model has not seen. */
function chooseThreshold(examples: readonly Example[], numbers: ReadonlyMap<string, number>): number {
  const scored = scoreLeftOut(
    examples,
    (others) => fitChoice(others, numbers),
    (weights, { lonely, sentences }) => {
      const { undecided, unnamed } = together(
        sentences.map((features) => sentenceChances(features, weights, numbers.size)),
      );
      return { lonely, chance: (1 - undecided) * unnamed };
    },
  );
  const all = scored.filter(({ lonely }) => lonely).length;
  const figures = THRESHOLDS.map((threshold) => {
    const said = scored.filter((one) => one.chance >= threshold);
    const right = said.filter(({ lonely }) => lonely).length;
    const precision = said.length === 0 ? 1 : right / said.length;
    return { threshold, precision, recall: right / all, f1: (2 * right) / (said.length + all) };
  });
  const fair = figures.filter(({ precision }) => precision >= LEAST_PRECISION);
  const best = fair.reduce(
    (a, b) => (b.f1 > a.f1 ? b : a),
    fair[0] ?? { threshold: 1, precision: 1, recall: 0, f1: 0 },
  );
  console.log(
    `${RULE}: on writers left out, from ${best.threshold.toFixed(2)}: precision ${best.precision.toFixed(2)}, recall ${best.recall.toFixed(2)}`,
  );
  return Number(best.threshold.toFixed(2));
}
