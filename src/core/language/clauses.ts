import { type Actor, actorOf } from './actors';
import { findSubject, type Subject } from './subjects';
import type { Tagged } from './tag';
import { isGot, type Tense, tenseOf, type VerbGroup, verbGroup } from './verbGroups';

/** One verb group with its subject. Indexes point into the sentence's tokens. */
export interface Clause {
  readonly actor: Actor;
  /** First and last token of the subject; `first > last` where it is elided or inherited. */
  readonly subject: { readonly first: number; readonly last: number };
  /** Whether the subject stands in an earlier clause ("I pulled the logs and saw …"). */
  readonly inherited: boolean;
  /** First token of the verb group, auxiliaries included. */
  readonly groupStart: number;
  /** The main verb, or the last auxiliary where there is none ("we were late"). */
  readonly verb: number;
  /** Base form of the main verb; `be` or `have` where that is all there is. */
  readonly lemma: string;
  readonly voice: 'active' | 'passive';
  readonly negated: boolean;
  /** The modal or marker of something that did not (yet) happen: "would", "could", "to", "if". */
  readonly unreal: boolean;
  readonly tense: Tense;
  /** Opened by "because", "when", "that", "which" … */
  readonly subordinator: string | undefined;
  /** Last token of the clause. */
  readonly last: number;
}

/** Finds the clauses of a tagged sentence, in order. */
export function findClauses(tokens: readonly Tagged[]): Clause[] {
  const clauses: Clause[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const group = verbGroup(tokens, i);
    if (!group) continue;
    clauses.push(makeClause(tokens, group, clauses));
    i = group.verb;
  }
  return clauses.map((clause, at) => ({ ...clause, last: endOfClause(tokens, clause, clauses[at + 1]) }));
}

function makeClause(tokens: readonly Tagged[], group: VerbGroup, before: readonly Clause[]): Clause {
  const main = tokens[group.verb];
  const previous = before.at(-1);
  const own = findSubject(tokens, group.start, previous?.verb ?? -1);
  const inverted =
    group.auxiliaries.length === 1
      ? tokens.slice(group.start + 1, group.verb).findIndex((token) => token.tag === 'pronoun')
      : -1;
  const subject =
    inverted >= 0
      ? { first: group.start + 1 + inverted, last: group.start + 1 + inverted, subordinator: own?.subordinator }
      : own;
  const found = subject && subject.first <= subject.last;
  const actor = found ? ownActor(tokens, subject, previous) : inheritedActor(tokens, group, previous);
  const last = group.auxiliaries.at(-1);
  const passive =
    main?.tag === 'verb' &&
    (main.form === 'participle' || main.form === 'past') &&
    (last?.lemma === 'be' || isGot(tokens, group) || (!found && continuesPassive(tokens, group, previous)));
  return {
    actor,
    subject: found ? { first: subject.first, last: subject.last } : { first: group.start, last: group.start - 1 },
    inherited: !found && actor !== 'elided',
    groupStart: group.start,
    verb: group.verb,
    lemma: main?.lemma ?? '',
    voice: passive ? 'passive' : 'active',
    negated: group.negated,
    unreal:
      group.auxiliaries.some(({ tag, text }) => (tag === 'modal' && text !== "'d") || tag === 'to') ||
      (group.auxiliaries[0]?.text === "'d" && (last?.tag === 'have' || main?.form === 'base')) ||
      subject?.subordinator === 'if' ||
      subject?.subordinator === 'whether',
    tense: tenseOf(main, group),
    subordinator: subject?.subordinator,
    last: group.verb,
  };
}

/** "were gathered and signed off", "was fed up and burned out": the second participle shares the auxiliary, and no object follows. */
function continuesPassive(tokens: readonly Tagged[], group: VerbGroup, previous: Clause | undefined): boolean {
  if (previous?.voice !== 'passive' || group.auxiliaries.length > 0) return false;
  const between = tokens.slice(previous.verb + 1, group.start);
  const behind = tokens[group.verb + 1];
  return (
    between.some(({ tag }) => tag === 'conjunction') &&
    between.every(({ tag, text }) => tag === 'conjunction' || tag === 'adverb' || text === ',') &&
    !(behind && OBJECT.has(behind.tag))
  );
}

const OBJECT = new Set<Tagged['tag']>([
  'determiner',
  'noun',
  'name',
  'pronoun',
  'number',
  'to',
  'subordinator',
  'quote',
]);

function inheritedActor(tokens: readonly Tagged[], group: VerbGroup, previous: Clause | undefined): Actor {
  if (!previous) return 'elided';
  const between = tokens.slice(previous.verb + 1, group.start);
  if (between.some(({ text }) => text === '.' || text === ';' || text === ':' || text === '–' || text === '—'))
    return 'elided';
  return previous.actor;
}

/** Of "who", what stands before it acts; "I was the one who" is still I. */
function ownActor(tokens: readonly Tagged[], { first, last, subordinator }: Subject, previous?: Clause): Actor {
  const actor = actorOf(tokens, first, last);
  if (subordinator !== 'who' || actor !== 'thing') return actor;
  return previous?.lemma === 'be' && previous.actor === 'i' ? 'i' : 'other';
}

function endOfClause(tokens: readonly Tagged[], clause: Clause, next: Clause | undefined): number {
  if (!next) return tokens.length - 1;
  const start =
    next.subject.first <= next.subject.last && next.subject.first > clause.verb ? next.subject.first : next.groupStart;
  return Math.max(clause.verb, start - 1);
}
