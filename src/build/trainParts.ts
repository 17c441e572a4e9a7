import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seemsMeasured } from '../core/rules/unmeasuredResult';
import { chanceOf } from '../core/scorer/chance';
import { partFeatures } from '../core/story/partFeatures';
import { JOBS, type Job, type JobLimits, mayDo, type PartModel } from '../core/story/partModel';
import type { Story } from '../core/story/story';
import { isTold, seemsTold } from '../core/story/substance';
import { descend, type Sum } from './descend';
import { scoreLeftOut } from './leaveOut';
import { numberingOf } from './numbering';

/** A whole answer with what its labels say of it. */
export interface LabelledStory {
  readonly source: string;
  readonly stories: readonly Story[];
  readonly doc: readonly string[];
  readonly doc_ok: readonly string[];
}

interface Example {
  readonly source: string;
  /** Whether the job is done. */
  readonly there: boolean;
  /** Whether it seems to be without what training finds. */
  readonly seems: boolean;
  /** The numbers of the features of each sentence. */
  readonly sentences: readonly Int32Array[];
  /** Which sentences stand under the part's own mark; undefined where nothing tells. */
  readonly own: readonly boolean[] | undefined;
}

const EPOCHS = 120;
const HOLD = 0.05;
/** How much a sentence counts by itself beside the story in which it stands. */
const BY_ITSELF = 0.1;
const LEAST = 2;
const THRESHOLDS = Array.from({ length: 19 }, (_, i) => i / 20);
const SURE = [0.5, 0.7, 0.85, 1];
/** In hundredths: what weighs less decides nothing, and is not shipped. */
const SLIGHT = 10;
/** In hundredths: finer steps decide next to nothing, and cost room. */
const STEP = 5;
/** Among writers left out. */
const LEAST_PRECISION = 0.75;
/** A miss weighs so much beside a false alarm: more stories lack a part here than where people write for themselves. */
const MISS = 0.5;
/** So small a difference of that F measure is chance: of what is about as good the middle is taken, which changes least from one training to the next. */
const ABOUT_AS_GOOD = 0.005;

