import { type Item, itemsWithin, type Section } from '../checklist/checklist';
import { unreadableAt } from '../checklist/problems';
import { readChecklist } from '../checklist/readChecklist';
import { slipInKind } from '../mocks/kinds';
import type { Mock } from '../mocks/mocks';
import { changeTo, movedBy, type Objection, type Problem, toProblems } from '../yaml/problem';
import { checkEvidence, type Figures } from './checkEvidence';
import { readEvidence } from './readEvidence';

/**
 * How an item stands to what it asks for. `earned`: it may be ticked; `lost`: it is ticked, but not reached; `unknown`:
 * the file that would tell cannot be read; `wrong`: what it asks for cannot be read.
 */
export interface ItemEvidence {
  readonly state: 'open' | 'earned' | 'done' | 'lost' | 'unknown' | 'wrong';
  /** "3 of 5 mocks"; what is wrong, for `unknown` and `wrong`. */
  readonly words: string;
}

/** How each item that asks for something stands, by the item's id. */
export function evidenceOf(checklist: Section, figures: Figures): ReadonlyMap<string, ItemEvidence> {
  const states = new Map<string, ItemEvidence>();
  for (const item of itemsWithin(checklist)) {
    if (item.evidence) states.set(item.id, stateOf(item, item.evidence.text, figures));
  }
  return states;
}

/** Whether any item asks for something, so that the figures are needed. */
export function asksForEvidence(checklist: Section): boolean {
  for (const { evidence } of itemsWithin(checklist)) if (evidence) return true;
  return false;
}

/** What is wrong in a checklist, or why it cannot be read, at its place in the file. */
export function checklistProblems(text: string): readonly Problem[] {
  const { checklist, problem } = readChecklist(text);
  return checklist ? evidenceProblems(text, checklist) : unreadableAt(text, problem);
}

/** What is wrong with the demands of a checklist, at its place in the file. */
export function evidenceProblems(text: string, checklist: Section): Problem[] {
  const objections: Objection[] = [];
  for (const { evidence } of itemsWithin(checklist)) {
    if (!evidence) continue;
    objections.push(...readEvidence(evidence.text).objections.map(movedBy(evidence.start)));
  }
  return toProblems(text, objections);
}

/** What items ask for that is allowed and most likely not meant: kinds that are nearly usual ones, or those of which mocks are logged. */
export function hintsOnEvidence(
  text: string,
  checklist: Section,
  { logged, usual }: { readonly logged: readonly Pick<Mock, 'kind'>[]; readonly usual: readonly string[] },
): Problem[] {
  const objections: Objection[] = [];
  for (const { evidence } of itemsWithin(checklist)) {
    for (const demand of evidence ? readEvidence(evidence.text).demands : []) {
      const kind = demand.figure === 'mocks' ? demand.kind : undefined;
      const slip = kind && slipInKind(kind.name, logged, usual);
      if (!evidence || !slip) continue;
      const hint = { message: slip.message, start: kind.start, end: kind.end, fixes: [changeTo(slip.meant, kind)] };
      objections.push(movedBy(evidence.start)(hint));
    }
  }
  return toProblems(text, objections);
}

function stateOf({ done }: Item, text: string, figures: Figures): ItemEvidence {
  const { demands, objections } = readEvidence(text);
  if (objections[0]) return { state: 'wrong', words: objections[0].message };
  const { met, isUnknown, words } = checkEvidence(demands, figures);
  if (isUnknown) return { state: 'unknown', words };
  if (met) return { state: done ? 'done' : 'earned', words };
  return { state: done ? 'lost' : 'open', words };
}
