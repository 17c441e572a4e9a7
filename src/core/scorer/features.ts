import type { Sentence } from '../language/analyse';
import { hasMeasure } from '../language/measures';
import { WORD_CLASSES } from '../language/wordClasses';
import type { Evidence } from './evidence';

const PEOPLE = WORD_CLASSES.get('people');
const THEY = WORD_CLASSES.get('they');

const CONTRAST = new Set(
  'but though although however instead until except yet anyway unless despite still nevertheless'.split(' '),
);
const REASON = new Set('so because since why whether'.split(' '));

/**
 * What grammar and words tell of a sentence, whatever the rule: `a:` who acts and how, `w:` words and pairs of words, `p:` what
 * there is to it besides (a figure, a contrast, a reason, a quotation).
 */
export function grammarFeatures(sentence: Sentence): string[] {
  const features = new Set<string>();
  if (sentence.tokens.some(({ tag, text }) => tag !== 'quote' && (PEOPLE?.has(text) || THEY?.has(text))))
    features.add(OTHERS);
  for (const { actor, lemma, negated, voice, tense, unreal } of sentence.clauses) {
    features.add(`a:${actor}`);
    features.add(`a:${actor} ${tense}`);
    features.add(`w:${actor} ${lemma}`);
    if (negated) features.add(`a:${actor} not`);
    if (unreal) features.add(`a:${actor} unreal`);
    if (voice === 'passive') features.add(`a:${actor} passive`);
  }
  if (hasMeasure(sentence)) features.add('p:measured');
  let before = '^';
  for (const { tag, lemma, text } of sentence.tokens) {
    if (tag === 'quote') features.add('p:quote');
    if (tag === 'mark' || tag === 'quote') continue;
    if (CONTRAST.has(text)) features.add('p:contrast');
    if (REASON.has(text)) features.add('p:reason');
    const word = tag === 'number' ? '#' : lemma;
    features.add(`w:${word}`);
    features.add(`w:${before} ${word}`);
    before = word;
  }
  return [...features];
}

/** Other people are spoken of in the sentence. */
const OTHERS = 'a:others';

/**
 * What the evidence for one rule tells: `e:` it is there, `e2:` twice or more, `eo:` beside a mention of other people, `ei:` where
 * only the narrator is spoken of.
 */
export function evidenceFeatures(evidence: Evidence, grammar: readonly string[]): string[] {
  const features: string[] = [];
  const others = grammar.includes(OTHERS);
  const narrated = grammar.includes('a:i');
  for (const [name, count] of evidence) {
    features.push(`e:${name}`);
    if (count > 1) features.push(`e2:${name}`);
    if (others) features.push(`eo:${name}`);
    else if (narrated) features.push(`ei:${name}`);
  }
  return features;
}