/** Trains what tells that a story has its parts, and a measure: one sentence that does the job is enough. Deterministic. */
export function trainParts(root: string, stories: readonly LabelledStory[]): void {
  const numbers = new Map<string, number>();
  const number = numberingOf(numbers);
  const told = stories.filter(({ stories: found }) => found.some(isTold));
  const examples = JOBS.map((job) => told.flatMap((story) => toExample(story, job, number)));
  const fitted = examples.map((own) => fitPart(own, numbers.size));
  const limits = JOBS.map((job, i): [Job, JobLimits] => [
    job,
    {
      bias: hundredths(fitted[i]?.bias ?? 0),
      ...chooseChances(examples[i] ?? [], ruleOf(job), numbers.size),
    },
  ]);
  const rows = [...numbers].flatMap(([feature, at]): [string, number[]][] => {
    const row = fitted.map(({ weights }) => inSteps(hundredths(weights[at] ?? 0)));
    return row.some((weight) => weight !== 0) ? [[feature, row]] : [];
  });
  const model: PartModel = {
    jobs: Object.fromEntries(limits) as PartModel['jobs'],
    weights: Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  // A line for each feature, as the formatter has it.
  const text = JSON.stringify(model, undefined, 2).replace(/(?<=\[)[^\]]+/g, (list) =>
    list.trim().replace(/\s+/g, ' '),
  );
  writeFileSync(join(root, 'src/core/story/partWeights.json'), `${text}\n`);
}

const hundredths = (value: number): number => Math.round(100 * value);
const inSteps = (weight: number): number => (Math.abs(weight) < SLIGHT ? 0 : STEP * Math.round(weight / STEP));

function toExample(
  { source, stories, doc, doc_ok }: LabelledStory,
  job: Job,
  number: (feature: string) => number,
): Example[] {
  const rule = ruleOf(job);
  const there = doc_ok.includes(rule);
  if (!there && !doc.includes(rule)) return [];
  // Where no result is told, none is without a measure.
  if (job === 'measure' && doc.includes(ruleOf('result'))) return [];
  const where = job === 'measure' ? 'result' : job;
  const all = stories.flatMap(({ sentences }) => sentences.filter((at) => mayDo(at, job)));
  const own = there && all.some(({ marked }) => marked) ? all.map((at) => at.part === where) : undefined;
  const seems = stories.some((story) => (job === 'measure' ? seemsMeasured(story) : seemsTold(story, job)));
  return [{ source, there, seems, sentences: all.map((at) => Int32Array.from(partFeatures(at), number)), own }];
}

/** The rule that objects where a job is not done. */
const ruleOf = (job: Job): string => (job === 'measure' ? 'unmeasured-result' : `missing-${job}`);

/** Fits the chance that a story holds a sentence that does the job. */
function fitPart(examples: readonly Example[], size: number): Sum {
  const counts = new Int32Array(size);
  for (const { sentences } of examples)
    for (const feature of new Set(sentences.flatMap((features) => [...features])))
      counts[feature] = (counts[feature] ?? 0) + 1;
  const absent = examples.filter(({ there }) => !there).length;
  const rare = Math.sqrt((examples.length - absent) / Math.max(1, absent));
  return descend({
    epochs: EPOCHS,
    bias: -2,
    holds: new Float64Array(size).fill(HOLD),
    share: 20 / examples.length,
    addGradients(sum, gradients) {
      let biasGradient = 0;
      for (const { there, sentences, own } of examples) {
        const chances = sentences.map((features) => likelihood(features, sum));
        const chance = Math.min(1 - 1e-6, Math.max(1e-6, 1 - chances.reduce((none, one) => none * (1 - one), 1)));
        for (const [i, one] of chances.entries()) {
          let gradient = there ? -((1 - chance) / chance) * one : rare * one;
          if (own) gradient += BY_ITSELF * (one - (own[i] ? 1 : 0));
          biasGradient += gradient;
          for (const feature of sentences[i] ?? [])
            if ((counts[feature] ?? 0) >= LEAST) gradients[feature] = (gradients[feature] ?? 0) + gradient;
        }
      }
      return biasGradient;
    },
  });
}

function likelihood(features: Int32Array, { bias, weights }: Sum): number {
  let sum = bias;
  for (const feature of features) sum += weights[feature] ?? 0;
  return chanceOf(sum);
}

const NEVER = { threshold: 0, sure: 0, precision: 0, recall: 0, worth: 0 };

/**
 * The chances with the best F measure among those that make few false alarms on writers whom the model has not seen: the
 * stories of each file are judged by a model that was trained on the others.
 */
function chooseChances(examples: readonly Example[], rule: string, size: number): Omit<JobLimits, 'bias'> {
  const scored = scoreLeftOut(
    examples,
    (others) => fitPart(others, size),
    (model, { there, seems, sentences }) => ({
      there,
      seems,
      chance: 1 - sentences.reduce((none, features) => none * (1 - likelihood(features, model)), 1),
    }),
  );
  const missing = scored.filter(({ there }) => !there).length;
  const figures = SURE.flatMap((sure) =>
    THRESHOLDS.map((threshold) => {
      const said = scored.filter(({ seems, chance }) => chance < threshold || (!seems && chance < sure));
      const right = said.filter(({ there }) => !there).length;
      const precision = said.length === 0 ? 1 : right / said.length;
      const recall = right / Math.max(1, missing);
      return {
        threshold,
        sure,
        precision,
        recall,
        worth: ((1 + MISS) * right) / Math.max(1, said.length + MISS * missing),
      };
    }),
  );
  const fair = figures.filter(({ precision }) => precision >= LEAST_PRECISION);
  const most = Math.max(...fair.map(({ worth }) => worth));
  const good = fair.filter(({ worth }) => worth >= most - ABOUT_AS_GOOD).sort((a, b) => a.precision - b.precision);
  const best = good[good.length >> 1] ?? NEVER;
  console.log(
    `${rule}: on writers left out, below ${best.threshold} (${best.sure}): precision ${best.precision.toFixed(2)}, recall ${best.recall.toFixed(2)}`,
  );
  return { threshold: best.threshold, sure: best.sure };
}
