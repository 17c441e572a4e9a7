import { sentenceSpans } from '../language/sentences';
import type { RuleFix } from '../rules/rule';
import { lineEnd } from '../text/lineBreaks';
import type { Block, Comment } from '../text/markdown';
import { lastAtOrBefore } from '../text/regions';
import { removeComment } from '../text/removeComment';
import type { Span } from '../text/span';
import { oncePer } from '../util/once';
import { suggest } from '../yaml/nearest';
import { type Directive, nearestDirective, readDirectives } from './directives';

/** What can be ignored: a finding with offsets. */
export interface Ignorable extends Span {
  readonly rule: string;
}

export interface IgnoreInput<F extends Ignorable> {
  /** A document, or a chapter of it; all offsets count from its start. */
  readonly text: string;
  readonly comments: readonly Comment[];
  /** The blocks of prose, in order. */
  readonly blocks: readonly Block[];
  readonly findings: readonly F[];
  /** The ids of all rules that there are. */
  readonly known: readonly string[];
  /** The part of a story in which an offset stands. */
  readonly partRange: (offset: number) => Span | undefined;
  /** Whether a rule has been run; a directive about one that hasn't is not called stale. All have been where left out. */
  readonly hasRun?: (rule: string) => boolean;
}

/** A directive that does nothing; reported as `stale-ignore`. */
export interface StaleIgnore extends Span {
  readonly message: string;
  readonly fixes: readonly RuleFix[];
}

export interface Ignored<F> {
  /** The findings that no directive silences, in their order. */
  readonly kept: F[];
  readonly stale: StaleIgnore[];
}

/** What a chapter has to know of the others; the ids of rules. */
interface Others {
  /** Named for the whole file, and broken somewhere in it. */
  readonly inFile: readonly string[];
  /** Named at the end of the chapter before for what follows. */
  readonly before: readonly string[];
  /** Named at the end of this chapter, and broken where the next one begins. */
  readonly behind: readonly string[];
}

/** What a directive reaches: a stretch of its chapter, what the next one begins with, or the file. */
type Reach = Span | 'next' | 'file' | undefined;

/** Applies the directives of a document to its findings, chapter by chapter. */
export function applyIgnores<F extends Ignorable>(chapters: readonly ChapterIgnores<F>[]): Ignored<F>[] {
  const named = new Set(chapters.flatMap(({ forFile }) => forFile));
  const inFile = [...named].filter((rule) => chapters.some((chapter) => chapter.breaks(rule)));
  return chapters.map((chapter, i) =>
    chapter.apply({
      inFile,
      before: chapters[i - 1]?.forNext ?? [],
      behind: chapter.forNext.filter((rule) => chapters[i + 1]?.breaksAtStart(rule)),
    }),
  );
}

/** The directives of a chapter, and what they do in it. */
export class ChapterIgnores<F extends Ignorable> {
  /** The rules that directives name for the whole file. */
  readonly forFile: readonly string[];
  /** The rules that directives at its end name for what the next chapter begins with. */
  readonly forNext: readonly string[];
  readonly #input: IgnoreInput<F>;
  readonly #broken: ReadonlySet<string>;
  readonly #directives: readonly { readonly directive: Directive; readonly reach: Reach }[];
  /** The last answer, and what it goes by besides the chapter. */
  #last: { readonly others: Others; readonly ignored: Ignored<F> } | undefined;

  constructor(input: IgnoreInput<F>) {
    this.#input = input;
    this.#broken = new Set(input.findings.map(({ rule }) => rule));
    const reachOf = reachIn(input);
    this.#directives = readDirectives(input.comments).map((directive) => ({ directive, reach: reachOf(directive) }));
    const rulesFor = (where: Reach): string[] =>
      this.#directives.flatMap(({ directive, reach }) => (reach === where ? directive.rules.map(({ id }) => id) : []));
    this.forFile = rulesFor('file');
    this.forNext = rulesFor('next');
  }

  /** Whether anything in the chapter breaks a rule. */
  breaks(rule: string): boolean {
    return this.#broken.has(rule);
  }

  /** Whether what the chapter begins with breaks a rule. */
  breaksAtStart(rule: string): boolean {
    return this.#atStart([rule]).length > 0;
  }

