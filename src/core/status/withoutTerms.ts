import { Redactor } from '../confidential/redact';
import { TermFinder } from '../confidential/termFinder';
import type { ConfidentialTerm } from '../config/settings';
import { mapTexts } from '../util/mapTexts';
import type { Status } from './status';

/** The keys of what is nobody's own words, or has to stay to be found by. */
const KEPT: ReadonlySet<string> = new Set(['id', 'file', 'state', 'date', 'today']);

/** A status without confidential terms: what the user has written is passed on with it. */
export function withoutTerms(status: Status, terms: readonly ConfidentialTerm[]): Status {
  if (terms.length === 0) return status;
  const redactor = new Redactor(new TermFinder(terms));
  return mapTexts(status, (text, key) => (KEPT.has(key) ? text : redactor.redact(text).text));
}
