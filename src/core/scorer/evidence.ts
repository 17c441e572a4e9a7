import type { Sentence } from '../language/analyse';
import { encodePhrases, type PhraseCode } from '../language/phraseCode';
import { PhraseSet } from '../language/phraseSet';
import type { PhraseSymbol } from '../language/phraseSymbols';
import { type PhraseTokens, parsePhrase } from '../language/phrases';
import { WORD_CLASSES } from '../language/wordClasses';

/** How the names of evidence against begin. */
const AGAINST = 'not ';

/** Phrases that speak for or against a finding, by the name of the evidence. */
export interface EvidenceData {
  readonly for: Readonly<Record<string, readonly string[]>>;
  readonly against: Readonly<Record<string, readonly string[]>>;
}

/** Evidence of several rules as it is shipped: what it is called and how many phrases it has, by rule, and all phrases. */
export interface PackedEvidence {
  readonly groups: Readonly<Record<string, readonly (readonly [name: string, phrases: number])[]>>;
  readonly phrases: PhraseCode;
}

/** The evidence for one rule in a sentence; the name of evidence against starts with "not ". There are few pieces, often none. */
export class Evidence {
  /** Whether any of it speaks for the rule. */
  readonly speaks: boolean;
  readonly #names: readonly string[];
  readonly #counts: readonly number[];

  constructor(names: readonly string[], counts: readonly number[]) {
    this.#names = names;
    this.#counts = counts;
    this.speaks = names.some((name) => !name.startsWith(AGAINST));
  }

  has(name: string): boolean {
    return this.#names.includes(name);
  }

  keys(): readonly string[] {
    return this.#names;
  }

  /** How often a piece occurs. */
  count(name: string): number {
    return this.#counts[this.#names.indexOf(name)] ?? 0;
  }
}

export const NO_EVIDENCE = new Evidence([], []);

/** Packs evidence by rule; throws a PhraseError where a phrase cannot be read. */
export function packEvidence(data: Readonly<Record<string, EvidenceData>>): PackedEvidence {
  const phrases: PhraseTokens[] = [];
  const groups = Object.entries(data).map(([rule, evidence]) => {
    const misnamed = Object.keys(evidence.for).find((name) => name.startsWith(AGAINST));
    if (misnamed !== undefined) throw new Error(`${rule}: evidence for it cannot be called "${misnamed}".`);
    const lists = [
      ...Object.entries(evidence.for),
      ...Object.entries(evidence.against).map(([name, list]) => [`${AGAINST}${name}`, list] as const),
    ];
    phrases.push(...lists.flatMap(([, list]) => list.map(parsePhrase)));
    return [rule, lists.map(([name, list]) => [name, list.length] as const)] as const;
  });
  return { groups: Object.fromEntries(groups), phrases: encodePhrases(phrases) };
}

/** A kind of evidence for one rule. */
interface Piece {
  readonly rule: string;
  readonly name: string;
}

/** Looks for the evidence of several rules in one pass. */
export class EvidenceFinder {
  readonly #set: PhraseSet;
  readonly #pieces: readonly Piece[];
  /** Which piece each phrase is. */
  readonly #pieceOf: readonly number[];
  /** How often each piece has been met in the sentence that is being read, and which of them have been. */
  readonly #counts: Uint16Array;
  readonly #met: number[] = [];

  constructor({ groups, phrases }: PackedEvidence) {
    const lists = Object.entries(groups).flatMap(([rule, own]) =>
      own.map(([name, count]) => ({ piece: { rule, name }, count })),
    );
    this.#set = new PhraseSet(phrases, WORD_CLASSES);
    this.#pieces = lists.map(({ piece }) => piece);
    this.#pieceOf = lists.flatMap(({ count }, i) => new Array<number>(count).fill(i));
    this.#counts = new Uint16Array(lists.length);
  }

  /** The evidence in a sentence, by rule. */
  find(sentence: Sentence): ReadonlyMap<string, Evidence> {
    this.#set.find(phraseSymbols(this.#set, sentence), (id) => {
      const piece = this.#pieceOf[id] ?? 0;
      const count = this.#counts[piece] ?? 0;
      if (count === 0) this.#met.push(piece);
      this.#counts[piece] = count + 1;
    });
    return this.#met.length === 0 ? NOTHING : this.#collect();
  }

  #collect(): ReadonlyMap<string, Evidence> {
    const byRule = new Map<string, Evidence>();
    const met = this.#met;
    const ruleOf = (piece: number): string => this.#pieces[piece]?.rule ?? '';
    for (const first of met) {
      const rule = ruleOf(first);
      if (byRule.has(rule)) continue;
      const own = met.filter((piece) => ruleOf(piece) === rule);
      const names = own.map((piece) => this.#pieces[piece]?.name ?? '');
      const counts = own.map((piece) => this.#counts[piece] ?? 0);
      byRule.set(rule, new Evidence(names, counts));
    }
    for (const piece of met) this.#counts[piece] = 0;
    met.length = 0;
    return byRule;
  }
}

const NOTHING: ReadonlyMap<string, Evidence> = new Map();
const PASSED_OVER: ReadonlySet<string> = new Set(',()[]"\'“”‘’');

/** The words of a sentence as phrases see them: no commas, brackets or quotations. Their tokens go to `tokens`. */
export function phraseSymbols(
  set: PhraseSet,
  sentence: Sentence,
  tokens: Sentence['tokens'][number][] = [],
): (PhraseSymbol | undefined)[] {
  const symbols: (PhraseSymbol | undefined)[] = [];
  for (const token of sentence.tokens) {
    const { tag, text, lemma } = token;
    if (tag === 'quote' || (tag === 'mark' && PASSED_OVER.has(text))) continue;
    symbols.push(tag === 'mark' ? undefined : set.symbol(text, lemma, tag === 'number'));
    tokens.push(token);
  }
  return symbols;
}
