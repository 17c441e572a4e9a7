import * as v from 'valibot';
import { PACKS_FOLDER } from '../fileNames';
import type { Decoded } from '../text/decode';
import type { Problem } from '../yaml/problem';
import { readYaml } from '../yaml/yaml';
import type { Pack } from './packSchema';
import { PACKS } from './packs';
import { parsePack } from './parsePack';

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

/** Where a refused file is wrong first, what is wrong there, and how much more is. */
export function refusalWords({ name, problems: [first, ...more] }: PackFileProblems): string {
  const where = `${PACKS_FOLDER}/${name}`;
  if (!first) return where;
  return `${where}, line ${first.line}: ${first.message}${more.length > 0 ? ` (and ${more.length} more)` : ''}`;
}

/** Whether a file of the folder is to be read. */
export function isPackFile(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

/** A file with its text, and what that says of the pack's kin, be the rest of it right or wrong. */
interface Draft {
  readonly name: string;
  readonly text: string;
  readonly id: string | undefined;
  readonly extends: string | undefined;
}

/**
 * Reads the packs of a folder, each behind the one that it extends and otherwise in the order of the files' names. What is wrong
 * with one does not touch the others, but for those that extend it. Never throws.
 */
export function readOwnPacks(files: readonly PackFile[]): OwnPacks {
  const packs: Pack[] = [];
  const refused: PackFileProblems[] = [];
  const taken = new Map<string, string>();
  const barred = new Map<string, string>();
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, MOST_PACKS);
  for (const { name, text, badLine } of sorted) {
    if (text !== undefined) continue;
    const message = 'This line is not UTF-8. Save the file in that encoding.';
    refused.push({ name, problems: [{ message, line: badLine, column: 1, start: 0, end: 0 }] });
  }
  const drafts = sorted.flatMap(({ name, text }) => (text === undefined ? [] : { name, text, ...readKin(text) }));
  const circles = new Map(drafts.map((draft) => [draft, circleOf(draft, drafts)]));
  for (const draft of inOrder(drafts)) {
    const { name, text, id } = draft;
    const circle = circles.get(draft);
    if (circle && draft.extends !== undefined) {
      barred.set(
        draft.extends,
        `These packs extend each other: ${circle.join(' → ')}. Let one of them extend another pack.`,
      );
    }
    const { pack, problems } = parsePack(text, { taken, own: packs, barred });
    if (pack) {
      packs.push(pack);
      taken.set(pack.id, name);
    } else {
      refused.push({ name, problems });
      const line = problems[0]?.line ?? 1;
      if (id !== undefined && !taken.has(id) && !isBuiltIn(id))
        barred.set(id, `The pack "${id}" is refused: see ${name}, line ${line}.`);
    }
  }
  const order = (name: string): number => sorted.findIndex((file) => file.name === name);
  return { packs, refused: refused.sort((a, b) => order(a.name) - order(b.name)) };
}

const KinSchema = v.object({ id: v.string(), extends: v.optional(v.string()) });

function readKin(text: string): Pick<Draft, 'id' | 'extends'> {
  const { value } = readYaml(text, KinSchema);
  return { id: value?.id, extends: value?.extends };
}

/** Each behind the one that it extends; those of a circle stay where they are. */
function inOrder(drafts: readonly Draft[]): Draft[] {
  const ordered = new Set<Draft>();
  const visit = (draft: Draft, above: readonly Draft[]): void => {
    const base = baseOf(draft, drafts);
    if (base && !above.includes(base)) visit(base, [...above, draft]);
    ordered.add(draft);
  };
  for (const draft of drafts) visit(draft, []);
  return [...ordered];
}

/** The ids on the way from a pack back to itself; undefined where there is no such way. */
function circleOf(draft: Draft, drafts: readonly Draft[]): string[] | undefined {
  const way = [draft];
  for (let base = baseOf(draft, drafts); base; base = baseOf(base, drafts)) {
    if (base === draft) return [...way, draft].flatMap(({ id }) => id ?? []);
    if (way.includes(base)) return undefined;
    way.push(base);
  }
  return undefined;
}

/** A file cannot take the place of a built-in pack, whatever id it gives itself. */
const isBuiltIn = (id: string): boolean => PACKS.some((pack) => pack.id === id);

function baseOf({ extends: id }: Draft, drafts: readonly Draft[]): Draft | undefined {
  return id === undefined || isBuiltIn(id) ? undefined : drafts.find((draft) => draft.id === id);
}
