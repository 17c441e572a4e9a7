import type { AnalysedSentence } from '../story/story';

/** Below this many words no language can be told. */
const ENOUGH_WORDS = 30;
/** Running English has a share of 0.4 to 0.6 of words from closed classes; notes go down to 0.2. */
const LEAST_SHARE = 0.15;

/** Whether the sentences are English, told by its articles, pronouns and prepositions. */
export function isEnglish(sentences: readonly AnalysedSentence[]): boolean {
  const words = sentences.reduce((sum, { sentence }) => sum + sentence.words, 0);
  const closed = sentences.reduce((sum, { closedWords }) => sum + closedWords, 0);
  return words < ENOUGH_WORDS || closed / words >= LEAST_SHARE;
}
