import type { Sentence } from '../../language/analyse';
import type { Clause } from '../../language/clauses';
import type { Tagged } from '../../language/tag';
import type { Span } from '../../text/span';
import { MUTUAL } from '../shared/mutual';
import { isMe } from './doers';
import { NOMINAL, NOUN_PHRASE } from './sentence';

/** What may stand in the phrase that says by whom: "the team and me", "all of us", "the team, together with me". */
const BESIDE = new Set(', and of with together including also as well plus'.split(' '));
const WHOLE = new Set(['whole', 'entire']);
const EACH = new Set(['both', 'all', 'each', 'together', 'itself', 'themselves']);
/** Nouns behind a group that say when, not who. */
const TIMES = new Set(
  'yesterday today tonight overnight monday tuesday wednesday thursday friday saturday sunday'.split(' '),
);
const TIMELY = new Set(['last', 'next', 'late', 'early']);
const RELATIVE = new Set(['that', 'who', 'which', 'whose']);

/**
 * The group that a passive clause names behind "by" ("was found by the team"), and nobody beside whom the narrator stands;
 * undefined where one person cannot take its place, as what a group agreed on is nobody's own.
 */
export function byGroup({ tokens, clauses }: Sentence, clause: Clause): Span | undefined {
  if (clause.voice !== 'passive' || MUTUAL.has(clause.lemma)) return undefined;
  const end = clauses[clauses.indexOf(clause) + 1]?.groupStart ?? tokens.length;
  for (let i = clause.verb + 1; i < end; i++) {
    const group = tokens[i]?.text === 'by' ? groupAt(tokens, i + 1) : undefined;
    if (group) return group;
  }
  return undefined;
}

/** The group that a noun phrase names from its first token on; undefined where the phrase goes on behind it and names somebody else. */
function groupAt(tokens: readonly Tagged[], first: number): Span | undefined {
  const behind = tokens.slice(first);
  const end = behind.findIndex(({ tag, text }) => !NOUN_PHRASE.has(tag) && !BESIDE.has(text));
  const agents = end < 0 ? behind : behind.slice(0, end);
  if (agents.some(({ text }) => isMe(text) || text === 'i')) return undefined;
  const team = agents.findIndex(({ text }, i) => i > 0 && !WHOLE.has(text));
  const isTeam = agents[team]?.text === 'team' && ['the', 'our'].includes(agents[0]?.text ?? '');
  const head = isTeam ? team : agents.slice(0, 3).findIndex(({ text }) => text === 'us');
  // "By Ana and us": Ana stays.
  const from = isTeam ? agents[0] : agents[agents.slice(0, head).findLastIndex(({ text }) => text === 'and') + 1];
  const last = endOfGroup(behind, head);
  const to = behind[last];
  return head < 0 || !from || !to || goesOn(behind, last + 1) ? undefined : { start: from.start, end: to.end };
}

/** "Us both", "our team of four engineers", "the team as a whole": what is said of how many they are belongs to them. */
function endOfGroup(tokens: readonly Tagged[], head: number): number {
  let last = head;
  while (EACH.has(tokens[last + 1]?.text ?? '') && !isNominal(tokens[last + 2])) last++;
  if (tokens[last + 1]?.text === 'as' && tokens[last + 3]?.text === 'whole') last += 3;
  if (tokens[last + 1]?.text !== 'of' || !isNominal(tokens[last + 2])) return last;
  last += 2;
  while (isNominal(tokens[last + 1]) && !isTime(tokens[last + 1])) last++;
  return last;
}

const isNominal = (token: Tagged | undefined): boolean => token !== undefined && NOMINAL.has(token.tag);
const isTime = (token: Tagged | undefined): boolean =>
  token !== undefined && (TIMES.has(token.text) || TIMELY.has(token.text));

/** "The team lead", "the team's plan", "the team that Ana led", "us, the engineers": none of them ends with the group. */
function goesOn(tokens: readonly Tagged[], at: number): boolean {
  const next = tokens[at];
  if (next?.text === ',') return tokens[at + 1]?.text === 'who' || tokens[at + 1]?.tag === 'determiner';
  if (next?.text === "'s" || next?.text === 'of' || RELATIVE.has(next?.text ?? '')) return true;
  return isNominal(next) && !isTime(next);
}
