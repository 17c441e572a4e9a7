import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partFeatures } from '../core/story/partFeatures';
import { chanceOf, likelihood, type PartWeights, SURE } from '../core/story/partModel';
import type { Story } from '../core/story/story';
import { seemsTold } from '../core/story/substance';
import type { PartName } from '../core/types';

/** A whole answer with what its labels say of it. */
export interface LabelledStory {
  readonly source: string;
  readonly stories: readonly Story[];
  readonly doc: readonly string[];
  readonly doc_ok: readonly string[];
}

interface Example {
  readonly source: string;
  /** Whether the part is there. */
  readonly there: boolean;
  /** Whether it seems to be by what jobs look like. */
  readonly seems: boolean;
  readonly sentences: readonly ReadonlySet<string>[];
  /** Which sentences stand under the part's own mark; undefined where nothing tells. */
  readonly own: readonly boolean[] | undefined;
}

type Model = Omit<PartWeights, 'threshold'>;

const TRAINED: readonly PartName[] = ['result', 'learning'];
const EPOCHS = 120;
const STEP = 0.3;
const HOLD = 0.05;
/** How much a sentence counts by itself beside the story in which it stands. */
const BY_ITSELF = 0.1;
const LEAST = 2;
const GRID = Array.from({ length: 13 }, (_, i) => 0.1 + i * 0.05);
/** A false alarm costs more than a miss. */
const LEAST_PRECISION = 0.7;

/** Trains what tells that a story has a result and a learning: one sentence that does the job is enough. Deterministic. */
export function trainParts(root: string, stories: readonly LabelledStory[]): void {
  const trained = TRAINED.map((part) => {
    const examples = stories.flatMap((story) => toExample(story, part));
    const threshold = chooseChance(examples, part);
    return [part, { ...fitPart(examples), threshold }] as const;
  });
  const file = join(root, 'src/core/story/partWeights.json');
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(trained), undefined, 1)}\n`);
}

function toExample({ source, stories, doc, doc_ok }: LabelledStory, part: PartName): Example[] {
  const rule = `missing-${part}`;
  const there = doc_ok.includes(rule);
  if (!there && !doc.includes(rule)) return [];
  const all = stories.flatMap(({ sentences }) => sentences);
  const own = there && all.some(({ marked }) => marked) ? all.map((at) => at.part === part) : undefined;
  const seems = stories.some((story) => seemsTold(story, part));
  return [{ source, there, seems, sentences: all.map(partFeatures), own }];
}

/** Gradient descent with step sizes that adapt (AdaGrad) over the chance that a story holds such a sentence. */
function fitPart(examples: readonly Example[]): Model {
  const counts = new Map<string, number>();
  for (const { sentences } of examples)
    for (const feature of new Set(sentences.flatMap((features) => [...features])))
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const weights: Record<string, number> = {};
  for (const [feature, count] of counts) if (count >= LEAST) weights[feature] = 0;
  const squares: Record<string, number> = {};
  const absent = examples.filter(({ there }) => !there).length;
  const rare = Math.sqrt((examples.length - absent) / Math.max(1, absent));
  const share = 20 / examples.length;
  let bias = -2;
  let biasSquares = 1e-6;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const gradients = new Map<string, number>();
    let biasGradient = 0;
    for (const { there, sentences, own } of examples) {
      const chances = sentences.map((features) => likelihood(features, { bias, weights }));
      const chance = Math.min(1 - 1e-6, Math.max(1e-6, 1 - chances.reduce((none, one) => none * (1 - one), 1)));
      for (const [i, one] of chances.entries()) {
        let gradient = there ? -((1 - chance) / chance) * one : rare * one;
        if (own) gradient += BY_ITSELF * (one - (own[i] ? 1 : 0));
        biasGradient += gradient;
        for (const feature of sentences[i] ?? [])
          if (feature in weights) gradients.set(feature, (gradients.get(feature) ?? 0) + gradient);
      }
    }
    for (const [feature, sum] of gradients) {
      const before = weights[feature] ?? 0;
      const gradient = sum * share + HOLD * before;
      const square = (squares[feature] ?? 0) + gradient * gradient;
      squares[feature] = square;
      weights[feature] = before - (STEP * gradient) / Math.sqrt(square + 1e-8);
    }
    biasSquares += (biasGradient * share) ** 2;
    bias -= (STEP * biasGradient * share) / Math.sqrt(biasSquares);
  }
  const rounded = Object.entries(weights).map(
    ([feature, weight]) => [feature, Math.round(weight * 100) / 100] as const,
  );
  return {
    bias: Math.round(bias * 100) / 100,
    weights: Object.fromEntries(rounded.filter(([, weight]) => weight !== 0).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** The chance with the best F1 among those that make few false alarms on writers whom the model has not seen. */
function chooseChance(examples: readonly Example[], part: PartName): number {
  const scored = [...new Set(examples.map(({ source }) => source))].flatMap((source) => {
    const model = fitPart(examples.filter((one) => one.source !== source));
    return examples
      .filter((one) => one.source === source)
      .map(({ there, seems, sentences }) => ({ there, seems, chance: chanceOf(sentences, model) }));
  });
  const missing = scored.filter(({ there }) => !there).length;
  const figures = GRID.map((from) => {
    const said = scored.filter(({ seems, chance }) => chance < from || (!seems && chance < SURE));
    const right = said.filter(({ there }) => !there).length;
    return { from, precision: said.length === 0 ? 1 : right / said.length, recall: right / Math.max(1, missing) };
  });
  const f1 = ({ precision, recall }: { precision: number; recall: number }): number =>
    precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const fair = figures.filter(({ precision }) => precision >= LEAST_PRECISION);
  const best = fair.reduce((a, b) => (f1(b) > f1(a) ? b : a), fair[0] ?? { from: 0.1, precision: 1, recall: 0 });
  console.log(
    `missing-${part}: on writers left out, below ${best.from.toFixed(2)}: precision ${best.precision.toFixed(2)}, recall ${best.recall.toFixed(2)}`,
  );
  return Math.round(best.from * 100) / 100;
}