  apply(others: Others): Ignored<F> {
    if (!this.#last || !isSame(this.#last.others, others)) this.#last = { others, ignored: this.#apply(others) };
    return this.#last.ignored;
  }

  #apply({ inFile, before, behind }: Others): Ignored<F> {
    const { findings, known, hasRun } = this.#input;
    const silenced = new Set(this.#atStart(before));
    const stale: StaleIgnore[] = [];
    const hits = (rule: string, reach: Reach): boolean => {
      if (reach === 'file') return inFile.includes(rule);
      if (reach === 'next') return behind.includes(rule);
      const found = findings.filter((one) => one.rule === rule && reach && isWithin(reach, one.start));
      for (const one of found) silenced.add(one);
      return found.length > 0;
    };
    for (const { directive, reach } of this.#directives) {
      const { scope, rules } = directive;
      const idle = rules.filter(({ id }) => !hits(id, reach) && (!known.includes(id) || hasRun?.(id) !== false));
      if (idle.length > 0 || rules.length === 0 || scope === undefined)
        stale.push(complain(this.#input, directive, idle));
    }
    return { kept: findings.filter((one) => !silenced.has(one) && !inFile.includes(one.rule)), stale };
  }

  /** What breaks one of some rules in what the chapter begins with. */
  #atStart(rules: readonly string[]): F[] {
    const { text, blocks, findings } = this.#input;
    const [first] = blocks;
    if (!first || rules.length === 0) return [];
    const reach = throughLine(text, first);
    return findings.filter(({ rule, start }) => rules.includes(rule) && isWithin(reach, start));
  }
}

function isSame(a: Others, b: Others): boolean {
  const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
    one.length === other.length && one.every((rule, i) => rule === other[i]);
  return isSameList(a.inFile, b.inFile) && isSameList(a.before, b.before) && isSameList(a.behind, b.behind);
}

const isWithin = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end;

function reachIn<F extends Ignorable>({ text, blocks, partRange }: IgnoreInput<F>): (directive: Directive) => Reach {
  const starts = blocks.map(({ start }) => start);
  const sentencesOf = oncePer(sentenceSpans);
  /** The first sentence of a block that ends behind an offset, else its last one; a heading is taken as a whole. */
  const nextSentence = (block: Block, offset: number): Span => {
    const sentences = block.kind === 'heading' ? [] : sentencesOf(block);
    return sentences.find(({ end }) => end > offset) ?? sentences.at(-1) ?? block;
  };
  return ({ scope, comment }) => {
    if (scope === 'file') return 'file';
    if (scope === 'part') return partRange(comment.start);
    if (scope === undefined) return undefined;
    const at = lastAtOrBefore(starts, comment.end - 1);
    const around = blocks[lastAtOrBefore(starts, comment.start)];
    if (around && isWithin(around, comment.start)) return nextSentence(around, comment.end);
    const next = [blocks[at], blocks[at + 1]].find((block) => block && block.start >= comment.end);
    if (!next) return 'next';
    const gap = text.slice(comment.end, next.start);
    const isOnLine = !/[\r\n]/.test(gap + (/^\s*/.exec(next.text)?.[0] ?? ''));
    return isOnLine ? nextSentence(next, comment.end) : throughLine(text, next);
  };
}

/** A block and what stands behind it on its last line: the cells of a table are blocks of one line. */
function throughLine(text: string, { start, end }: Span): Span {
  return { start, end: lineEnd(text, end) + 1 };
}

const REACH = { line: 'here', part: 'in this part', file: 'in this file' } as const;

function complain(
  { text, known: there }: Pick<IgnoreInput<Ignorable>, 'text' | 'known'>,
  directive: Directive,
  idle: Directive['rules'],
): StaleIgnore {
  const { comment, name, scope, rules } = directive;
  const remove = (safe: boolean): RuleFix => ({
    title: 'Remove the comment',
    edits: [removeComment(text, comment)],
    safe,
  });
  if (scope === undefined) {
    const message = `There is no directive "${name}". Did you mean "${nearestDirective(name)}"?`;
    return { ...rangeOf(comment), message, fixes: [remove(false)] };
  }
  if (rules.length === 0) {
    const message = `This names no rule to ignore. Write <!-- ${name} vague-we: reason -->.`;
    return { ...rangeOf(comment), message, fixes: [remove(true)] };
  }
  const unknown = idle.filter(({ id }) => !there.includes(id));
  const known = idle.filter((rule) => !unknown.includes(rule)).map(({ id }) => id);
  const message = [
    ...unknown.map(({ id }) => `There is no rule "${id}". ${suggest(id, there)}`),
    ...(known.length > 0 ? [`There is no ${known.join(' or ')} to ignore ${REACH[scope]}.`] : []),
  ].join(' ');
  // A misspelt name may stand for one that is needed: only the writer knows.
  const safe = unknown.length === 0;
  if (idle.length === rules.length) return { ...rangeOf(comment), message, fixes: [remove(safe)] };
  const kept = rules.filter((rule) => !idle.includes(rule)).map(({ id }) => id);
  const edit = {
    start: rules[0]?.start ?? comment.start,
    end: rules.at(-1)?.end ?? comment.end,
    text: kept.join(', '),
  };
  return {
    ...rangeOf(idle[0] ?? comment),
    message,
    fixes: [{ title: `Keep only ${kept.join(', ')} in the comment`, edits: [edit], safe }],
  };
}

function rangeOf({ start, end }: Span): Span {
  return { start, end };
}
