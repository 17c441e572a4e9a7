import { classesOf } from '../language/lexicon';
import { tokenize } from '../language/tokens';

/** Words that every story and every question is made of, beside the closed classes; they tell nothing of either. */
const COMMON: ReadonlySet<string> = new Set(
  'time tell make made take took get got give gave go went come came say said see saw know knew think thought want ask let put work way thing kind lot part use need day week month year people person one two three situation task action result learning lesson story question'.split(
    ' ',
  ),
);
const ENDINGS = /(?:ations?|ments?|ness|ings?|edly|ed|ies|es|ers?|ors?|ly|s|e|y)$/;

/** The words of a text that say what it is about, each once, in the order of the text. */
export function contentWords(text: string): string[] {
  const words = tokenize(text).filter(
    ({ type, text: word }) =>
      type === 'word' && word.length > 2 && !word.includes("'") && !COMMON.has(word) && !isClosed(word),
  );
  return [...new Set(words.map(({ text: word }) => word))];
}

/** What the forms of a word have in common: `decided`, `decides` and `decide`; `migration` and `migrated`. */
export function stem(word: string): string {
  let rest = word;
  for (let round = 0; round < 2 && rest.length > 4; round++) {
    const shorter = rest.replace(ENDINGS, '');
    if (shorter.length < 3) break;
    rest = shorter;
  }
  // "planned", "planning"
  return rest.replace(/([bdgklmnprt])\1$/, '$1').replace(/at$/, '');
}

function isClosed(word: string): boolean {
  for (const name of classesOf(word)) if (name !== 'adjective') return true;
  return false;
}
