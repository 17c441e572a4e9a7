import { likelihood } from '../../story/partModel';
import { partsBefore, perStory, type Story, type StorySentence } from '../../story/story';
import { isTold } from '../../story/substance';
import type { ToldParts } from '../../story/summary';
import { PARTS, type PartName } from '../../types';
import { missingAction } from '../missingAction';
import { missingLearning } from '../missingLearning';
import { missingResult } from '../missingResult';
import { missingSituation } from '../missingSituation';
import { missingTask } from '../missingTask';

const RULES = {
  situation: missingSituation,
  task: missingTask,
  action: missingAction,
  result: missingResult,
  learning: missingLearning,
} as const satisfies Record<PartName, unknown>;

/**
 * Which part each sentence is shown as: as marked, and where nothing marks it as what it most likely does. No unmarked sentence is
 * shown as a part that a rule finds missing; of a story that is told each other part has one, if only in passing.
 */
export const tellParts = perStory((story): ToldParts => {
  const { sentences, marks } = story;
  const isThere = (part: PartName): boolean => !RULES[part].isMissing(story);
  const unmarked = sentences.filter(({ marked }) => !marked);
  const open = unmarked.length > 0 ? partsBefore(marks).filter(isThere) : [];
  const path = inOrder(unmarked, open, isTold(story) ? SKIPPED : 0);
  const parts = sentences.map(({ marked, part }, i) => (marked ? part : path[i]));
  const named = new Set([...parts, ...marks.map(({ part }) => part)]);
  const inPassing = new Map<PartName, StorySentence>();
  for (const part of isTold(story) ? PARTS : []) {
    const likeliest = named.has(part) || !isThere(part) ? undefined : likeliestOf(story, part);
    if (likeliest) inPassing.set(part, likeliest);
  }
  return { parts, inPassing };
});

const likeliestOf = ({ sentences }: Story, part: PartName): StorySentence | undefined =>
  sentences.reduce<StorySentence | undefined>(
    (best, at) => (best && likelihood(best, part) >= likelihood(at, part) ? best : at),
    undefined,
  );

/** Below this a chance says nothing: sentences that do no job go with their neighbours. */
const FAINT = 0.1;
/** More than any one sentence can speak for another part, so that none of those that are there is left out while sentences last. */
const SKIPPED = 3;

/** The most likely parts of sentences that tell these parts in their order; `skipped` is what it costs to leave one out. */
function inOrder(sentences: readonly StorySentence[], open: readonly PartName[], skipped: number): PartName[] {
  const last = open.length - 1;
  let totals: number[] = [];
  const cameFrom: number[][] = [];
  for (const at of sentences) {
    const before = totals;
    const reach = (from: number, to: number): number =>
      (before[from] ?? -skipped * to) - skipped * Math.max(0, to - from - 1);
    const from = open.map((_, to) => {
      let best = to;
      for (let i = to - 1; i >= 0; i--) if (reach(i, to) > reach(best, to)) best = i;
      return best;
    });
    cameFrom.push(from);
    totals = open.map((part, i) => reach(from[i] ?? i, i) + Math.log(FAINT + likelihood(at, part)));
  }
  const ended = totals.map((total, i) => total - skipped * (last - i));
  let at = ended.indexOf(Math.max(...ended));
  return cameFrom
    .toReversed()
    .flatMap((from) => {
      const part = open[at];
      at = from[at] ?? at;
      return part ?? [];
    })
    .reverse();
}
