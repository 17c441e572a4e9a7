import type { Tagged } from '../../language/tag';
import { WORD_CLASSES } from '../../language/wordClasses';
import type { StorySentence } from '../../story/story';

/** What a product of a design sheet serves. */
export const LAYERS = ['transport', 'storage', 'compute', 'delivery'] as const;
export type Layer = (typeof LAYERS)[number];

/** Words that begin a condition where they begin a sentence, and those that do so anywhere. */
const OPENS_SENTENCE = new Set('if when whenever unless until once while should'.split(' '));
const OPENS_ANYWHERE = new Set('if when whenever unless until'.split(' '));

/** The products of some layers that a sentence names in one word. */
export function productsOf({ sentence }: StorySentence, layers: readonly Layer[] = LAYERS): readonly Tagged[] {
  const classes = layers.map((layer) => WORD_CLASSES.get(`${layer}-products`));
  return sentence.tokens.filter(({ text }) => classes.some((words) => words?.has(text)));
}

/** Whether a sentence names products in a condition only: "If Kafka is down, events wait on disk." */
export function namesOnlyInCondition(at: StorySentence): boolean {
  const products = productsOf(at);
  const { tokens } = at.sentence;
  return (
    products.length > 0 &&
    products.every((product) => {
      const place = tokens.indexOf(product);
      return conditionsIn(at).some(([first, last]) => first < place && place < last);
    })
  );
}

/** From the word that begins a condition to the comma behind its verb; at the end of a sentence, to that. */
function conditionsIn({ sentence: { tokens, clauses } }: StorySentence): (readonly [first: number, last: number])[] {
  return tokens.flatMap(({ text }, first) => {
    if (!(first === 0 ? OPENS_SENTENCE : OPENS_ANYWHERE).has(text)) return [];
    const verb = clauses.find((clause) => clause.verb > first)?.verb ?? tokens.length;
    const commas = tokens.flatMap((token, i) => (i > first && token.text === ',' ? i : []));
    const comma = commas.find((i) => i > verb) ?? commas.at(-1) ?? -1;
    if (comma < 0 && first === 0) return [];
    return [[first, comma < 0 ? tokens.length : comma] as const];
  });
}
