import type { Block } from '../text/markdown';
import type { PartName } from '../types';
import { exactParts, findLabels, headingParts } from './labels';

/** A heading and the prose up to the next one, or prose without a heading. */
export class Run {
  readonly heading: Block | undefined;
  readonly blocks: readonly Block[];
  #labelled: readonly PartName[] | undefined;
  #exact: readonly PartName[] | undefined;
  #named: readonly PartName[] | undefined;

  constructor(heading: Block | undefined, blocks: readonly Block[]) {
    this.heading = heading;
    this.blocks = blocks;
  }

  /** The parts that labels in the prose name. */
  get labelled(): readonly PartName[] {
    this.#labelled ??= this.blocks.flatMap((block) => findLabels(block).map(({ part }) => part));
    return this.#labelled;
  }

  /** The parts that the heading names in so many words. */
  get exact(): readonly PartName[] {
    this.#exact ??= exactParts(this.heading?.text ?? '');
    return this.#exact;
  }

  /** The parts that the heading names, in whatever words. */
  get named(): readonly PartName[] {
    this.#named ??= headingParts(this.heading?.text ?? '');
    return this.#named;
  }
}

export function toRuns(blocks: readonly Block[]): Run[] {
  const runs: Run[] = [];
  let heading: Block | undefined;
  let own: Block[] = [];
  const finish = (): void => {
    if (heading || own.length > 0) runs.push(new Run(heading, own));
    own = [];
  };
  for (const block of blocks) {
    if (block.kind !== 'heading') own.push(block);
    else {
      finish();
      heading = block;
    }
  }
  finish();
  return runs;
}

/** A run in its place. */
export interface PlacedRun {
  readonly run: Run;
  /** What the offsets in the run count from, in the document. */
  readonly at: number;
}

/** The blocks of runs, headings included, with offsets that count from `base`. */
export function blocksOf(runs: readonly PlacedRun[], base: number): Block[] {
  return runs.flatMap(({ run: { heading, blocks }, at }) => {
    const own = heading ? [heading, ...blocks] : blocks;
    return at === base ? own : own.map((block) => shift(block, at - base));
  });
}

const shift = (block: Block, by: number): Block => ({ ...block, start: block.start + by, end: block.end + by });
