import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { bodyStart } from '../text/frontMatter';
import { parseTree } from '../text/markdown';
import { type Count, type Item, itemsWithin, type Reading, type Section } from './checklist';
import { plainText } from './plainText';
import { findProblem } from './problems';
import { SourceMap } from './sourceMap';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** An item or section while it is being read. */
type GrowingItem = Omit<Mutable<Item>, 'notes' | 'items'> & { notes: string[]; items: GrowingItem[] };
type GrowingSection = Omit<Mutable<Section>, 'items' | 'sections'> & {
  level: number;
  items: GrowingItem[];
  sections: GrowingSection[];
};

const NONE: Count = { done: 0, total: 0 };
const HEADING = /^(?:ATX|Setext)Heading(\d)$/;
const EVIDENCE = /^<!--\s*starl:\s*/;
const CLOSING = '-->';
/** What may lead to items; everything else (code, quotations, tables, HTML) is passed over. */
const OPEN = new Set(['Document', 'BulletList', 'OrderedList', 'ListItem']);

/**
 * Reads the task items of a Markdown text, grouped by its headings. A single heading above all of them is the title of
 * the file and no group. Never throws: all text is Markdown, and what must not be ticked is a problem.
 */
export function readChecklist(text: string): Reading {
  const problem = findProblem(text);
  return problem ? { problem } : { checklist: new Reader(text).read() };
}

/** All items of a text, in their order; none where it cannot be read as a checklist. */
export function itemsIn(text: string): Item[] {
  const { checklist } = readChecklist(text);
  return checklist ? [...itemsWithin(checklist)] : [];
}

class Reader {
  /** As it was given. */
  readonly #file: string;
  /** Without front matter, and with `\n` for every line break. */
  readonly #text: string;
  readonly #source: SourceMap;
  readonly #whole: GrowingSection;
  /** The sections that are open, outermost first; the last is the one whose heading came last. */
  readonly #sections: GrowingSection[];
  /** The list items that are open; undefined where one has no box. */
  readonly #listItems: (GrowingItem | undefined)[] = [];
  /** How often an id was wanted. */
  readonly #ids = new Map<string, number>();

  constructor(text: string) {
    this.#source = new SourceMap(text, bodyStart(text));
    this.#file = text;
    this.#text = this.#source.text;
    this.#whole = {
      id: '',
      title: '',
      level: 0,
      line: this.#source.line(0),
      start: this.#source.offset(0),
      end: text.length,
      count: NONE,
      items: [],
      sections: [],
    };
    this.#sections = [this.#whole];
  }

  read(): Section {
    parseTree(this.#text).iterate({
      enter: (node) => this.#enter(node),
      leave: ({ name }) => {
        if (name === 'ListItem') this.#listItems.pop();
      },
    });
    settle(this.#whole);
    const [title, ...others] = this.#whole.sections;
    return title && others.length === 0 && this.#whole.items.length === 0 ? title : this.#whole;
  }

  #enter(node: SyntaxNodeRef): boolean {
    const heading = HEADING.exec(node.name);
    if (heading) this.#heading(node.node, Number(heading[1]));
    else if (node.name === 'ListItem') this.#listItems.push(undefined);
    else if (node.name === 'Task' && node.node.prevSibling?.name === 'ListMark') this.#item(node.node);
    else if (node.name === 'Paragraph' || node.name === 'Task') this.#note(node.node);
    else if (node.name === 'CommentBlock') this.#evidence(node);
    return OPEN.has(node.name);
  }

  get #section(): GrowingSection {
    return this.#sections.at(-1) ?? this.#whole;
  }

  /** The innermost item that is open. */
  get #owner(): GrowingItem | undefined {
    return this.#listItems.findLast((item) => item !== undefined);
  }

  #heading(node: SyntaxNode, level: number): void {
    if (node.parent?.name !== 'Document') return;
    this.#section.end = this.#source.offset(node.from);
    while (this.#section.level >= level) this.#sections.pop();
    const parent = this.#section;
    const title = plainText(this.#text, node);
    const section: GrowingSection = {
      id: this.#id(parent.id, 's', title),
      title,
      level,
      line: this.#source.line(node.from),
      start: this.#source.offset(node.to),
      end: this.#source.offset(this.#text.length),
      count: NONE,
      items: [],
      sections: [],
    };
    parent.sections.push(section);
    this.#sections.push(section);
  }

  #item(task: SyntaxNode): void {
    const listItem = task.parent ?? task;
    const parent = this.#owner ?? this.#section;
    const label = plainText(this.#text, task);
    const item: GrowingItem = {
      id: this.#id(parent.id, 'i', label),
      label,
      done: this.#text[task.from + 1] !== ' ',
      line: this.#source.line(task.from),
      mark: this.#source.offset(task.from + 1),
      start: this.#source.offset(listItem.from),
      end: this.#source.offset(listItem.to),
      apart: this.#isApart(listItem),
      evidence: undefined,
      notes: [],
      count: NONE,
      items: [],
    };
    parent.items.push(item);
    this.#listItems.splice(-1, 1, item);
    task.cursor().iterate((node) => {
      if (node.name === 'Comment') this.#evidence(node);
    });
  }

  #isApart({ from, prevSibling }: SyntaxNode): boolean | undefined {
    return prevSibling ? /\n[ \t]*\n/.test(this.#text.slice(prevSibling.to, from)) : undefined;
  }

  #note(paragraph: SyntaxNode): void {
    const note = this.#owner && plainText(this.#text, paragraph);
    if (note) this.#owner?.notes.push(note);
  }

  #evidence({ from, to }: SyntaxNodeRef): void {
    const owner = this.#owner;
    const comment = this.#text.slice(from, to);
    const [opening] = EVIDENCE.exec(comment) ?? [];
    if (!owner || owner.evidence || opening === undefined || !comment.endsWith(CLOSING)) return;
    const { length } = comment.slice(opening.length, -CLOSING.length).trimEnd();
    const start = this.#source.offset(from + opening.length);
    const end = this.#source.offset(from + opening.length + length);
    owner.evidence = { text: this.#file.slice(start, end), start };
  }

  /** Texts hold no line breaks, so no two paths of texts make the same id. */
  #id(parent: string, kind: string, text: string): string {
    const wanted = `${parent}\n${kind}:${text}`;
    const earlier = this.#ids.get(wanted) ?? 0;
    this.#ids.set(wanted, earlier + 1);
    return earlier === 0 ? wanted : `${parent}\n${kind}${earlier + 1}:${text}`;
  }
}

/** Counts what is in a section, and drops the sections in which there is nothing. */
function settle(section: GrowingSection): void {
  section.items.forEach(countItem);
  section.sections.forEach(settle);
  section.sections = section.sections.filter(({ count }) => count.total > 0);
  section.count = sum(NONE, [...section.items, ...section.sections]);
}

function countItem(item: GrowingItem): void {
  item.items.forEach(countItem);
  item.count = sum({ done: item.done ? 1 : 0, total: 1 }, item.items);
}

function sum(start: Count, entries: readonly { readonly count: Count }[]): Count {
  let { done, total } = start;
  for (const { count } of entries) {
    done += count.done;
    total += count.total;
  }
  return { done, total };
}
