import { classesOf, isAmbiguous, type VerbForm, verbReadings } from './lexicon';
import type { Token } from './tokens';

export type Tag =
  | 'pronoun'
  | 'determiner'
  | 'noun'
  | 'name'
  | 'verb'
  | 'be'
  | 'have'
  | 'do'
  | 'modal'
  | 'not'
  | 'adverb'
  | 'adjective'
  | 'preposition'
  | 'conjunction'
  | 'subordinator'
  | 'to'
  | 'number'
  | 'mark'
  | 'quote';

export interface Tagged extends Token {
  tag: Tag;
  /** Base form; of a verb or auxiliary. */
  lemma: string;
  form?: VerbForm;
}

const SUBJECTS = new Set(
  'i we he she it they you one who someone somebody everyone everybody nobody anyone'.split(' '),
);
const OBJECTS = new Set('me us him them'.split(' '));
const POSSESSIVE_BEFORE = new Set('it that he she there what who here where how this let'.split(' '));
const NOUN_SUFFIX = /(?:tion|sion|ment|ness|ity|ance|ence|ship|ism|age|ware|ology|ist|ician)s?$/;
const ADJECTIVE_SUFFIX = /(?:able|ible|ful|less|ous|ive|ical|ish|ary)$/;

/** Gives every token of a sentence its part of speech. */
export function tagSentence(tokens: readonly Token[]): Tagged[] {
  const tagged: Tagged[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    tagged.push(tagToken(token, tagged, tokens, i));
  }
  return tagged;
}

function tagToken(token: Token, before: readonly Tagged[], tokens: readonly Token[], i: number): Tagged {
  const make = (tag: Tag, lemma = token.text, form?: VerbForm): Tagged => ({
    ...token,
    tag,
    lemma,
    ...(form ? { form } : {}),
  });
  if (token.quote >= 0 || token.bracketed) return make('quote');
  if (token.type === 'mark') return make('mark');
  if (token.type === 'number') return make('number');
  if (token.type === 'filler') return make('noun');

  const word = token.text;
  const classes = classesOf(word);
  const previous = before.at(-1);
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

  const verb = readAsVerb(token, before, tokens, i);
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
  if (token.capital && i > 0 && before.some((other) => other.tag !== 'mark')) return make('name');
  if (NOUN_SUFFIX.test(word)) return make('noun');
  if (ADJECTIVE_SUFFIX.test(word) && next && next.type === 'word') return make('adjective');
  return make('noun');
}

