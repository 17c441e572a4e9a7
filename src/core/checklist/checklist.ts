/** How many boxes there are, and how many of them are ticked. */
export interface Count {
  readonly done: number;
  readonly total: number;
}

/** What stands behind `starl:` in a comment. */
export interface ItemEvidence {
  readonly text: string;
  /** Offset in the file. */
  readonly start: number;
}

/** One `- [ ]` of the file. */
export interface Item {
  /**
   * Names the item for as long as its text and the headings and items above it stay the same, whatever happens elsewhere
   * in the file. It is made of these texts, so the file needs no marks of ours.
   */
  readonly id: string;
  /** The text without markup and comments, on one line. */
  readonly label: string;
  readonly done: boolean;
  /** Counts from 1. */
  readonly line: number;
  /** Offset of the character between the brackets. */
  readonly mark: number;
  /** Offsets of the list marker and of the end of all that belongs to the item. */
  readonly start: number;
  readonly end: number;
  /** Whether a blank line parts the item from the one before it in its list; undefined for the first. */
  readonly apart: boolean | undefined;
  /** What a comment `<!-- starl: ... -->` asks for before the item counts as earned. */
  readonly evidence: ItemEvidence | undefined;
  /** What else the item says, a paragraph each, as plain text. */
  readonly notes: readonly string[];
  /** The item itself and those nested in it. */
  readonly count: Count;
  readonly items: readonly Item[];
}

/** What stands under one heading, down to the next heading of its level; or the whole file. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly line: number;
  /** Where the text under the heading begins, and where it ends or the first heading below it begins. */
  readonly start: number;
  readonly end: number;
  readonly count: Count;
  readonly items: readonly Item[];
  /** The headings below this one under which there are items. */
  readonly sections: readonly Section[];
}

/** Why a file can't be read as a checklist; nothing may be written to it then. */
export interface UnreadableFile {
  /** Counts from 1. */
  readonly line: number;
  readonly cause: string;
}

export type Reading =
  | { readonly checklist: Section; readonly problem?: undefined }
  | { readonly problem: UnreadableFile; readonly checklist?: undefined };

/** All items below a section or an item, in the order of the file. */
export function* itemsWithin(parent: Section | Item): Generator<Item> {
  for (const item of parent.items) {
    yield item;
    yield* itemsWithin(item);
  }
  if ('sections' in parent) for (const section of parent.sections) yield* itemsWithin(section);
}

/** All sections below a section, in the order of the file. */
export function* sectionsWithin(parent: Section): Generator<Section> {
  for (const section of parent.sections) {
    yield section;
    yield* sectionsWithin(section);
  }
}
