import { classesOf, isAmbiguous, type VerbForm, verbReadings } from './lexicon';
import type { Tagged } from './tag';
import type { Token } from './tokens';

export function introducesNoun(token: Token | undefined): boolean {
  if (!token || token.type === 'mark') return false;
  if (token.type !== 'word') return true;
  const classes = classesOf(token.text);
  if (classes.has('determiner') || classes.has('possessive') || classes.has('pronoun') || classes.has('adjective'))
    return true;
  return classes.size === 0;
}

const OBJECTS = new Set('me us him them'.split(' '));

interface Reading {
  readonly lemma: string;
  readonly form: VerbForm;
}

/** Reads a token as a verb where its neighbours call for one; those before it have been tagged. */
export function readAsVerb(token: Token, tokens: readonly Token[], i: number): Reading | undefined {
  const readings = verbReadings(token.text);
  const previous = lastContent(tokens, i);
  const next = tokens[i + 1];
  if (readings.length === 0) return unknownVerb(token, previous);
  const pick = (...forms: VerbForm[]): Reading | undefined => find(readings, ...forms);
  if (classesOf(token.text).has('preposition') || token.text === 'like') {
    if (previous?.tag !== 'to' && previous?.tag !== 'modal' && !(previous?.tag === 'pronoun' && token.text === 'like'))
      return undefined;
  }
  const afterNounMark = tokens[i - 1]?.tag;
  // "Two counters": several never take the form of one.
  if (previous && SEVERAL.has(previous.text) && find(readings, 'present')) return undefined;
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
      return afterConjunction(readings, tokens, i);
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
function lastContent(tokens: readonly Tagged[], i: number): Tagged | undefined {
  for (let at = i - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token && token.tag !== 'adverb' && token.tag !== 'not' && token.text !== ',') return token;
  }
  return tokens[i - 1];
}

function find(readings: readonly Reading[], ...forms: VerbForm[]): Reading | undefined {
  for (const form of forms) for (const reading of readings) if (reading.form === form) return reading;
  return undefined;
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
function afterConjunction(readings: readonly Reading[], tokens: readonly Token[], i: number): Reading | undefined {
  const token = tokens[i];
  if (!token) return undefined;
  const next = tokens[i + 1];
  const joined = tokens.findLast((other, at) => at < i && other.tag === 'verb');
  const same = joined?.form && find(readings, joined.form);
  if (same && !(same.form === 'base' && isAmbiguous(token.text) && !introducesNoun(next))) return same;
  return startReading(readings, token, next);
}

const SEVERAL = new Set('two three four five six seven eight nine ten eleven twelve both several few many'.split(' '));

/** A word that no list holds but that looks and stands like a verb ("defragged", after "we"). */
function unknownVerb(token: Token, previous: Tagged | undefined): Reading | undefined {
  const word = token.text;
  if (classesOf(word).size > 0 || word.length < 4 || token.capital) return undefined;
  const form: VerbForm | undefined = word.endsWith('ed') ? 'past' : word.endsWith('ing') ? 'ing' : undefined;
  if (!form) return undefined;
  const lemma = form === 'past' ? word.replace(/e?d$/, '') : word.replace(/ing$/, '');
  if (!previous) return { lemma, form };
  if (previous.tag === 'determiner' || previous.tag === 'adjective' || previous.tag === 'number') return undefined;
  if (form === 'past' && (previous.tag === 'be' || previous.tag === 'have')) return { lemma, form: 'participle' };
  return { lemma, form };
}
