import { classesOf, type VerbForm, verbReadings } from './lexicon';
import { introducesNoun, readAsVerb } from './readVerb';
import type { Tag, Token } from './tokens';

/** A token of a sentence that has been read: its offsets count from where the sentence starts. */
export type Tagged = Readonly<Token>;

const SUBJECTS = new Set(
  'i we he she it they you one who someone somebody everyone everybody nobody anyone'.split(' '),
);
const POSSESSIVE_BEFORE = new Set('it that he she there what who here where how this let'.split(' '));
const NOUN_SUFFIX = /(?:tion|sion|ment|ness|ity|ance|ence|ship|ism|age|ware|ology|ist|ician)s?$/;
const ADJECTIVE_SUFFIX = /(?:able|ible|ful|less|ous|ive|ical|ish|ary)$/;

/** Gives every token of a sentence its part of speech. */
export function tagSentence(tokens: readonly Token[]): readonly Tagged[] {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token) tagToken(token, tokens, i);
  }
  return tokens;
}

/** Tags a token whose predecessors in the sentence have been tagged. */
function tagToken(token: Token, tokens: readonly Token[], i: number): Token {
  const make = (tag: Tag, lemma?: string, form?: VerbForm): Token => {
    token.tag = tag;
    if (lemma !== undefined) token.lemma = lemma;
    token.form = form;
    return token;
  };
  if (token.quote >= 0 || token.bracketed) return make('quote');
  if (token.type === 'mark') return make('mark');
  if (token.type === 'number') return make('number');
  if (token.type === 'filler') return make('noun');

  const word = token.text;
  const classes = classesOf(word);
  const previous = tokens[i - 1];
  const next = tokens[i + 1];

  if (word === "'s")
    return POSSESSIVE_BEFORE.has(previous?.text ?? '')
      ? make('be', 'be')
      : make(isVerbish(next) ? 'be' : 'determiner', 'be');
  if (word === "'d")
    return verbReadings(next?.text ?? '').some(({ form }) => form === 'participle')
      ? make('have', 'have')
      : make('modal');
  if (word === 'to') return make(startsVerb(next) ? 'to' : 'preposition');
  if (classes.has('be')) return word === 'being' && previous?.tag === 'determiner' ? make('noun') : make('be', 'be');
  if (classes.has('have')) return make('have', 'have');
  if (classes.has('do')) return make('do', 'do');
  if (classes.has('modal') && !(previous?.tag === 'determiner')) return make('modal');
  if (word === 'not' || word === 'never' || word === "n't") return make('not');

  const verb = readAsVerb(token, tokens, i);
  if (verb) return make('verb', verb.lemma, verb.form);
  if (classes.has('pronoun') && !classes.has('determiner'))
    return make(classes.has('relative') && previous && previous.tag !== 'mark' ? 'subordinator' : 'pronoun');
  if (classes.has('possessive')) return make('determiner');
  if (word === 'that' || word === 'this' || word === 'these' || word === 'those')
    return tagThat(word, previous, next, make);
  if (classes.has('subordinator') && !(word === 'since' && next?.type === 'number')) {
    if (!classes.has('preposition') || introducesClause(tokens, i)) return make('subordinator');
  }
  if (classes.has('determiner') || classes.has('relative'))
    return make(classes.has('relative') ? 'subordinator' : 'determiner');
  if (
    classes.has('conjunction') &&
    !(word === 'so' && next && classesOf(next.text).has('adjective')) &&
    !(word === 'yet' && !next)
  )
    return make('conjunction');
  if (classes.has('preposition') && !(classes.has('adverb') && !introducesNoun(next))) return make('preposition');
  if (classes.has('adjective') && !(classes.has('adverb') && previous?.tag === 'verb')) return make('adjective');
  if (classes.has('adverb')) return make('adverb');
  if (word.length > 4 && word.endsWith('ly')) return make('adverb');
  if (token.capital && tokens.some((other, at) => at < i && other.tag !== 'mark')) return make('name');
  if (NOUN_SUFFIX.test(word)) return make('noun');
  if (ADJECTIVE_SUFFIX.test(word) && next && next.type === 'word') return make('adjective');
  return make('noun');
}

function tagThat(
  word: string,
  previous: Tagged | undefined,
  next: Token | undefined,
  make: (tag: Tag) => Token,
): Token {
  if (word !== 'that') return make(!next || isVerbish(next) || next.type === 'mark' ? 'pronoun' : 'determiner');
  if (
    previous &&
    (previous.tag === 'noun' || previous.tag === 'name' || previous.tag === 'verb' || previous.tag === 'adjective')
  )
    return make('subordinator');
  if (!next || next.type === 'mark' || isVerbish(next)) return make('pronoun');
  return make('determiner');
}

/** Whether the token could be part of a verb group. */
function isVerbish(token: Token | undefined): boolean {
  if (token?.type !== 'word') return false;
  const classes = classesOf(token.text);
  if (classes.has('be') || classes.has('have') || classes.has('do') || classes.has('modal') || classes.has('negation'))
    return true;
  if (classes.has('adverb')) return true;
  return verbReadings(token.text).some(({ form }) => form !== 'base') || token.text.endsWith('ing');
}

function startsVerb(token: Token | undefined): boolean {
  if (token?.type !== 'word') return false;
  if (classesOf(token.text).has('determiner') || classesOf(token.text).has('possessive')) return false;
  return (
    verbReadings(token.text).some(({ form }) => form === 'base') ||
    token.text === 'be' ||
    token.text === 'have' ||
    token.text === 'do' ||
    (token.text.endsWith('ly') && token.text.length > 4)
  );
}

/** A word such as "before" opens a clause where a subject and a verb follow. */
function introducesClause(tokens: readonly Token[], i: number): boolean {
  for (let at = i + 1; at < Math.min(tokens.length, i + 6); at++) {
    const token = tokens[at];
    if (!token || token.type === 'mark') return false;
    if (SUBJECTS.has(token.text)) return true;
    if (at > i + 1 && verbReadings(token.text).some(({ form }) => form === 'past')) return true;
  }
  return false;
}
