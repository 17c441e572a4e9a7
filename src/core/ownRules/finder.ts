import type { OwnRule } from '../config/settings';
import type { Sentence } from '../language/analyse';
import { encodePhrases } from '../language/phraseCode';
import { PhraseSet } from '../language/phraseSet';
import { type PhraseTokens, parsePhrase } from '../language/phrases';
import { WORD_CLASSES } from '../language/wordClasses';
import { phraseSymbols } from '../scorer/evidence';
import type { Span } from '../text/span';
import { type Pattern, readPattern } from './pattern';

/** What is found in a sentence, by rule: ordered, never overlapping, offsets as those of the sentence's tokens. */
export type Found = ReadonlyMap<string, readonly Span[]>;

/** Reads a phrase as a user writes it: with typographic apostrophes, too. */
export function readOwnPhrase(source: string): PhraseTokens {
  return parsePhrase(source.replaceAll('’', "'"));
}

/** Looks for what the user's own rules object to, in one pass for all phrases. */
export class OwnRuleFinder {
  readonly #set: PhraseSet;
  readonly #owners: { readonly rule: string; readonly excuses: boolean }[] = [];
  readonly #patterns: { readonly rule: string; readonly pattern: Pattern }[] = [];
  /** Sentences are kept by those who analyse them. */
  readonly #known = new WeakMap<Sentence, Found>();

  /** Throws where a phrase or a pattern cannot be read; `checkOwnRules` says what is wrong with it. */
  constructor(rules: readonly OwnRule[]) {
    const phrases: PhraseTokens[] = [];
    for (const { id, phrases: objected = [], unless = [], pattern } of rules) {
      for (const [list, excuses] of [[objected, false] as const, [unless, true] as const]) {
        phrases.push(...list.map(readOwnPhrase));
        this.#owners.push(...list.map(() => ({ rule: id, excuses })));
      }
      if (pattern !== undefined) this.#patterns.push({ rule: id, pattern: readPattern(pattern) });
    }
    this.#set = new PhraseSet(encodePhrases(phrases), WORD_CLASSES);
  }

  find(sentence: Sentence): Found {
    const known = this.#known.get(sentence) ?? this.#look(sentence);
    this.#known.set(sentence, known);
    return known;
  }

  #look(sentence: Sentence): Found {
    const found = new Map<string, Span[]>();
    const excused = new Set<string>();
    const add = (rule: string, span: Span): void => {
      found.set(rule, [...(found.get(rule) ?? []), span]);
    };
    const words: Sentence['tokens'][number][] = [];
    this.#set.match(phraseSymbols(this.#set, sentence, words), (id, from, to) => {
      const owner = this.#owners[id];
      if (owner?.excuses) excused.add(owner.rule);
      else if (owner) add(owner.rule, { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 });
    });
    for (const { rule, pattern } of this.#patterns) {
      for (const { start, end } of pattern.find(sentence.text)) {
        const span = { start: start, end: end };
        if (!isQuoted(sentence, span)) add(rule, span);
      }
    }
    return new Map([...found].filter(([rule]) => !excused.has(rule)).map(([rule, spans]) => [rule, inOrder(spans)]));
  }
}

/** Nobody is to be blamed for what others said. */
function isQuoted({ tokens }: Sentence, { start, end }: Span): boolean {
  return tokens.some((token) => token.tag === 'quote' && token.start < end && token.end > start);
}

/** Of those that overlap, the first, and of those the longest. */
function inOrder(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}
