import type { QuickPickItem, Uri } from 'vscode';
import type { Pack } from '../../core/packs/packSchema';
import { counted } from '../ui/format';
import { plain } from '../ui/quickInput';
import { askForOne, askInTurn, step } from '../ui/steps';

/** A pack that cannot be switched to. */
export interface LeftOut {
  readonly name: string;
  readonly uri: Uri;
  readonly line: number;
  readonly why: string;
}

/** What is known before anything is asked. */
interface Given {
  readonly to: Pack | undefined;
  readonly takesAway: boolean | undefined;
  /** The packs that are left out, each with the reason. */
  readonly refused: readonly LeftOut[];
  /** How many items nobody has touched that a profile does not ask for. */
  readonly untouched: (to: Pack) => number;
}

/**
 * Asks for the profile, and what is to become of the items that it does not ask for; a pack that is left out may be chosen to be
 * mended. Undefined where the user gives up.
 */
export async function askForSwitch(
  packs: readonly Pack[],
  current: string,
  given: Given,
): Promise<{ readonly to: Pack; readonly takesAway: boolean } | LeftOut | undefined> {
  let to = given.to;
  let leftOut: LeftOut | undefined;
  let takesAway = given.takesAway ?? false;
  const isGiven = await askInTurn('Switch Profile', [
    step(
      (place) =>
        askForOne(place, 'What do you prepare for now? What is ticked stays ticked.', [
          ...rows(packs, current),
          ...given.refused.map(leftOutRow),
        ]),
      (chosen) => {
        leftOut = 'why' in chosen ? chosen : undefined;
        to = 'why' in chosen ? undefined : chosen;
      },
      () => given.to === undefined,
    ),
    step(
      (place) => {
        const count = to ? given.untouched(to) : 0;
        return askForOne(
          place,
          `${counted(count, 'open item')} nobody has changed; the new profile asks for none of them`,
          [
            { label: 'Keep all', value: { goes: false } },
            {
              label: count === 1 ? 'Take away the one that is not ticked' : `Take away ${count} that are not ticked`,
              detail: 'Your own, and what you edited, stay',
              value: { goes: true },
            },
          ],
        );
      },
      ({ goes }) => {
        takesAway = goes;
      },
      () => given.takesAway === undefined && to !== undefined && given.untouched(to) > 0,
    ),
  ]);
  if (!isGiven) return undefined;
  return to ? { to, takesAway } : leftOut;
}

/** Says of a pack that it is left out, and why. */
function leftOutRow(value: LeftOut) {
  return { label: plain(value.name), description: 'left out; choose it to mend it', detail: plain(value.why), value };
}

function rows(packs: readonly Pack[], current: string): (QuickPickItem & { readonly value: Pack | LeftOut })[] {
  return packs.map((pack) => ({
    label: plain(pack.title),
    description: pack.id === current ? 'current' : '',
    detail: plain(pack.description),
    value: pack,
  }));
}
