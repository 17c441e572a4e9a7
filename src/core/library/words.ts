import { classesOf } from '../language/lexicon';
import { tokenize } from '../language/tokens';

/** Words that every story and every question is made of, beside the closed classes; they tell nothing of either. */
const COMMON: ReadonlySet<string> = new Set(
  'time tell make made take took get got give gave go went come came say said see saw know knew think thought want ask let put work way thing kind lot part use need day week month year people person one two three situation task action result learning lesson story question'.split(
    ' ',
  ),
);
/** Words that stories of any matter share by accident, as counted in the stories that the scorer is trained on. */
const GENERAL =
  'able accept act add again aim answer ask back bad became become believe best better big both bring brought build built business call car care carry case change check choice choose chose clear colleague company context contribute cost course data date decide deep different direct doing done drop early end even everybody expect experience explain fact factor facts fall far feel felt few figure file fill find first fit follow form former found friend full give given go goes good great group grow grown half hand handle happen hard hardest hear help high hold hope hour important improve job keep kind known large largest last late lead leader learn leave left less let letting level life line listen little live long lose lost low matter mattered mean meet meeting miss model more most move much name near need new news next notice number open option order other others outcome own paper part peak phase piece place plain plan point poor prefer prepare problem process project pull put quick ran rank reach read ready real reason replace report responsibility rest result rid right round rule run same senior sense serve service set settle several share short show shown side simple small solve speak stand start stay step still stop suit sure system taken team technical term test thin told tool trouble true try turn understand understood useful usual view visible wait weigh whole wide win won word work worse worth wrong year yourself'.split(
    ' ',
  );
const ENDINGS = /(?:ations?|ments?|ness|ings?|edly|ed|ies|es|ly|s|e|y)$/;
/** What is left of a word has so many letters, so that “dates” and “dying” have nothing in common. */
const SHORTEST = 4;

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
    if (shorter.length < SHORTEST) break;
    rest = shorter;
  }
  // "planned", "planning"
  return rest.replace(/([bdgklmnprt])\1$/, '$1').replace(/at$/, '');
}

const GENERAL_STEMS: ReadonlySet<string> = new Set(GENERAL.map(stem));

/** Whether a word tells what a story is about, rather than how any story is told. */
export function isTelling(root: string): boolean {
  return !GENERAL_STEMS.has(root);
}

function isClosed(word: string): boolean {
  for (const name of classesOf(word)) if (name !== 'adjective') return true;
  return false;
}
