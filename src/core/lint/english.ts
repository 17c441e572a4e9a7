/** Below this many words no language can be told. */
const ENOUGH_WORDS = 30;
/** Running English has a share of 0.4 to 0.6 of words from closed classes; notes go down to 0.2. */
const LEAST_SHARE = 0.15;

/** Whether stories are English, told by their articles, pronouns and prepositions. */
export function isEnglish(stories: readonly { readonly words: number; readonly closedWords: number }[]): boolean {
  let words = 0;
  let closed = 0;
  for (const story of stories) {
    words += story.words;
    closed += story.closedWords;
  }
  return words < ENOUGH_WORDS || closed / words >= LEAST_SHARE;
}