function tagThat(
  word: string,
  previous: Tagged | undefined,
  next: Token | undefined,
  make: (tag: Tag) => Tagged,
): Tagged {
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

function introducesNoun(token: Token | undefined): boolean {
  if (!token || token.type === 'mark') return false;
  if (token.type !== 'word') return true;
  const classes = classesOf(token.text);
  if (classes.has('determiner') || classes.has('possessive') || classes.has('pronoun') || classes.has('adjective'))
    return true;
  return classes.size === 0;
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

interface Reading {
  readonly lemma: string;
  readonly form: VerbForm;
}

/** Reads the token as a verb where its neighbours call for one. */
function readAsVerb(token: Token, before: readonly Tagged[], tokens: readonly Token[], i: number): Reading | undefined {
  const readings = verbReadings(token.text);
  const previous = lastContent(before);
  const next = tokens[i + 1];
  const pick = (...forms: VerbForm[]): Reading | undefined =>
    forms.map((form) => readings.find((reading) => reading.form === form)).find(Boolean);
  if (readings.length === 0) return unknownVerb(token, previous, before);
  if (classesOf(token.text).has('preposition') || token.text === 'like') {
    if (previous?.tag !== 'to' && previous?.tag !== 'modal' && !(previous?.tag === 'pronoun' && token.text === 'like'))
      return undefined;
  }
  const afterNounMark = before.at(-1)?.tag;
  switch (previous?.tag) {
    case 'to':
    case 'modal':
    case 'do':
      return pick('base', 'participle', 'past');
    case 'have':
      return pick('participle', 'past') ?? (isAmbiguous(token.text) ? undefined : pick('ing'));
    case 'be': {
      const reading = pick('participle', 'ing');
      return reading && !(classesOf(token.text).has('adjective') && reading.form === 'participle')
        ? reading
        : undefined;
    }
    case 'determiner':
    case 'number':
      return undefined;
    case 'adjective':
    case 'preposition':
      return afterNounMark === 'mark'
        ? startReading(readings, token, next)
        : previous.tag === 'preposition'
          ? pick('ing')
          : undefined;
    case 'subordinator':
      return pick('past', 'present', 'ing') ?? (isAmbiguous(token.text) ? undefined : pick('base'));
    case 'pronoun':
      if (OBJECTS.has(previous.text))
        return pick('past', 'ing', 'participle') ?? (isAmbiguous(token.text) ? undefined : pick('base'));
      return pick('past', 'present', 'base', 'participle', 'ing');
    case 'noun':
    case 'name':
    case 'quote':
      if (afterNounMark === 'mark') return startReading(readings, token, next);
      return afterNoun(readings, token, next);
    case 'verb':
      return afterNounMark === 'mark'
        ? startReading(readings, token, next)
        : afterVerb(readings, token, next, previous);
    case 'conjunction':
      return afterConjunction(readings, token, next, before);
    case undefined:
    case 'mark':
    case 'adverb':
    case 'not':
      return startReading(readings, token, next);
    default:
      return pick('past', 'present', 'ing', 'base');
  }
}

/** The last token that is no adverb and no comma: what the verb's reading hangs on. */
function lastContent(before: readonly Tagged[]): Tagged | undefined {
  for (let i = before.length - 1; i >= 0; i--) {
    const token = before[i];
    if (token && token.tag !== 'adverb' && token.tag !== 'not' && token.text !== ',') return token;
  }
  return before.at(-1);
}

function find(readings: readonly Reading[], ...forms: VerbForm[]): Reading | undefined {
  return forms.map((form) => readings.find((reading) => reading.form === form)).find(Boolean);
}

/** At the start of a clause: a past form is an elided "I"; a base form needs an object to be an order rather than a noun. */
function startReading(readings: readonly Reading[], token: Token, next: Token | undefined): Reading | undefined {
  const past = find(readings, 'past', 'participle');
  if (past && !(past.form === 'participle' && classesOf(token.text).has('adjective'))) return { ...past, form: 'past' };
  const ing = find(readings, 'ing');
  if (ing) return ing;
  const base = find(readings, 'base');
  if (!base || !next) return undefined;
  const object =
    next.type === 'number' ||
    classesOf(next.text).has('determiner') ||
    classesOf(next.text).has('possessive') ||
    classesOf(next.text).has('pronoun');
  if (object) return base;
  return isAmbiguous(token.text) || next.type === 'mark' ? undefined : base;
}

function afterNoun(readings: readonly Reading[], token: Token, next: Token | undefined): Reading | undefined {
  const past = find(readings, 'past', 'participle');
  if (past) return past;
  const ing = find(readings, 'ing');
  if (ing) return ing;
  const plain = find(readings, 'present', 'base');
  if (!plain) return undefined;
  const object =
    next?.type === 'number' ||
    (next !== undefined &&
      (classesOf(next.text).has('determiner') ||
        classesOf(next.text).has('possessive') ||
        classesOf(next.text).has('preposition') ||
        classesOf(next.text).has('pronoun')));
  return object && (plain.form === 'present' || !isAmbiguous(token.text)) ? plain : undefined;
}

function afterVerb(
  readings: readonly Reading[],
  token: Token,
  next: Token | undefined,
  previous: Tagged,
): Reading | undefined {
  if (previous.lemma === 'get' || previous.lemma === 'let' || previous.lemma === 'help' || previous.lemma === 'make') {
    const reading = find(readings, 'participle', 'base', 'ing');
    if (reading && !(reading.form === 'base' && isAmbiguous(token.text))) return reading;
  }
  const reading = find(readings, 'ing', 'participle');
  if (reading?.form === 'ing') return reading;
  return reading && next && classesOf(next.text).has('preposition') ? reading : undefined;
}

/** After "and": the form of the verb that it joins. */
function afterConjunction(
  readings: readonly Reading[],
  token: Token,
  next: Token | undefined,
  before: readonly Tagged[],
): Reading | undefined {
  const joined = before.findLast((other) => other.tag === 'verb');
  const same = joined?.form && find(readings, joined.form);
  if (same && !(same.form === 'base' && isAmbiguous(token.text) && !introducesNoun(next))) return same;
  return startReading(readings, token, next);
}

/** A word that no list holds but that looks and stands like a verb ("defragged", after "we"). */
function unknownVerb(token: Token, previous: Tagged | undefined, before: readonly Tagged[]): Reading | undefined {
  const word = token.text;
  if (classesOf(word).size > 0 || word.length < 4 || token.capital) return undefined;
  const form: VerbForm | undefined = word.endsWith('ed') ? 'past' : word.endsWith('ing') ? 'ing' : undefined;
  if (!form) return undefined;
  const lemma = form === 'past' ? word.replace(/e?d$/, '') : word.replace(/ing$/, '');
  if (!previous || before.length === 0) return { lemma, form };
  if (previous.tag === 'determiner' || previous.tag === 'adjective' || previous.tag === 'number') return undefined;
  if (form === 'past' && (previous.tag === 'be' || previous.tag === 'have')) return { lemma, form: 'participle' };
  return { lemma, form };
}
