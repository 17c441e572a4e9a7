import { readEvidence } from '../evidence/readEvidence';
import type { ChecklistItem } from '../packs/packSchema';

/** How many of something an item of a profile asks for, or how many seconds; undefined where it names no number. */
export function amountOf({ amount, evidence }: Pick<ChecklistItem, 'amount' | 'evidence'>): number | undefined {
  if (amount !== undefined) return amount;
  const [demand, ...others] = readEvidence(evidence ?? '').demands;
  if (!demand || others.length > 0) return undefined;
  const asked = demand.figure === 'speech' ? demand.seconds : demand.atLeast;
  return asked === 'all' ? undefined : asked;
}
