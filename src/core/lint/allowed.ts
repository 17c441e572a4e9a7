import { TermFinder } from '../confidential/termFinder';
import type { SentenceMatch, SentenceRule } from '../rules/rule';
import type { Analyse, StorySentence } from '../story/story';
import { afterEdits, checkSentence } from './verify';

/** What stands in place of an allowed phrase when a rule is asked whether it would object without it. */
const NEUTRAL = 'item';

/** The words and phrases that the user never wants to hear about. */
export class AllowedPhrases {
  readonly #finder: TermFinder;
  readonly #analyse: Analyse;

  constructor(phrases: readonly string[], analyse: Analyse) {
    this.#finder = new TermFinder(phrases.map((term) => ({ term })));
    this.#analyse = analyse;
  }

  /** The phrase, as written in the text, that allows what a rule objects to: it lies inside, or rests on it. */
  allowing(at: StorySentence, rule: SentenceRule, match: SentenceMatch): string | undefined {
    const { text } = at.sentence;
    const found = this.#finder.find(text).map(({ start, end }) => ({ start, end, text: NEUTRAL }));
    const around = found.find(({ start, end }) => start <= match.start && end >= match.end);
    const isFree = (): boolean =>
      afterEdits(at, found, this.#analyse).every((other) => checkSentence(rule, other) === undefined);
    const allowing = around ?? (found.length > 0 && isFree() ? found[0] : undefined);
    return allowing && text.slice(allowing.start, allowing.end);
  }
}
