import type { Sentence } from '../language/analyse';
import { encodePhrases, type PhraseCode } from '../language/phraseCode';
import { PhraseSet, type PhraseSymbol } from '../language/phraseSet';
import { type PhraseTokens, parsePhrase } from '../language/phrases';
import { WORD_CLASSES } from '../language/wordClasses';

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
  // Made anew where a piece is added: an array that has been pushed to keeps room for many more.
  #names: readonly string[] = [];
  #counts: readonly number[] = [];
  #speaks = false;

  /** Whether any of it speaks for the rule. */
  get speaks(): boolean {
    return this.#speaks;
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

  /** Counts one more occurrence of a piece. */
  add(name: string): void {
    const at = this.#names.indexOf(name);
    if (at >= 0) this.#counts = this.#counts.with(at, this.count(name) + 1);
    else {
      this.#names = [...this.#names, name];
      this.#counts = [...this.#counts, 1];
      this.#speaks ||= !name.startsWith('not ');
    }
  }
}

export const NO_EVIDENCE = new Evidence();

/** Packs evidence by rule; throws a PhraseError where a phrase cannot be read. */
export function packEvidence(data: Readonly<Record<string, EvidenceData>>): PackedEvidence {
  const phrases: PhraseTokens[] = [];
  const groups = Object.entries(data).map(([rule, evidence]) => {
    const lists = [
      ...Object.entries(evidence.for),
      ...Object.entries(evidence.against).map(([name, list]) => [`not ${name}`, list] as const),
    ];
    phrases.push(...lists.flatMap(([, list]) => list.map(parsePhrase)));
    return [rule, lists.map(([name, list]) => [name, list.length] as const)] as const;
  });
  return { groups: Object.fromEntries(groups), phrases: encodePhrases(phrases) };
}

/** Looks for the evidence of several rules in one pass. */
export class EvidenceFinder {
  readonly #set: PhraseSet;
  /** What each phrase is evidence of. */
  readonly #owners: readonly { readonly rule: string; readonly name: string }[];

  constructor({ groups, phrases }: PackedEvidence) {
    this.#set = new PhraseSet(phrases, WORD_CLASSES);
    this.#owners = Object.entries(groups).flatMap(([rule, lists]) =>
      lists.flatMap(([name, count]) => new Array<{ rule: string; name: string }>(count).fill({ rule, name })),
    );
  }

  /** The evidence in a sentence, by rule. */
  find(sentence: Sentence): ReadonlyMap<string, Evidence> {
    const byRule = new Map<string, Evidence>();
    this.#set.find(phraseSymbols(this.#set, sentence), (id) => {
      const owner = this.#owners[id];
      if (!owner) return;
      let evidence = byRule.get(owner.rule);
      if (!evidence) {
        evidence = new Evidence();
        byRule.set(owner.rule, evidence);
      }
      evidence.add(owner.name);
    });
    return byRule;
  }
}

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
