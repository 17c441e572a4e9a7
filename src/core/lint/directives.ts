import type { Comment } from '../text/markdown';
import { nearest } from '../yaml/nearest';

/** How far a directive reaches. */
export type Scope = 'line' | 'part' | 'file';

export interface NamedRule {
  readonly id: string;
  /** Offsets in the document. */
  readonly start: number;
  readonly end: number;
}

/** A comment that asks to ignore findings: `<!-- starl-ignore vague-we, passenger: reason -->`. */
export interface Directive {
  readonly comment: Comment;
  /** Undefined where it is no directive that there is. */
  readonly scope: Scope | undefined;
  /** What it calls itself, for example `starl-ignore-part`. */
  readonly name: string;
  readonly rules: readonly NamedRule[];
}

const SCOPES: ReadonlyMap<string, Scope> = new Map([
  ['starl-ignore', 'line'],
  ['starl-ignore-part', 'part'],
  ['starl-ignore-file', 'file'],
]);
const CLOSING = '-->';
const DIRECTIVE = /^<!--\s*(starl-[\w-]*)((?:[^:\w-][^:]*)?)/;

/** Finds the directives among the comments of a document. */
export function readDirectives(comments: readonly Comment[]): Directive[] {
  return comments.flatMap((comment) => {
    const [whole, name = '', list = ''] = DIRECTIVE.exec(comment.text.slice(0, -CLOSING.length)) ?? [];
    if (whole === undefined || !comment.text.endsWith(CLOSING)) return [];
    const base = comment.start + comment.text.indexOf(name) + name.length;
    const rules = [...list.matchAll(/[^\s,]+/g)].map(({ index, 0: id }) => ({
      id,
      start: base + index,
      end: base + index + id.length,
    }));
    return [{ comment, name, scope: SCOPES.get(name), rules }];
  });
}

/** What an unknown directive was most likely meant to be. */
export function nearestDirective(name: string): string {
  return nearest(name, [...SCOPES.keys()]) ?? 'starl-ignore';
}
