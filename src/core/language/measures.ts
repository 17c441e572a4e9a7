import type { Sentence } from './analyse';

const SPELLED = new Set(
  'zero one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand million billion dozen half third quarter twice double triple'.split(
    ' ',
  ),
);

/** Whether a number, in digits or words, stands in the sentence. */
export function hasMeasure(sentence: Sentence): boolean {
  return sentence.tokens.some(({ type, text }) => type === 'number' || SPELLED.has(text));
}
