import type { Sentence } from '../language/analyse';
import { lemmaOf } from '../language/lexicon';
import { PhraseSet, type PhraseWord } from '../language/phraseSet';
import { type Phrase, parsePhrase } from '../language/phrases';
import { WORD_CLASSES } from '../language/wordClasses';

/** Phrases that speak for or against a finding, by the name of the evidence. */
export interface EvidenceData {
  readonly for: Readonly<Record<string, readonly string[]>>;
  readonly against: Readonly<Record<string, readonly string[]>>;
}

/** How often each piece of evidence occurs in a sentence, by its name; evidence against starts with "not ". */
export type Evidence = ReadonlyMap<string, number>;

export const NO_EVIDENCE: Evidence = new Map();

/** Looks for the evidence of several rules in one pass. */
export class EvidenceFinder {
  readonly #set: PhraseSet;
  readonly #owners: { readonly rule: string; readonly name: string }[] = [];

  constructor(data: Readonly<Record<string, EvidenceData>>) {
    const phrases: Phrase[] = [];
    for (const [rule, evidence] of Object.entries(data)) {
      for (const [name, list] of [
        ...Object.entries(evidence.for),
        ...Object.entries(evidence.against).map(([name, list]) => [`not ${name}`, list] as const),
      ]) {
        for (const phrase of list) {
          phrases.push(parsePhrase(phrase));
          this.#owners.push({ rule, name });
        }
      }
    }
    this.#set = new PhraseSet(phrases, WORD_CLASSES);
  }

  /** The evidence in a sentence, by rule. */
  find(sentence: Sentence): ReadonlyMap<string, Evidence> {
    const byRule = new Map<string, Map<string, number>>();
    for (const [id, count] of this.#set.find(phraseWords(sentence))) {
      const owner = this.#owners[id];
      if (!owner) continue;
      const evidence = byRule.get(owner.rule) ?? new Map<string, number>();
      evidence.set(owner.name, (evidence.get(owner.name) ?? 0) + count);
      byRule.set(owner.rule, evidence);
    }
    return byRule;
  }
}

/** The words of a sentence as phrases see them: no commas, brackets or quotations. */
function phraseWords(sentence: Sentence): PhraseWord[] {
  return sentence.tokens
    .filter(({ tag, text }) => tag !== 'quote' && !/^[,()[\]"'“”‘’]$/.test(text))
    .map(({ tag, text, lemma }) => ({
      text,
      lemma,
      base: lemmaOf(text),
      number: tag === 'number',
      barrier: tag === 'mark',
    }));
}
