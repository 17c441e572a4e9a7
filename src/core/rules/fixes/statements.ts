import type { Sentence } from '../../language/analyse';
import type { Clause } from '../../language/clauses';
import { isAct } from '../../story/jobs';
import { LASTING } from '../shared/lasting';

/** A stretch of a sentence that could be one by itself, from its first to its last token; what joins it to others left aside. */
export interface Statement {
  readonly first: number;
  readonly last: number;
}

const STOPS = new Set([':', ';', '–', '—']);
const JOINTS = new Set(['and', 'but', 'so']);
/** "my team and I" are joined as well; these stand behind no "and" but as the subject of a statement. */
const SUBJECTS = new Set('we they he she it'.split(' '));
/** Verbs that say what somebody is or has behind them, whatever their form. */
const STANDING = new Set('know bring have hold pass earn trust see hear own be'.split(' '));

/** "X, and Y", "X so Y", "X: Y": what a sentence says one after the other, each with a subject of its own. */
export function statementsOf({ tokens, clauses }: Sentence): readonly Statement[] {
  const end = tokens.findLastIndex(({ tag }) => tag !== 'mark');
  const statements: Statement[] = [];
  let first = 0;
  for (const { subject, inherited, subordinator } of clauses) {
    if (inherited || subordinator || subject.first > subject.last || subject.first <= first) continue;
    let joint = subject.first - 1;
    while (tokens[joint]?.tag === 'adverb') joint--;
    const { text = '' } = tokens[joint] ?? {};
    const comma = tokens[joint - 1]?.text === ',';
    const isPlain = comma || text === 'so' || SUBJECTS.has(tokens[subject.first]?.text ?? '');
    const joins = STOPS.has(text) || (JOINTS.has(text) && isPlain);
    if (!joins) continue;
    statements.push({ first, last: comma ? joint - 2 : joint - 1 });
    first = joint + 1;
  }
  return [...statements, { first, last: end }];
}

/** Up to which token the statement goes on in which a token stands. */
export const endOfStatement = (sentence: Sentence, at: number): number =>
  statementsOf(sentence).find(({ last }) => last >= at)?.last ?? sentence.tokens.length - 1;

/** What somebody has done in a statement, not what they always did. */
export function deedsIn({ tokens, clauses }: Sentence, { first, last }: Statement): readonly Clause[] {
  return clauses.filter(
    (clause) =>
      clause.verb >= first &&
      clause.verb <= last &&
      isDeed(clause) &&
      !tokens.slice(clause.subject.last + 1, clause.verb).some(({ text }) => LASTING.has(text)),
  );
}

const isDeed = (clause: Clause): boolean =>
  isAct(clause) &&
  clause.actor !== 'thing' &&
  (clause.tense === 'past' || clause.tense === 'perfect') &&
  !STANDING.has(clause.lemma);
