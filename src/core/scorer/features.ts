import type { Sentence } from '../language/analyse';
import { hasMeasure } from '../language/measures';
import { WORD_CLASSES } from '../language/wordClasses';
import type { Evidence } from './evidence';
import type { FeatureIndex } from './featureIndex';

const PEOPLE = WORD_CLASSES.get('people');
const THEY = WORD_CLASSES.get('they');

const CONTRAST = new Set(
  'but though although however instead until except yet anyway unless despite still nevertheless'.split(' '),
);
const REASON = new Set('so because since why whether'.split(' '));

/** What grammar tells the scorer of a sentence, whatever the rule. */
export interface Grammar {
  /** The numbers of the features that any rule weighs. */
  readonly features: readonly number[];
  /** Other people are spoken of. */
  readonly others: boolean;
  /** The narrator acts. */
  readonly narrated: boolean;
}

/** Is told the features of a sentence one by one: their kind, and the word or the pair of words that they are about. */
type Tell = (kind: 'a' | 'w' | 'p', first: string, second?: string) => void;

/**
 * What grammar and words tell of a sentence, whatever the rule: `a:` who acts and how, `w:` words and pairs of words, `p:` what
 * there is to it besides (a figure, a contrast, a reason, a quotation).
 */
function tellGrammar(sentence: Sentence, tell: Tell): void {
  if (speaksOfOthers(sentence)) tell('a', 'others');
  for (const { actor, lemma, negated, voice, tense, unreal } of sentence.clauses) {
    tell('a', actor);
    tell('a', actor, tense);
    tell('w', actor, lemma);
    if (negated) tell('a', actor, 'not');
    if (unreal) tell('a', actor, 'unreal');
    if (voice === 'passive') tell('a', actor, 'passive');
  }
  if (hasMeasure(sentence)) tell('p', 'measured');
  let before = '^';
  for (const { tag, lemma, text } of sentence.tokens) {
    if (tag === 'quote') tell('p', 'quote');
    if (tag === 'mark' || tag === 'quote') continue;
    if (CONTRAST.has(text)) tell('p', 'contrast');
    if (REASON.has(text)) tell('p', 'reason');
    const word = tag === 'number' ? '#' : lemma;
    tell('w', word);
    tell('w', before, word);
    before = word;
  }
}

const speaksOfOthers = ({ tokens }: Sentence): boolean =>
  tokens.some(({ tag, text }) => tag !== 'quote' && (PEOPLE?.has(text) || THEY?.has(text)));

/** The names of all features of a sentence, for training. */
export function grammarNames(sentence: Sentence): string[] {
  const names = new Set<string>();
  tellGrammar(sentence, (kind, first, second) => {
    names.add(second === undefined ? `${kind}:${first}` : `${kind}:${first} ${second}`);
  });
  return [...names];
}

/** The same as numbers. */
export function readGrammar(sentence: Sentence, index: FeatureIndex): Grammar {
  const features: number[] = [];
  tellGrammar(sentence, (kind, first, second) => {
    const feature = index.find(kind, first, second);
    if (feature !== undefined && !features.includes(feature)) features.push(feature);
  });
  return {
    features,
    others: speaksOfOthers(sentence),
    narrated: sentence.clauses.some(({ actor }) => actor === 'i'),
  };
}

/**
 * What the evidence for one rule tells: `e:` it is there, `e2:` twice or more, `eo:` beside a mention of other people, `ei:` where
 * only the narrator is spoken of.
 */
export function tellEvidence(
  evidence: Evidence,
  { others, narrated }: Omit<Grammar, 'features'>,
  tell: (kind: 'e' | 'e2' | 'eo' | 'ei', name: string) => void,
): void {
  for (const name of evidence.keys()) {
    tell('e', name);
    if (evidence.count(name) > 1) tell('e2', name);
    if (others) tell('eo', name);
    else if (narrated) tell('ei', name);
  }
}
