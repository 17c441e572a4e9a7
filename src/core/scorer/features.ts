import type { Sentence } from '../language/analyse';
import { WORD_CLASSES } from '../language/wordClasses';
import type { Evidence } from './evidence';

const PEOPLE = WORD_CLASSES.get('people');
const THEY = WORD_CLASSES.get('they');

/**
 * What is to be seen in a sentence and the next one, by name; the scorer weighs it:
 * `e:` evidence, `e2:` the same twice or more, `eo:` evidence beside a mention of other people, `ei:` evidence where only the narrator is spoken of, `n:` evidence in the next sentence,
 * `a:` who acts and how, `w:` words and pairs of words. Rules may add traits of their own as `t:`.
 */
export function featuresOf(sentence: Sentence, evidence: Evidence, next: Evidence): string[] {
  const features = new Set<string>();
  const others = sentence.tokens.some(({ tag, text }) => tag !== 'quote' && (PEOPLE?.has(text) || THEY?.has(text)));
  const narrated = sentence.clauses.some(({ actor }) => actor === 'i');
  if (others) features.add('a:others');
  for (const [name, count] of evidence) {
    features.add(`e:${name}`);
    if (count > 1) features.add(`e2:${name}`);
    if (others) features.add(`eo:${name}`);
    else if (narrated) features.add(`ei:${name}`);
  }
  for (const name of next.keys()) features.add(`n:${name}`);
  for (const { actor, lemma, negated, voice, tense, unreal } of sentence.clauses) {
    features.add(`a:${actor}`);
    features.add(`a:${actor} ${tense}`);
    features.add(`w:${actor} ${lemma}`);
    if (negated) features.add(`a:${actor} not`);
    if (unreal) features.add(`a:${actor} unreal`);
    if (voice === 'passive') features.add(`a:${actor} passive`);
  }
  let before = '^';
  for (const { tag, lemma } of sentence.tokens) {
    if (tag === 'mark' || tag === 'quote') continue;
    const word = tag === 'number' ? '#' : lemma;
    features.add(`w:${word}`);
    features.add(`w:${before} ${word}`);
    before = word;
  }
  return [...features];
}
