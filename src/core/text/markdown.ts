import type { SyntaxNode, Tree } from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';
import { once } from '../util/once';
import { readHtml } from './html';
import { Mask } from './mask';
import { limitNesting, TOO_DEEP } from './nesting';
import { readPlainMarkdown } from './plainMarkdown';

/** A piece of prose that belongs together: a heading, a paragraph, the paragraph of a list item, a table cell. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item';
  /** Level of a heading (1 to 6) or depth of a list item; 0 for a paragraph. */
  readonly level: number;
  readonly start: number;
  readonly end: number;
  /** What is judged: as long as the source, with markup blanked and code and links to nothing replaced by a filler. */
  readonly text: string;
  /** Offsets, relative to `start`, of text set in bold. */
  readonly bold: readonly (readonly [number, number])[];
  /** The same of all text that has marks, brackets or tags around it, these included; what holds others stands before them. */
  readonly wrapped: readonly (readonly [number, number])[];
  /** The same of what is judged as blanks or a filler and would be lost with the words around it: code, images, addresses, comments, tags. */
  readonly hidden: readonly (readonly [number, number])[];
}

export interface Comment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Markdown {
  readonly blocks: readonly Block[];
  /** HTML comments, where directives stand. */
  readonly comments: readonly Comment[];
  /** Whether no code and no HTML at the end would go on in text behind it. */
  readonly isEnded: boolean;
  /** Where text starts that is nested too deeply to be read. */
  readonly tooDeep: readonly number[];
}

const configured = once(() => parser.configure([GFM, limitNesting()]));
/** The tree itself, for readers that want it. Line breaks must be `\n`. */
export const parseTree = (text: string): Tree => configured().parse(text);
/** A comment; one that is never closed takes the rest. */
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
/** A line such as `|---|---|`. */
const BAR_AT_END = /^[ \t>|:-]*\|\r\n/gm;
const HEADING = /^(?:ATX|Setext)Heading(\d)$/;
const SILENT = new Set([
  'FencedCode',
  'CodeBlock',
  'Blockquote',
  'HorizontalRule',
  'LinkReference',
  'ProcessingInstructionBlock',
]);

/** Stand for something that is no prose. */
const FILLED = new Set(['InlineCode', 'Image', 'URL', 'Autolink']);
const HIDDEN = new Set([TOO_DEEP, 'Comment', 'HTMLTag', 'LinkTitle', 'URL']);

/** Have marks around what they hold. */
const WRAPPED = new Set(['Emphasis', 'StrongEmphasis', 'Strikethrough', 'Link']);

/** Blocks of HTML and the like that may go on behind a blank line; whether they do is not told by the tree. */
const UNSURE = new Set(['HTMLBlock', 'CommentBlock', 'ProcessingInstructionBlock']);

/** Code in fences ends with a fence of its own. */
function isEnded(last: SyntaxNode | null): boolean {
  if (last?.name !== 'FencedCode') return !UNSURE.has(last?.name ?? '');
  return last.lastChild?.name === 'CodeMark' && last.lastChild.from !== last.firstChild?.from;
}

/** Square brackets that lead nowhere are brackets: a placeholder, a remark. */
function isBracket({ parent }: SyntaxNode): boolean {
  return parent?.name === 'Link' && !parent.getChild('URL') && !parent.getChild('LinkLabel');
}

/** Splits the Markdown from offset `from` on into blocks. Never throws: everything is Markdown. */
export function readMarkdown(text: string, from = 0): Markdown {
  return (from === 0 ? readPlainMarkdown(text) : undefined) ?? parseMarkdown(text, from);
}

/** The same by the parser alone. */
export function parseMarkdown(text: string, from = 0): Markdown {
  const input = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
  const tree = parseTree(withoutReturns(from === 0 ? input : input.slice(from)));
  return new Reader(input, tree, from).read();
}

/**
 * A text of the same length that reads the same without returns. To the parser a line with one at its end is not blank, and HTML
 * would go on behind it; nor is one that ends in a bar and a space the line below a table's heading.
 */
function withoutReturns(text: string): string {
  if (!text.includes('\r\n')) return text;
  return text.replace(BAR_AT_END, (line) => `${line.slice(0, -3)} |\n`).replaceAll('\r\n', ' \n');
}

interface OpenTag {
  readonly name: string;
  readonly start: number;
}

/** Notes a tag that opens, and what stands between one that closes and its partner, tags included. */
function pairTag(tag: string, start: number, open: OpenTag[], pairs: [number, number][]): void {
  const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(tag) ?? [];
  if (slash === '') open.push({ name, start });
  if (slash !== '/') return;
  const at = open.findLastIndex((one) => one.name === name);
  const partner = open[at];
  if (!partner) return;
  pairs.push([partner.start, start + tag.length]);
  open.length = at;
}

