import type { Tagged } from './tag';

/** A noun phrase, by its first and last token; `first > last` where only its subordinator is there. */
export interface Subject {
  readonly first: number;
  readonly last: number;
  readonly subordinator: string | undefined;
}

/** Walks back from a verb group over adverbs and parentheses to the noun phrase that it says something of. */
export function findSubject(tokens: readonly Tagged[], start: number, floor: number): Subject | undefined {
  let at = start - 1;
  while (at > floor && (tokens[at]?.tag === 'adverb' || tokens[at]?.tag === 'not')) at--;
  const then = tokens[at]?.text === 'then' && at - 1 > floor && isNominal(tokens[at - 1]);
  if (then) at--;
  const aside = skipAside(tokens, at, floor);
  if (aside !== undefined) at = aside;
  const last = at;
  while (at > floor && isNominal(tokens[at])) at--;
  let first = at + 1;
  if (first > last) {
    const head = tokens[last];
    return head?.tag === 'subordinator' ? relative(tokens, last, floor) : undefined;
  }
  const opening = tokens.slice(first, last + 1).findLastIndex(opensNounPhrase);
  if (opening > 0) first += opening;
  const before = tokens[first - 1];
  if (then && (before?.tag === 'verb' || before?.tag === 'preposition')) return undefined;
  if (
    before?.tag === 'preposition' &&
    first - 1 > floor &&
    tokens[first]?.text !== 'i' &&
    tokens[first]?.text !== 'we'
  ) {
    const outer = findSubject(tokens, first - 1, floor);
    if (outer && outer.first <= outer.last) return { ...outer, last: outer.last };
  }
  return { first, last, subordinator: before?.tag === 'subordinator' ? before.text : undefined };
}

/** The noun phrase that "and" joins a word to ("my team and I"); undefined where something was done to it ("asked the team and I …"). */
export function joinedTo(tokens: readonly Tagged[], at: number): Subject | undefined {
  const phrase = tokens[at - 1]?.text === 'and' ? findSubject(tokens, at - 1, -1) : undefined;
  if (!phrase || phrase.first > phrase.last) return undefined;
  const before = tokens[phrase.first - 1]?.tag;
  return before === 'verb' || before === 'preposition' ? undefined : phrase;
}

/** A pronoun, or an article that follows no other: "sent us a box" holds two noun phrases, "all the boxes" one. */
function opensNounPhrase({ tag, text }: Tagged, i: number, phrase: readonly Tagged[]): boolean {
  if (tag === 'pronoun') return true;
  return tag === 'determiner' && text !== "'s" && i > 0 && phrase[i - 1]?.tag !== 'determiner';
}

/** "Rosa, the shift lead, told": back over the words between two commas. */
function skipAside(tokens: readonly Tagged[], at: number, floor: number): number | undefined {
  if (tokens[at]?.text !== ',') return undefined;
  for (let i = at - 1; i > Math.max(floor, at - 8); i--) {
    if (tokens[i]?.text === ',') return isNominal(tokens[i - 1]) ? i - 1 : undefined;
    if (tokens[i]?.tag === 'conjunction') return undefined;
  }
  return undefined;
}

/** "the vendor who sold …": the noun before the pronoun is what acts. */
function relative(tokens: readonly Tagged[], at: number, floor: number): Subject | undefined {
  const word = tokens[at]?.text;
  if (word !== 'who' && word !== 'which' && word !== 'that') return { first: 0, last: -1, subordinator: word };
  let last = at - 1;
  if (tokens[last]?.text === ',') last--;
  let first = last;
  while (first > floor && isNominal(tokens[first])) first--;
  return { first: first + 1, last, subordinator: word };
}

function isNominal(token: Tagged | undefined): boolean {
  if (!token) return false;
  return ['noun', 'name', 'pronoun', 'determiner', 'adjective', 'number', 'quote'].includes(token.tag);
}
