import type { Sentence } from '../../language/analyse';
import type { Clause } from '../../language/clauses';
import { type Deed, deedOf } from './deeds';

/** What "by" may name other than who did it: a time, a measure, a means. */
const NO_AGENT = new Set(
  'then now noon midnight midday morning evening night monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december spring summer autumn winter christmas easter end deadline time day week month year half third quarter hand mail post email phone default theme date accident mistake far law design vote rail road sea air boat weight lot weekend'.split(
    ' ',
  ),
);

/** "Pretty checked out", "very annoyed": a state, told by an adjective. */
const DEGREES = new Set('very pretty so too quite rather extremely somewhat fairly totally utterly kinda'.split(' '));

/** "Was checked out", "was worn out": how somebody was, not what was done. */
const STATES_OF_MIND = new Set(['check out', 'burn out', 'wear out', 'zone out', 'tune out', 'stress out', 'feed up']);

/** "Was kept in two drawers", "was spread over four floors": where something was, not what was done. */
const LIES = new Set('keep store spread scatter skew file host house hide park base bury split'.split(' '));
const PLACES = new Set('in on over across at under between among inside outside behind towards'.split(' '));

/** A passive clause that tells of something decided or delivered and leaves out by whom. */
export interface AgentlessPassive {
  readonly clause: Clause;
  readonly kind: Deed;
}

const NONE: readonly AgentlessPassive[] = [];

/** The passives of a sentence that name nobody, those about people left aside. */
export function agentlessPassives(sentence: Sentence): readonly AgentlessPassive[] {
  const { tokens, clauses } = sentence;
  if (!clauses.some(({ voice }) => voice === 'passive')) return NONE;
  return clauses.flatMap((clause): AgentlessPassive[] => {
    const aboutPeople = clause.actor === 'i' || clause.actor === 'we' || clause.actor === 'you';
    if (clause.voice !== 'passive' || aboutPeople || clause.negated || clause.unreal || namesAgent(sentence, clause))
      return [];
    if (tokens.slice(clause.groupStart, clause.verb).some(({ text }) => DEGREES.has(text))) return [];
    if (STATES_OF_MIND.has(`${clause.lemma} ${tokens[clause.verb + 1]?.text}`)) return [];
    if (LIES.has(clause.lemma) && PLACES.has(tokens[clause.verb + 1]?.text ?? '')) return [];
    return [{ clause, kind: deedOf(clause.lemma) }];
  });
}

function namesAgent({ tokens, clauses }: Sentence, clause: Clause): boolean {
  // "It was decided by the team to stop": whoever stops is named behind "by".
  const end = clauses[clauses.indexOf(clause) + 1]?.groupStart ?? tokens.length;
  const by = tokens.findIndex(({ text }, i) => i > clause.verb && i < end && text === 'by');
  if (by < 0) return false;
  const near = tokens.slice(by + 1, by + 4);
  const time = near.findIndex(({ text }, i) => i > 0 && (text === 'last' || text === 'next'));
  const phrase = time < 0 ? near : near.slice(0, time);
  const first = phrase[0];
  if (!first || first.tag === 'number' || first.form === 'ing') return false;
  return !phrase.some(
    ({ text, tag }, i) => NO_AGENT.has(text) && (i === 0 || phrase[i - 1]?.tag !== 'noun') && tag !== 'verb',
  );
}
