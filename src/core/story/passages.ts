import type { Block } from '../text/markdown';
import { PARTS, type PartName } from '../types';
import { exactParts, findLabels, headingParts, type Label } from './labels';

/** A stretch of one block that belongs to one part; offsets relative to the block. */
export interface Passage {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  /** Undefined where nothing marks it. */
  readonly part: PartName | undefined;
}

/** A mark of a part in a story; offsets in the document. */
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
  readonly anchor: { readonly start: number; readonly end: number };
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly Block[];
  readonly passages: readonly Passage[];
  readonly marks: readonly PartMark[];
}

/** A heading with everything up to the next one of its rank. */
interface Section {
  readonly heading: Block | undefined;
  readonly blocks: Block[];
  readonly children: Section[];
}

/**
 * Finds the stories of a document: headings whose subtree holds at least two parts, or the document as a whole. A design sheet is
 * always one, and its headings are judged with it.
 */
export function findStories(
  blocks: readonly Block[],
  options: { readonly whole: boolean; readonly title: string | undefined; readonly sheet?: boolean },
): StoryText[] {
  const root = outline(blocks);
  if (options.sheet)
    return blocks.some(({ kind }) => kind !== 'heading') ? [toSheet(blocks, titleOf(root, options.title))] : [];
  const sections = storySections(root, options.whole ? headingParts : exactParts);
  if (sections.length === 0 && options.whole && blocks.some(({ kind }) => kind !== 'heading')) sections.push(root);
  return sections.map((section) => toStory(section, titleOf(section, options.title)));
}

function outline(blocks: readonly Block[]): Section {
  const root: Section = { heading: undefined, blocks: [], children: [] };
  const open: Section[] = [root];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      while (open.length > 1 && (open.at(-1)?.heading?.level ?? 0) >= block.level) open.pop();
      const section: Section = { heading: block, blocks: [], children: [] };
      open.at(-1)?.children.push(section);
      open.push(section);
    } else open.at(-1)?.blocks.push(block);
  }
  return root;
}

type ReadHeading = (heading: string) => readonly PartName[];

/** The innermost sections that hold two parts or more. */
function storySections(section: Section, read: ReadHeading): Section[] {
  const inner = section.children.flatMap((child) => storySections(child, read));
  if (inner.length > 0) return inner;
  const isPart = section.heading !== undefined && read(section.heading.text).length > 0 && !isTitle(section);
  return !isPart && partsIn(section, read).size >= 2 ? [section] : [];
}

/** A heading may read like a part ("The move that slipped") and yet have parts under it that are beyond doubt. */
function isTitle(section: Section): boolean {
  return exactParts(section.heading?.text ?? '').length === 0 && partsIn(section, exactParts).size >= 2;
}

function partsIn(section: Section, read: ReadHeading): Set<PartName> {
  const own = section.blocks.flatMap((block) => findLabels(block).map(({ part }) => part));
  const below = section.children.flatMap((child) => [
    ...(child.heading ? read(child.heading.text) : []),
    ...partsIn(child, read),
  ]);
  return new Set([...own, ...below]);
}

function titleOf(section: Section, title: string | undefined): string {
  const heading =
    section.heading ??
    section.children.find((child) => child.heading && headingParts(child.heading.text).length === 0)?.heading;
  const text = heading?.text.replace(/^[\s#]+|[\s#]+$/g, '').split(/\r?\n/, 1)[0] ?? '';
  return section.heading ? text : (title ?? text);
}

function flatten(section: Section): Block[] {
  return [
    ...section.blocks,
    ...section.children.flatMap((child) => [...(child.heading ? [child.heading] : []), ...flatten(child)]),
  ];
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

function toStory(section: Section, title: string): StoryText {
  const blocks = flatten(section);
  const first = section.heading ?? blocks[0];
  const passages: Passage[] = [];
  const marks: PartMark[] = [];
  let part: PartName | undefined;
  let rank = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const named = headingParts(block.text);
      if (named.length > 0) {
        part = named[0];
        rank = block.level;
        marks.push(...named.map((name) => ({ part: name, heading: block.level, start: block.start, end: block.end })));
      } else if (rank > 0 && block.level <= rank) part = undefined;
      continue;
    }
    part = cut(block, findLabels(block), part, passages, marks);
  }
  return {
    title,
    anchor: {
      start: first?.start ?? 0,
      end: section.heading ? section.heading.end : (first?.start ?? 0) + firstLine(first),
    },
    start: first?.start ?? 0,
    end: Math.max(first?.end ?? 0, blocks.at(-1)?.end ?? 0),
    blocks: section.heading ? [section.heading, ...blocks] : blocks,
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
    marks.push({ part: label.part, heading: 0, start: block.start + label.start, end: block.start + label.end });
    push(label.start, label.trailing ? label.part : current);
    current = label.part;
    from = label.end;
  }
  push(block.text.length, current);
  return labels.at(-1)?.trailing ? undefined : current;
}

/** Text before the first mark sets the scene; text under a heading that names no part lies between its neighbours. */
function settle(passages: readonly Passage[], marks: readonly PartMark[]): Passage[] {
  if (marks.length === 0) return [...passages];
  const settled: Passage[] = [];
  for (const [i, passage] of passages.entries()) {
    if (passage.part) settled.push(passage);
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
