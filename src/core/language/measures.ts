import type { Sentence } from './analyse';

const SPELLED = new Set(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty hundred thousand million billion dozen half third quarter twice double triple'.split(
    ' ',
  ),
);

/** What stands before a year: "in 2022", "March 2022". */
const DATED = new Set(
  'in since of by until till from during early late mid around before after to q1 q2 q3 q4 h1 h2 spring summer autumn fall winter january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
const YEAR = /^(?:19|20)\d\d$/;

/** Whether a number, in digits or words, stands in the sentence; a year is none. */
export function hasMeasure({ tokens }: Sentence): boolean {
  return tokens.some(
    ({ type, text }, i) => SPELLED.has(text) || (type === 'number' && !(YEAR.test(text) && isDated(tokens, i))),
  );
}

function isDated(tokens: Sentence['tokens'], at: number): boolean {
  const before = tokens[at - 1];
  return !before || DATED.has(before.text) || (before.tag === 'mark' && tokens[at - 2]?.tag !== 'number');
}
