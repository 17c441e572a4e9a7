import { scoreLeftOut } from './leaveOut';
import { type Example, fitWeights } from './logistic';

/** Behind the last one a rule would miss most of what it is for. */
const GRID = Array.from({ length: 23 }, (_, i) => (i - 10) / 10);
/** Of sentences by themselves, half of which are at fault, and of whole stories, as they come. */
const LEAST_PRECISION = { apart: 0.9, told: 0.88 };
/** One false alarm in 1,000 words of stories costs as much as finding none of the faults instead of all. */
const COST_OF_ALARM = 1;

/** So small a difference of worth is chance: of such thresholds the lowest is taken, which finds the most. */
const ABOUT_AS_GOOD = 0.02;

/** What a threshold leads to. */
interface Outcome {
  readonly precision: number;
  readonly recall: number;
  readonly alarms: number;
}

interface Scored {
  readonly flag: boolean;
  readonly score: number;
}

/**
 * Chooses from which score on a sentence is suspected; for all rules in the same way:
 *
 * - It is judged by what it would do on writers whom the model has not seen: each file is by another writer, and is scored by
 *   a model that was trained on the other files.
 * - What is to be had is recall, the mean of that on sentences by themselves and that in whole stories; what it costs are
 *   false alarms in 1,000 words of stories. The threshold with the most recall for its cost wins, so that each rule gets its
 *   share of the few alarms that a reader puts up with where they find most.
 * - Of thresholds that are about as good the lowest wins.
 * - The precision must not fall below `LEAST_PRECISION`; where no threshold reaches it, the highest one has to do.
 *
 * `words`: in all stories together.
 */
export function chooseThreshold(examples: readonly Example[], words: number): number {
  const scored = scoreLeftOut(examples, fitWeights, ({ bias, weights }, { flag, natural, features }) => ({
    flag,
    natural,
    score: features.reduce((sum, feature) => sum + (weights[feature] ?? 0), bias),
  }));
  const sentences = scored.filter(({ natural }) => !natural);
  const stories = scored.filter(({ natural }) => natural);
  const choices = GRID.map((threshold) => {
    const apart = outcome(sentences, threshold);
    const told = outcome(stories, threshold);
    const worth = (apart.recall + told.recall) / 2 - (COST_OF_ALARM * 1000 * told.alarms) / words;
    return { threshold, apart, told, worth };
  });
  const fair = choices.filter(
    ({ apart, told }) => apart.precision >= LEAST_PRECISION.apart && told.precision >= LEAST_PRECISION.told,
  );
  const most = Math.max(...fair.map(({ worth }) => worth));
  const best = fair.find(({ worth }) => worth >= most - ABOUT_AS_GOOD) ?? choices.at(-1);
  if (!best) throw new Error('There is no threshold to choose from.');
  console.log(
    `  on writers left out, at ${best.threshold}: sentences ${show(best.apart)}; stories ${show(best.told)} (of candidates)`,
  );
  return best.threshold;
}

function outcome(scored: readonly Scored[], threshold: number): Outcome {
  const flagged = scored.filter(({ score }) => score >= threshold);
  const hits = flagged.filter(({ flag }) => flag).length;
  const faults = scored.filter(({ flag }) => flag).length;
  return {
    precision: flagged.length === 0 ? 1 : hits / flagged.length,
    recall: hits / Math.max(1, faults),
    alarms: flagged.length - hits,
  };
}

const show = ({ precision, recall }: Outcome): string =>
  `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`;
