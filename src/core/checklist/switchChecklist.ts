import { difference } from '../text/difference';
import { applyEdit } from '../text/edits';
import { escapeMarkdown } from '../text/escapeMarkdown';
import { oneLine } from '../text/oneLine';
import type { Edit } from '../types';
import { addMissing } from './addMissing';
import { itemsWithin } from './checklist';
import { type KnownProfile, knownItems } from './knownItems';
import { itemsIn, readChecklist } from './readChecklist';
import { renewNotes } from './renewNotes';
import { findTwins, rewordTwins } from './twins';
import { untouchedOf, withoutItems } from './withoutItems';

/** The profile that a checklist is for from now on, and those that it may hold items of. */
export interface ProfileSwitch {
  readonly to: KnownProfile;
  /** The one before. */
  readonly from?: KnownProfile | undefined;
  readonly known: readonly KnownProfile[];
  /** Whether open items go that are as another profile has written them, and that this one does not ask for. */
  readonly takesAway?: boolean;
}

/** A checklist as it is for another profile. */
export type Switched =
  | {
      readonly edit: Edit | undefined;
      readonly added: number;
      /** How many are worded now as the new profile has it. */
      readonly reworded: number;
      /** How many items nobody has touched and only other profiles ask for; they stay unless `takesAway`. */
      readonly untouched: number;
      readonly refusal?: undefined;
    }
  | { readonly refusal: string; readonly edit?: undefined };

/**
 * Brings a checklist to another profile: adds what it asks for, in its own words where an untouched item asks for the same,
 * and takes away, if that is wanted, what is left of other profiles. Nothing goes that is ticked, edited or the user's own.
 */
export function switchChecklist(text: string, { to, from, known, takesAway = false }: ProfileSwitch): Switched {
  const { checklist, problem } = readChecklist(text);
  if (problem) return { refusal: `${problem.cause} in line ${problem.line}` };
  const items = knownItems([to, ...known]);
  const twins = findTwins(text, [...itemsWithin(checklist)], to, items);
  const reworded = rewordTwins(text, twins, to.sources);
  if (!isAsMeant(text, reworded, twins.reworded))
    return { refusal: 'an item would not be one any more in the words of the new profile' };
  const wanted = to.checklist.map((group) => ({
    ...group,
    items: group.items.filter((item) => !twins.covered.has(item.id)),
  }));
  const filled = addMissing(reworded, { checklist: wanted, sources: to.sources }, to.checklist);
  if (filled.refusal !== undefined) return filled;
  const complete = retitled(noted(filled.edit ? applyEdit(reworded, filled.edit) : reworded, to, from), to, known);
  const asked = new Set(to.checklist.flatMap((group) => group.items.map((item) => oneLine(item.text))));
  const left = untouchedOf(complete, items).filter(({ label }) => !asked.has(label));
  const titles = new Set(known.flatMap((profile) => profile.checklist.map(({ title }) => title)));
  const after = takesAway ? withoutItems(complete, left, titles) : complete;
  return {
    edit: difference(text, after),
    added: wanted.reduce((sum, group) => sum + group.items.length, 0),
    reworded: twins.reworded.size,
    untouched: left.length,
  };
}

/** With the notes of the new profile, unless that would change what is an item, or ticked. */
function noted(text: string, to: KnownProfile, from: KnownProfile | undefined): string {
  const renewed = from ? renewNotes(text, to, from) : text;
  return states(renewed) === states(text) ? renewed : text;
}

/** With the name of the new profile in the heading, where that was left as it was written. */
function retitled(text: string, to: KnownProfile, known: readonly KnownProfile[]): string {
  const written = new Set(known.map(titleOf));
  return text.replace(/^(\uFEFF?)(# [^\r\n]*?)(?=[ \t]*(?:[\r\n]|$))/, (whole, mark: string, title: string) =>
    written.has(title) ? mark + titleOf(to) : whole,
  );
}

function titleOf({ title }: KnownProfile): string {
  return `# Preparation: ${escapeMarkdown(title)}`;
}

/** Whether all items are what they were, but for the words of those that are reworded. */
function isAsMeant(before: string, after: string, reworded: ReadonlyMap<string, { readonly text: string }>): boolean {
  const meant = itemsIn(before).map(({ id, done, label }) => {
    const item = reworded.get(id);
    return `${done} ${item ? oneLine(item.text) : label}`;
  });
  return meant.join('\n') === states(after);
}

function states(text: string): string {
  return itemsIn(text)
    .map(({ done, label }) => `${done} ${label}`)
    .join('\n');
}
