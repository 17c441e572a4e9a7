import type { Block } from '../text/markdown';
import type { PartName } from '../types';
import { exactParts, findLabels, headingParts, type Label } from './labels';

/** A heading and the prose up to the next one, or prose without a heading. */
export class Run {
  readonly heading: Block | undefined;
  readonly blocks: readonly Block[];
  #labels: readonly (readonly Label[])[] | undefined;
  #labelled: readonly PartName[] | undefined;
  #outline: string | undefined;
  #exact: readonly PartName[] | undefined;
  #named: readonly PartName[] | undefined;

  constructor(heading: Block | undefined, blocks: readonly Block[]) {
    this.heading = heading;
    this.blocks = blocks;
  }

  /** The labels in each block of the prose. */
  get labels(): readonly (readonly Label[])[] {
    this.#labels ??= this.blocks.map(findLabels);
    return this.#labels;
  }

  /** The parts that labels in the prose name. */
  get labelled(): readonly PartName[] {
    this.#labelled ??= this.labels.flatMap((own) => own.map(({ part }) => part));
    return this.#labelled;
  }

  /** All that decides where stories begin and end, as far as this run has a say in it. */
  get outline(): string {
    this.#outline ??= JSON.stringify([
      this.heading?.level,
      this.heading?.text,
      this.labelled,
      this.blocks.length > 0 ? 'prose' : '',
    ]);
    return this.#outline;
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

/** The labels in the blocks of runs; headings have none. */
export function labelsOf(runs: readonly PlacedRun[]): (readonly Label[])[] {
  return runs.flatMap(({ run: { heading, labels } }) => (heading ? [[], ...labels] : labels));
}

/** The parts that the headings among the blocks of runs name; prose has none, nor has the run of the title. */
export function namesOf(runs: readonly PlacedRun[], titleAt: number): (readonly PartName[])[] {
  return runs.flatMap(({ run: { heading, blocks, named } }, i) => {
    const none = blocks.map(() => []);
    return heading ? [i === titleAt ? [] : named, ...none] : none;
  });
}

/** The blocks of runs, headings included, with offsets that count from `base`. */
export function blocksOf(runs: readonly PlacedRun[], base: number): Block[] {
  return runs.flatMap(({ run: { heading, blocks }, at }) => {
    const own = heading ? [heading, ...blocks] : blocks;
    return at === base ? own : own.map((block) => shift(block, at - base));
  });
}

const shift = (block: Block, by: number): Block => ({ ...block, start: block.start + by, end: block.end + by });
