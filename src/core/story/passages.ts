import { withoutEnd } from '../text/endRun';
import type { Block } from '../text/markdown';
import type { Span } from '../text/span';
import { PARTS, type PartName } from '../types';
import { framedFor } from './framingHeading';
import { isLetter, type Label } from './labels';
import { blocksOf, labelsOf, namesOf, type PlacedRun, toRuns } from './runs';

/** A stretch of one block that belongs to one part; offsets relative to the block. */
export interface Passage {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  /** Undefined where nothing marks it; such passages stand before all others. */
  readonly part: PartName | undefined;
}

/** A mark of a part in a story, with what it names where that stands before it; offsets in the document. */
export interface PartMark {
  readonly part: PartName;
  /** Level of the heading, 0 where a label marks the part. */
  readonly heading: number;
  readonly start: number;
  readonly end: number;
}

export interface StoryText {
  readonly title: string;
  /** Where the heading stands, or the first line of the text. */
  readonly anchor: Span;
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly Block[];
  readonly passages: readonly Passage[];
  readonly marks: readonly PartMark[];
}

/** A heading with everything up to the next one of its rank. */
interface Section<Placed extends PlacedRun = PlacedRun> {
  readonly runs: Placed[];
  readonly heading: Block | undefined;
  /** Whether the heading is beyond doubt the document's title, whatever it reads like. */
  readonly isTop: boolean;
  readonly children: Section<Placed>[];
}

/** The runs of which a story is made. */
export interface StoryRuns<Placed extends PlacedRun = PlacedRun> {
  readonly title: string;
  readonly runs: readonly Placed[];
  /** Which run's heading is a title, and names no part; -1 where none is. */
  readonly titleAt: number;
  /** A design sheet is always one story, and its headings are judged with it. */
  readonly isSheet: boolean;
}

export interface StoryOptions {
  readonly whole: boolean;
  readonly title: string | undefined;
  /** What a story goes by that has no title. */
  readonly fallback?: string | undefined;
  readonly sheet?: boolean;
}

/** Finds the stories of a document: headings whose subtree holds at least two parts, or the document as a whole. */
export function findStoryRuns<Placed extends PlacedRun>(
  all: readonly Placed[],
  { whole, title, fallback = '', sheet = false }: StoryOptions,
): StoryRuns<Placed>[] {
  const named = (section: Section): string => titleOf(section, title) || fallback;
  const runs = sheet ? all : withoutFramings(all);
  const top = letterTitle(runs);
  const root = outline(runs, top);
  const hasProse = runs.some(({ run }) => run.blocks.length > 0);
  if (sheet) return hasProse ? [{ title: named(root), runs, titleAt: -1, isSheet: true }] : [];
  const sections = storySections(root, whole ? 'named' : 'exact');
  if (sections.length === 0 && whole && hasProse) sections.push(root);
  return sections.map((section) => {
    const own = flatten(section);
    const titleAt = section.heading ? 0 : own.findIndex(({ run }) => run === top?.run);
    return { title: named(section), runs: own, titleAt, isSheet: false };
  });
}

/** The stories among the blocks of a document. */
export function findStories(blocks: readonly Block[], options: StoryOptions): StoryText[] {
  const runs = toRuns(blocks).map((run) => ({ run, at: 0 }));
  return findStoryRuns(runs, options).map((story) => readStoryRuns(story, 0));
}

/** What runs tell, with offsets that count from `base`. */
export function readStoryRuns({ title, runs, titleAt, isSheet }: StoryRuns, base: number): StoryText {
  const blocks = blocksOf(runs, base);
  return isSheet
    ? toSheet(blocks, title)
    : toStory(blocks, labelsOf(runs), namesOf(runs, titleAt), title, titleAt === 0);
}

/** What frames a story is no part of it. */
function withoutFramings<Placed extends PlacedRun>(runs: readonly Placed[]): Placed[] {
  let level: number | undefined;
  return runs.filter(({ run: { heading } }) => {
    if (heading && level !== undefined && heading.level <= level) level = undefined;
    if (heading && level === undefined && framedFor(heading.text) !== undefined) level = heading.level;
    return level === undefined;
  });
}

/** A letter alone ("# T") is no part where nothing else is of the first level: the others would stand beside it. */
function letterTitle<Placed extends PlacedRun>(runs: readonly Placed[]): Placed | undefined {
  const [top, ...others] = runs.filter(({ run }) => run.heading?.level === 1);
  return others.length === 0 && isLetter(top?.run.heading?.text ?? '') ? top : undefined;
}

function outline<Placed extends PlacedRun>(runs: readonly Placed[], top: Placed | undefined): Section<Placed> {
  const root: Section<Placed> = { runs: [], heading: undefined, isTop: false, children: [] };
  const open: Section<Placed>[] = [root];
  for (const placed of runs) {
    const { heading } = placed.run;
    if (heading) {
      while (open.length > 1 && (open.at(-1)?.heading?.level ?? 0) >= heading.level) open.pop();
      const section: Section<Placed> = { runs: [], heading, isTop: placed === top, children: [] };
      open.at(-1)?.children.push(section);
      open.push(section);
    }
    open.at(-1)?.runs.push(placed);
  }
  return root;
}

/** How the parts that a heading names are read. */
type Reading = 'exact' | 'named';

const partsNamed = ({ runs, heading, isTop }: Section, reading: Reading): readonly PartName[] =>
  (heading && !isTop && runs[0]?.run[reading]) || [];