class Reader {
  readonly #text: string;
  readonly #tree: Tree;
  readonly #from: number;
  readonly #blocks: Block[] = [];
  readonly #comments: Comment[] = [];
  readonly #tooDeep: number[] = [];

  constructor(text: string, tree: Tree, from: number) {
    this.#text = text;
    this.#tree = tree;
    this.#from = from;
  }

  read(): Markdown {
    this.#children(this.#tree.topNode, 0);
    return {
      blocks: this.#blocks,
      comments: this.#comments,
      isEnded: isEnded(this.#tree.topNode.lastChild),
      tooDeep: this.#tooDeep,
    };
  }

  #children(node: SyntaxNode, depth: number): void {
    for (let child = node.firstChild; child; child = child.nextSibling) this.#block(child, depth);
  }

  #block(node: SyntaxNode, depth: number): void {
    const heading = HEADING.exec(node.name);
    if (heading) this.#leaf(node, 'heading', Number(heading[1]));
    else if (node.name === 'Paragraph' || node.name === 'Task') {
      if (depth > 0) this.#leaf(node, 'item', depth);
      else this.#leaf(node, 'paragraph', 0);
    } else if (node.name === 'BulletList' || node.name === 'OrderedList') this.#children(node, depth + 1);
    else if (node.name === 'ListItem') this.#children(node, depth);
    else if (node.name === 'Table') this.#table(node);
    else if (node.name === 'HTMLBlock' || node.name === 'CommentBlock') this.#html(node);
    else if (node.name === TOO_DEEP) this.#tooDeep.push(node.from + this.#from);
    else if (!SILENT.has(node.name)) this.#children(node, depth);
  }

  /** Cells are prose unless the table is one of links. */
  #table(table: SyntaxNode): void {
    const cells: SyntaxNode[] = [];
    let links = false;
    table.cursor().iterate((node) => {
      if (node.name === 'TableCell') cells.push(node.node);
      if (node.name === 'Link' || node.name === 'URL') links = true;
    });
    if (!links) for (const cell of cells) this.#leaf(cell, 'paragraph', 0);
  }

  #comment(start: number, end: number): void {
    this.#comments.push({ start, end, text: this.#text.slice(start, end) });
  }

  #leaf(node: SyntaxNode, kind: Block['kind'], level: number): void {
    const mask = new Mask(this.#text, node.from + this.#from, this.#end(node));
    const bold: [number, number][] = [];
    const wrapped: [number, number][] = [];
    const openTags: OpenTag[] = [];
    node.cursor().iterate(({ name, from, to, node: inner }) => {
      const start = from + this.#from;
      const end = to + this.#from;
      if (name === 'Comment') this.#comment(start, end);
      if (name === TOO_DEEP) this.#tooDeep.push(start);
      if (name === 'StrongEmphasis') bold.push([start - mask.start, end - mask.start]);
      if (name === 'HTMLTag') pairTag(this.#text.slice(start, end), start - mask.start, openTags, wrapped);
      if (WRAPPED.has(name)) wrapped.push([start - mask.start, end - mask.start]);
      else if (name === 'LinkMark' && isBracket(inner)) return false;
      else if (FILLED.has(name) && !(name === 'URL' && inner.parent?.name === 'Link')) mask.fill(start, end);
      else if (name === 'Escape') mask.blank(start, start + 1);
      else if (HIDDEN.has(name)) mask.hide(start, end);
      else if (name === 'TaskMarker' || name.endsWith('Mark')) mask.blank(start, end);
      else return true;
      return WRAPPED.has(name);
    });
    wrapped.sort(([a], [b]) => a - b);
    this.#push(mask, kind, level, bold, wrapped);
  }

  #html(node: SyntaxNode): void {
    const start = node.from + this.#from;
    const end = this.#end(node);
    for (const { index, 0: comment } of this.#text.slice(start, end).matchAll(COMMENT)) {
      this.#comment(start + index, start + index + comment.length);
    }
    for (const { mask, bold, heading } of readHtml(this.#text, start, end)) {
      this.#push(mask, heading > 0 ? 'heading' : 'paragraph', heading, bold, []);
    }
  }

  /** Where a node ends in the document; the parser takes the first half of CRLF for the end of the line. */
  #end(node: SyntaxNode): number {
    const end = node.to + this.#from;
    return this.#text.charAt(end - 1) === '\r' ? end - 1 : end;
  }

  #push(mask: Mask, kind: Block['kind'], level: number, bold: Block['bold'], wrapped: Block['wrapped']): void {
    const text = mask.read();
    if ((kind !== 'heading' || level === 0) && text.trim() === '') return;
    this.#blocks.push({ kind, level, start: mask.start, end: mask.end, text, bold, wrapped, hidden: mask.hidden() });
  }
}
