import { readEvidence } from '../evidence/readEvidence';
import type { Pack } from '../packs/packSchema';
import { foldName, meantName } from './mockNames';
import type { Mock } from './mocks';

/** Kinds of mock that any profile has. */
const KINDS = ['behavioral', 'system design', 'stakeholder simulation', 'hiring manager', 'elevator speech'];

/** The usual kinds of mock: some that are always there, and those that the profile's checklist asks for. */
export function usualKinds(pack: Pick<Pack, 'checklist'> | undefined): string[] {
  const demands = (pack?.checklist ?? [])
    .flatMap(({ items }) => items)
    .flatMap(({ evidence }) => (evidence === undefined ? [] : readEvidence(evidence).demands));
  return distinct([...KINDS, ...demands.flatMap((demand) => (demand.figure === 'mocks' && demand.kind?.name) || [])]);
}

/** Kinds to choose from: what was logged last, and then what is usual. Those that are slips of the pen are left out. */
export function kindsToChoose(logged: readonly Pick<Mock, 'kind'>[], usual: readonly string[]): string[] {
  return distinct([...ownKinds(logged, usual).reverse(), ...usual]);
}

/**
 * What is to be said of a kind of mock that is a slip of the pen away from a usual one, however often it is logged, or from
 * one that is logged, where it is not.
 */
export function slipInKind(
  kind: string,
  logged: readonly Pick<Mock, 'kind'>[],
  usual: readonly string[],
): { readonly meant: string; readonly message: string } | undefined {
  const certain = meantName(kind, usual);
  const meant = certain ?? meantName(kind, [...usual, ...ownKinds(logged, usual)]);
  if (meant === undefined) return undefined;
  const what = certain === undefined ? `No mock is of the kind "${kind}".` : notUsual(kind, 'kind of mock');
  return { meant, message: `${what} Did you mean "${meant}"?` };
}

/** Says of a name that it is none of the usual ones. */
export function notUsual(name: string, what: string): string {
  return `"${name}" is no usual ${what}.`;
}

/** The kinds in which mocks are logged, without slips of the pen. */
function ownKinds(logged: readonly Pick<Mock, 'kind'>[], usual: readonly string[]): string[] {
  return [...new Set(logged.map(({ kind }) => kind))].filter((kind) => meantName(kind, usual) === undefined);
}

function distinct(kinds: readonly string[]): string[] {
  const seen = new Set<string>();
  return kinds.filter((kind) => !seen.has(foldName(kind)) && seen.add(foldName(kind)));
}
