/** What a feature is about: `w:we decide` is of kind `w`, about "we" and "decide". */
export type Feature = readonly [kind: string, first: string, second: string | undefined];

/** Numbers for the features that are weighed, found by what they are about, so that no name is put together to look one up. */
export class FeatureIndex {
  readonly size: number;
  readonly #singles = new Map<string, Map<string, number>>();
  readonly #pairs = new Map<string, Map<string, Map<string, number>>>();

  /** Numbers the features as they come. */
  constructor(features: readonly Feature[]) {
    this.size = features.length;
    for (const [number, [kind, first, second]] of features.entries()) {
      if (second === undefined) mapIn(this.#singles, kind).set(first, number);
      else mapIn(mapIn(this.#pairs, kind), first).set(second, number);
    }
  }

  /** The number of a feature; undefined where it is not weighed. */
  find(kind: string, first: string, second?: string): number | undefined {
    return second === undefined ? this.#singles.get(kind)?.get(first) : this.#pairs.get(kind)?.get(first)?.get(second);
  }
}

/** What stands before and behind the first mark in a name. */
export function partAt(name: string, mark: string): [before: string, behind: string] {
  const at = name.indexOf(mark);
  return [name.slice(0, at), name.slice(at + 1)];
}

export function mapIn<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const map = maps.get(key) ?? new Map<string, Value>();
  maps.set(key, map);
  return map;
}
