/**
 * The objects that every adapter (editor, command line, other programs) receives. All offsets count UTF-16 code units
 * of the text as it was given, from 0; lines and columns count from 1.
 */

export const PARTS = ['situation', 'task', 'action', 'result', 'learning'] as const;
/** One of the five parts of a STARL story. */
export type PartName = (typeof PARTS)[number];

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const KINDS = ['story', 'design', 'speech', 'narrative'] as const;
/** A kind of document that Starl judges. */
export type DocumentKind = (typeof KINDS)[number];

export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Replaces the text from `start` up to `end` (offsets) by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  /** Ordered by offset, never overlapping. */
  readonly edits: readonly Edit[];
  /** The texts are snippets in the syntax of VS Code (`${1:placeholder}`), for facts that only the writer knows. */
  readonly snippet: boolean;
}

export interface Finding {
  /** The rule's id, for example `vague-we`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
  /** The part in which the finding stands, where there is one. */
  readonly part?: PartName;
  /** Places that the message speaks of, where it speaks of several. */
  readonly related?: readonly { readonly start: Position; readonly end: Position; readonly message: string }[];
  /** Worked out when first read, because each fix is tried before it is offered. */
  readonly fixes: readonly Fix[];
}

export interface PartSummary {
  readonly words: number;
  /** Spoken time at the middle of the configured rate. */
  readonly seconds: number;
}

export interface StorySummary {
  readonly title: string;
  readonly parts: Readonly<Partial<Record<PartName, PartSummary>>>;
  /** How often the narrator and the group are subject of a clause, quotations apart. */
  readonly ownership: { readonly i: number; readonly we: number };
}

/** Where a story and its parts stand; for views that point into the text. */
export interface StoryOutline {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly seconds: number;
  readonly parts: readonly PartOutline[];
}

export interface PartOutline {
  readonly part: PartName;
  /** Offset of the heading or label, or of the first sentence where nothing marks the part. */
  readonly start: number;
  readonly end: number;
  /** None where it is told in passing: in a sentence that is counted to another part. */
  readonly words: number;
  readonly seconds: number;
  /** Share of the story's words, 0 to 1. */
  readonly share: number;
  /** False where the part was estimated from its sentences. */
  readonly marked: boolean;
}

/** Findings in the order of the text, counted at once and worked out when they are reached. */
export interface FindingsInTurn extends Iterable<Finding> {
  readonly length: number;
}

export interface Report {
  /** Undefined where the document is none of ours; then there are no findings. */
  readonly kind: DocumentKind | undefined;
  /** Ordered by start, then end, then rule. */
  readonly findings: readonly Finding[];
  readonly stories: readonly StorySummary[];
  readonly outline: readonly StoryOutline[];
  /** What was not judged, and why, in words for the user ("mostly not English"). */
  readonly notes: readonly string[];
}

export interface DocumentInfo {
  /** Path or URI path with `/`; decides whether the document is one of ours. */
  readonly path?: string;
  /** Overrides what the document would be taken for. */
  readonly kind?: DocumentKind;
}

/**
 * One of several changes that are applied one after the other: its offsets count in the text as the changes before it
 * have left it. A change event of VS Code fits as it is, for it lists what several cursors did from the end of the text
 * to its start, so that no change moves those behind it in the list.
 */
export type TextChange = Edit;
