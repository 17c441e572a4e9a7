import type { Pack } from '../../packs/schema';
import type { Problem } from '../config/problem';
import type { Decoded } from '../text/decode';
import { parsePack } from './parsePack';

/** The folder beside `starl.yaml` in which packs of the user's own are looked for. */
export const PACKS_FOLDER = 'packs';

/** How many files of the folder are read. */
export const MOST_PACKS = 50;

/** A file of that folder. */
export type PackFile = Decoded & { readonly name: string };

/** A file that is refused, and why. */
export interface PackFileProblems {
  readonly name: string;
  readonly problems: readonly Problem[];
}

export interface OwnPacks {
  /** Each with all that it inherits. */
  readonly packs: readonly Pack[];
  /** The files of which nothing is taken. */
  readonly refused: readonly PackFileProblems[];
}

/** Whether a file of the folder is to be read. */
export function isPackFile(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

/** Reads the packs of a folder, in the order of the files' names. What is wrong with one does not touch the others. Never throws. */
export function readOwnPacks(files: readonly PackFile[]): OwnPacks {
  const packs: Pack[] = [];
  const refused: PackFileProblems[] = [];
  const owners = new Map<string, string>();
  for (const { name, text, badLine } of [...files].sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, MOST_PACKS)) {
    if (text === undefined) {
      const message = 'This line is not UTF-8. Save the file in that encoding.';
      refused.push({ name, problems: [{ message, line: badLine, column: 1, start: 0, end: 0 }] });
      continue;
    }
    const { pack, problems } = parsePack(text, owners);
    if (pack) {
      packs.push(pack);
      owners.set(pack.id, name);
    } else refused.push({ name, problems });
  }
  return { packs, refused };
}
