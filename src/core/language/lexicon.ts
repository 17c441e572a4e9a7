import { BoundedCache } from '../util/cache';
import data from './lexicon.yaml';

export type WordClass = keyof typeof data.closed | 'adjective';

export type VerbForm = 'base' | 'present' | 'past' | 'participle' | 'ing';

/** A reading of a word as a form of a verb. */
export interface VerbReading {
  readonly lemma: string;
  readonly form: VerbForm;
}

const words = (list: string): string[] => list.split(' ');

function classTable(): ReadonlyMap<string, ReadonlySet<WordClass>> {
  const table = new Map<string, Set<WordClass>>();
  const lists: [string, string][] = [...Object.entries(data.closed), ['adjective', data.adjective]];
  for (const [name, list] of lists) {
    for (const word of words(list)) {
      const classes = table.get(word) ?? new Set();
      table.set(word, classes.add(name as WordClass));
    }
  }
  return table;
}

const PRINCIPAL_PARTS = data.irregular.split('|').map((entry) => {
  const [base = '', past = '', participle = ''] = words(entry.trim());
  return { base, past, participle };
});

function irregularTable(): ReadonlyMap<string, readonly VerbReading[]> {
  const table = new Map<string, VerbReading[]>();
  const add = (word: string, lemma: string, form: VerbForm): void => {
    const readings = table.get(word) ?? [];
    if (!readings.some((reading) => reading.lemma === lemma && reading.form === form)) readings.push({ lemma, form });
    table.set(word, readings);
  };
  for (const { base, past, participle } of PRINCIPAL_PARTS) {
    add(past, base, 'past');
    add(participle, base, 'participle');
  }
  return table;
}

const CLASSES = classTable();
const IRREGULAR = irregularTable();
const EITHER: ReadonlySet<string> = new Set(words(data.either));
const VERBS: ReadonlySet<string> = new Set([
  ...words(data.verb),
  ...EITHER,
  ...PRINCIPAL_PARTS.map(({ base }) => base),
]);
const NONE: ReadonlySet<WordClass> = new Set();

/** The closed classes and listed adjectives a lower-case word belongs to. */
export function classesOf(word: string): ReadonlySet<WordClass> {
  return CLASSES.get(word) ?? NONE;
}

/** Whether the base form is at least as often a noun or an adjective. */
export function isAmbiguous(base: string): boolean {
  return EITHER.has(base);
}

/**
 * What was found for the words met last. Of no instance: it is a function of the word alone, asked for from tags, phrases and fixes
 * of any linter, and bounded, so nobody can tell whether it was kept.
 */
const READINGS = new BoundedCache<readonly VerbReading[]>(10_000);

/** Everything the lower-case word may be as a verb; empty where it is none that we know. */
export function verbReadings(word: string): readonly VerbReading[] {
  return READINGS.get(word, readVerb);
}

function readVerb(word: string): readonly VerbReading[] {
  const readings: VerbReading[] = [...(IRREGULAR.get(word) ?? [])];
  if (VERBS.has(word)) readings.push({ lemma: word, form: 'base' });
  if (word.length > 3) {
    if (word.endsWith('s') && !word.endsWith('ss')) push(readings, 'present', stems(word, 's', 'es', 'ies'));
    else if (word.endsWith('ing')) push(readings, 'ing', stems(word, 'ing'));
    else if (word.endsWith('ed')) {
      const lemma = stems(word, 'ed', 'd', 'ied');
      push(readings, 'past', lemma);
      push(readings, 'participle', lemma);
    }
  }
  return readings;
}

function push(readings: VerbReading[], form: VerbForm, lemma: string | undefined): void {
  if (lemma && !readings.some((reading) => reading.form === form)) readings.push({ lemma, form });
}

/** The known base form behind a suffix: plain, with a dropped e, a doubled consonant, or y turned into i. */
function stems(word: string, ...suffixes: string[]): string | undefined {
  for (const suffix of suffixes) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, -suffix.length);
    const undoubled = /([bdfgklmnprst])\1$/.test(stem) ? stem.slice(0, -1) : stem;
    const candidates = suffix.startsWith('i') && suffix !== 'ing' ? [`${stem}y`] : [stem, `${stem}e`, undoubled];
    const known = candidates.find((candidate) => VERBS.has(candidate));
    if (known) return known;
  }
  return undefined;
}

/** The base form of a verb in any of its forms; the word itself where it is none. */
export function lemmaOf(word: string): string {
  return verbReadings(word)[0]?.lemma ?? word;
}

const PASTS: ReadonlyMap<string, string> = new Map(PRINCIPAL_PARTS.map(({ base, past }) => [base, past]));

/** The simple past of a verb that we know, by its base form. */
export function pastOf(base: string): string | undefined {
  const irregular = PASTS.get(base);
  if (irregular || !VERBS.has(base)) return irregular;
  const forms = [`${base}ed`, `${base}d`, `${base.replace(/y$/, 'i')}ed`, `${base}${base.slice(-1)}ed`];
  const doubles = /[^aeiou][aeiou][bdgklmnprt]$/.test(base) && !/(?:en|er|it|et|op)$/.test(base);
  if (base.endsWith('e')) return forms[1];
  if (/[^aeiou]y$/.test(base)) return forms[2];
  return doubles ? forms[3] : forms[0];
}
