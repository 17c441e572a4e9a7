import type { Sentence } from '../language/analyse';
import { classesOf } from '../language/lexicon';

/** Below this many words no language can be told. */
const ENOUGH_WORDS = 30;
/** Running English has a share of 0.4 to 0.6 of words from closed classes; notes go down to 0.2. */
const LEAST_SHARE = 0.15;

/** Whether the sentences are English, told by its articles, pronouns and prepositions. */
export function isEnglish(sentences: readonly Sentence[]): boolean {
  let words = 0;
  let known = 0;
  for (const { tokens } of sentences) {
    for (const { type, text } of tokens) {
      if (type !== 'word') continue;
      words++;
      if (classesOf(text).size > 0) known++;
    }
  }
  return words < ENOUGH_WORDS || known / words >= LEAST_SHARE;
}
