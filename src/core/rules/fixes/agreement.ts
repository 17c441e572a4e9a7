import type { Tagged } from '../../language/tag';

/** Who the subject of a verb is to be. */
export type Person = 'first' | 'third';

const FORMS: Readonly<Record<string, Readonly<Record<Person, string>>>> = {
  are: { first: 'am', third: 'is' },
  is: { first: 'am', third: 'is' },
  were: { first: 'was', third: 'was' },
  "'re": { first: "'m", third: ' is' },
  "'s": { first: ' have', third: ' has' },
  "'ve": { first: "'ve", third: ' has' },
  "aren't": { first: "'m not", third: "isn't" },
  "isn't": { first: "'m not", third: "isn't" },
  "weren't": { first: "wasn't", third: "wasn't" },
  have: { first: 'have', third: 'has' },
  has: { first: 'have', third: 'has' },
  "haven't": { first: "haven't", third: "hasn't" },
  "hasn't": { first: "haven't", third: "hasn't" },
  do: { first: 'do', third: 'does' },
  does: { first: 'do', third: 'does' },
  "don't": { first: "don't", third: "doesn't" },
  "doesn't": { first: "don't", third: "doesn't" },
};

/** The finite verb of a clause in the form that a singular subject asks for; undefined where it stays as it is. */
export function agree(verb: Tagged, person: Person): string | undefined {
  const irregular = FORMS[verb.text];
  if (irregular) return irregular[person] === verb.text ? undefined : irregular[person];
  if (verb.text === "'d") return person === 'third' ? (verb.tag === 'have' ? ' had' : ' would') : undefined;
  if (verb.text === "'ll") return person === 'third' ? ' will' : undefined;
  if (verb.tag !== 'verb') return undefined;
  if (person === 'first') return verb.form === 'present' ? verb.lemma : undefined;
  return verb.form === 'base' ? thirdPerson(verb.lemma) : undefined;
}

function thirdPerson(base: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}