/** The innermost sections that hold two parts or more. */
function storySections<Placed extends PlacedRun>(section: Section<Placed>, reading: Reading): Section<Placed>[] {
  const inner = section.children.flatMap((child) => storySections(child, reading));
  if (inner.length > 0) return inner;
  const isPart = partsNamed(section, reading).length > 0 && !isTitle(section);
  return !isPart && partsIn(section, reading).size >= 2 ? [section] : [];
}

/** A heading may read like a part ("The move that slipped") and yet have parts under it that are beyond doubt. */
function isTitle(section: Section): boolean {
  return partsNamed(section, 'exact').length === 0 && partsIn(section, 'exact').size >= 2;
}

function partsIn(section: Section, reading: Reading, parts = new Set<PartName>()): Set<PartName> {
  for (const { run } of section.runs) for (const part of run.labelled) parts.add(part);
  for (const child of section.children) {
    for (const part of partsNamed(child, reading)) parts.add(part);
    partsIn(child, reading, parts);
  }
  return parts;
}

function titleOf(section: Section, title: string | undefined): string {
  const heading = section.heading ?? section.children.find((child) => partsNamed(child, 'named').length === 0)?.heading;
  const text = heading ? titleIn(heading) : '';
  return section.heading ? text : (title ?? text);
}

/** The title that a heading gives: its first line without its marks. */
export function titleIn({ text }: Pick<Block, 'text'>): string {
  const [line = ''] = withoutEnd(text, /[\s#]/)
    .replace(/^[\s#]+/, '')
    .split(/\r?\n/, 1);
  return line;
}

function flatten<Placed extends PlacedRun>({ runs, children }: Section<Placed>): Placed[] {
  return children.length === 0 ? runs : [...runs, ...children.flatMap((child) => flatten(child))];
}

/** Headings without anything below them say nothing. */
function toSheet(blocks: readonly Block[], title: string): StoryText {
  const isEmpty = (block: Block, i: number): boolean => {
    const next = blocks[i + 1];
    return block.kind === 'heading' && (!next || (next.kind === 'heading' && next.level <= block.level));
  };
  const [first] = blocks;
  const start = first?.start ?? 0;
  return {
    title,
    anchor: { start, end: start + firstLine(first) },
    start,
    end: blocks.at(-1)?.end ?? 0,
    blocks,
    passages: blocks
      .filter((block, i) => !isEmpty(block, i))
      .map((block) => ({ block, start: 0, end: block.text.length, part: undefined })),
    marks: [],
  };
}

const firstLine = (block: Block | undefined): number => block?.text.split(/\r?\n/, 1)[0]?.length ?? 0;

function toStory(
  all: readonly Block[],
  labels: readonly (readonly Label[])[],
  names: readonly (readonly PartName[])[],
  title: string,
  isHeaded: boolean,
): StoryText {
  const [first] = all;
  const passages: Passage[] = [];
  const marks: PartMark[] = [];
  let part: PartName | undefined;
  let rank = 0;
  for (const [i, block] of all.entries()) {
    if (block.kind === 'heading') {
      const named = names[i] ?? [];
      if (named.length > 0) {
        part = named[0];
        rank = block.level;
        marks.push(...named.map((name) => ({ part: name, heading: block.level, start: block.start, end: block.end })));
      } else if (rank > 0 && block.level <= rank) part = undefined;
      continue;
    }
    part = cut(block, labels[i] ?? [], part, passages, marks);
  }
  return {
    title,
    anchor: {
      start: first?.start ?? 0,
      end: isHeaded ? (first?.end ?? 0) : (first?.start ?? 0) + firstLine(first),
    },
    start: first?.start ?? 0,
    end: Math.max(first?.end ?? 0, all.at(-1)?.end ?? 0),
    blocks: all,
    passages: settle(passages, marks),
    marks,
  };
}

/** Cuts a block at its labels; answers the part that holds behind it. */
function cut(
  block: Block,
  labels: readonly Label[],
  part: PartName | undefined,
  passages: Passage[],
  marks: PartMark[],
): PartName | undefined {
  let current = part;
  let from = 0;
  const push = (to: number, as: PartName | undefined): void => {
    if (block.text.slice(from, to).trim() !== '') passages.push({ block, start: from, end: to, part: as });
  };
  for (const label of labels) {
    const start = label.trailing ? from + block.text.slice(from).search(/\S/) : label.start;
    marks.push({ part: label.part, heading: 0, start: block.start + start, end: block.start + label.end });
    push(label.start, label.trailing ? label.part : current);
    current = label.part;
    from = label.end;
  }
  push(block.text.length, current);
  return labels.at(-1)?.trailing ? undefined : current;
}

/**
 * Text before the first mark sets the scene, or, where that is a mark of what comes behind the acting, stays unmarked; text under a
 * heading that names no part lies between its neighbours.
 */
function settle(passages: readonly Passage[], marks: readonly PartMark[]): Passage[] {
  const [first] = marks;
  if (!first) return [...passages];
  const tellsAll = first.part === 'result' || first.part === 'learning';
  const settled: Passage[] = [];
  for (const [i, passage] of passages.entries()) {
    const leads = tellsAll && passage.block.start + passage.start < first.start;
    if (passage.part || leads) settled.push(passage);
    else {
      const before = settled.at(-1)?.part;
      const after = passages.slice(i + 1).find(({ part }) => part)?.part;
      settled.push({ ...passage, part: between(before, after) });
    }
  }
  return settled;
}

function between(before: PartName | undefined, after: PartName | undefined): PartName {
  if (!before) return 'situation';
  const from = PARTS.indexOf(before);
  const to = after ? PARTS.indexOf(after) : PARTS.length;
  if (from < 2 && to > 2) return 'action';
  return to - from > 1 ? (PARTS[from + 1] ?? before) : before;
}
