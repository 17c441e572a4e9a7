import { sentenceSpans } from '../language/sentences';
import type { RuleFix } from '../rules/rule';
import type { Block, Comment } from '../text/markdown';
import { removeComment } from '../text/removeComment';
import type { Span } from '../text/span';
import { suggest } from '../yaml/nearest';
import { type Directive, nearestDirective, readDirectives } from './directives';

/** What can be ignored: a finding with offsets. */
export interface Ignorable extends Span {
  readonly rule: string;
}

export interface IgnoreInput<F extends Ignorable> {
  readonly text: string;
  readonly comments: readonly Comment[];
  /** The document's blocks of prose, in order. */
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

/** Applies the directives of a document to its findings. */
export function applyIgnores<F extends Ignorable>(input: IgnoreInput<F>): Ignored<F> {
  const silenced = new Set<F>();
  const stale: StaleIgnore[] = [];
  for (const directive of readDirectives(input.comments)) {
    const target = targetOf(directive, input);
    const idle = directive.rules.filter(({ id }) => {
      const hits = target ? input.findings.filter(({ rule, start }) => rule === id && isWithin(target, start)) : [];
      for (const hit of hits) silenced.add(hit);
      return hits.length === 0 && (!input.known.includes(id) || input.hasRun?.(id) !== false);
    });
    if (idle.length > 0 || directive.rules.length === 0 || directive.scope === undefined) {
      stale.push(complain(input, directive, idle));
    }
  }
  return { kept: input.findings.filter((finding) => !silenced.has(finding)), stale };
}

const isWithin = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end;

function targetOf<F extends Ignorable>({ scope, comment }: Directive, input: IgnoreInput<F>): Span | undefined {
  const { text, blocks, partRange } = input;
  if (scope === 'file') return { start: 0, end: text.length + 1 };
  if (scope === 'part') return partRange(comment.start);
  if (scope === undefined) return undefined;
  const around = blocks.find((block) => isWithin(block, comment.start));
  if (around) return nextSentence(around, comment.end);
  const next = blocks.find((block) => block.start >= comment.end);
  if (!next) return undefined;
  const gap = text.slice(comment.end, next.start);
  if (!/[\r\n]/.test(gap + (/^\s*/.exec(next.text)?.[0] ?? ''))) return nextSentence(next, comment.end);
  // The cells of a table are blocks of one line.
  const line = text.slice(next.end).search(/[\r\n]/);
  return { start: next.start, end: line < 0 ? text.length + 1 : next.end + line };
}

/** The first sentence of a block that ends behind an offset, else its last one; a heading is taken as a whole. */
function nextSentence(block: Block, offset: number): Span {
  const sentences = block.kind === 'heading' ? [] : sentenceSpans(block);
  return sentences.find(({ end }) => end > offset) ?? sentences.at(-1) ?? block;
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
