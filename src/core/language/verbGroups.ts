import type { Tagged } from './tag';

/** A verb with its auxiliaries. Indexes point into the sentence's tokens. */
export interface VerbGroup {
  readonly start: number;
  readonly verb: number;
  readonly finite: boolean;
  readonly auxiliaries: readonly Tagged[];
  readonly negated: boolean;
}

/** When what a verb group says happened, as far as its forms tell. */
export type Tense = 'past' | 'present' | 'perfect' | 'progressive' | 'base';

const AUXILIARY = new Set(['be', 'have', 'do', 'modal', 'to']);

/** The verb group that begins at a token; undefined where none does. */
export function verbGroup(tokens: readonly Tagged[], start: number): VerbGroup | undefined {
  const auxiliaries: Tagged[] = [];
  let negated = tokens[start - 1]?.tag === 'not';
  let last = start;
  for (let i = start; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    if (AUXILIARY.has(token.tag)) {
      if (
        token.tag === 'to' &&
        auxiliaries.length > 0 &&
        auxiliaries.at(-1)?.tag !== 'have' &&
        auxiliaries.at(-1)?.tag !== 'be'
      )
        break;
      auxiliaries.push(token);
      if (
        token.text.endsWith("n't") ||
        /^(?:cannot|dont|doesnt|didnt|wont|cant|couldnt|wouldnt|isnt|wasnt|werent|hadnt|havent)$/.test(token.text)
      )
        negated = true;
      last = i;
    } else if (token.tag === 'verb') {
      return {
        start,
        verb: i,
        finite: auxiliaries.length > 0 || token.form === 'past' || token.form === 'present' || token.form === 'base',
        auxiliaries,
        negated,
      };
    } else if (auxiliaries.length > 0 && (token.tag === 'not' || token.tag === 'adverb')) {
      if (token.tag === 'not') negated = true;
    } else if (auxiliaries.length > 0 && i <= last + 3 && isInvertedSubject(tokens, i, auxiliaries)) {
      // "did we ship", "have I said"
    } else break;
  }
  return auxiliaries.length > 0 && auxiliaries[0]?.tag !== 'to'
    ? { start, verb: last, finite: true, auxiliaries, negated }
    : undefined;
}

function isInvertedSubject(tokens: readonly Tagged[], i: number, auxiliaries: readonly Tagged[]): boolean {
  return tokens[i]?.tag === 'pronoun' && auxiliaries.length === 1 && tokens[i + 1]?.tag === 'verb';
}

/** "got validated": the verb before is a form of "get" and this is its participle. */
export function isGot(tokens: readonly Tagged[], group: VerbGroup): boolean {
  const before = tokens[group.start - 1];
  return group.auxiliaries.length === 0 && before?.tag === 'verb' && before.lemma === 'get';
}

/** The tense of a verb group, by its main verb and its first auxiliary. */
export function tenseOf(main: Tagged | undefined, group: VerbGroup): Tense {
  const tags = group.auxiliaries.map(({ tag }) => tag);
  if (tags.includes('have')) return 'perfect';
  const first = group.auxiliaries[0];
  if (main?.form === 'ing') return 'progressive';
  if (first)
    return /^(?:was|were|did|didn't|didnt|wasn't|weren't|wasnt|werent|had)$/.test(first.text) ? 'past' : 'present';
  return main?.form === 'past' || main?.form === 'participle' ? 'past' : main?.form === 'base' ? 'base' : 'present';
}
