import type { Tagged } from '../../language/tag';
import type { Edit } from '../../types';
import { agree, type Person } from './agreement';

/** The auxiliary with which a tag question begins ("…, haven't we?"); -1 where none ends the sentence. */
export function tagQuestion(tokens: readonly Tagged[]): number {
  const [comma, auxiliary, pronoun, mark] = tokens.slice(-4);
  const asks = mark?.text === '?' && (pronoun?.text === 'we' || pronoun?.text === 'they');
  return asks && comma?.text === ',' && AUXILIARIES.has(auxiliary?.tag ?? 'mark') ? tokens.length - 3 : -1;
}

const AUXILIARIES = new Set<Tagged['tag']>(['be', 'have', 'do', 'modal']);

/** Asks of a person what a tag question asks of a group; one who is named is "they". */
export function askOf(tokens: readonly Tagged[], at: number, person: Person): Edit[] {
  const [auxiliary, pronoun] = tokens.slice(at);
  if (!auxiliary || !pronoun) return [];
  // "aren't I?"
  const form = person === 'first' && auxiliary.text !== "aren't" ? agree(auxiliary, person) : undefined;
  const asked = { start: pronoun.start, end: pronoun.end, text: person === 'first' ? 'I' : 'they' };
  return form === undefined ? [asked] : [{ start: auxiliary.start, end: auxiliary.end, text: form }, asked];
}
