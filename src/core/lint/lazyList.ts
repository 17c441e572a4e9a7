import { lastAtOrBefore } from '../text/regions';

/** A stretch of a list: how long it is, and what makes its values. */
export interface Stretch<Value> {
  readonly length: number;
  make(): readonly Value[];
}

/**
 * A list of which a stretch is made when somebody first looks at one of its values, and all of it when somebody asks for anything
 * but its length or a single value. To those who read it, it is an array.
 */
export function lazyList<Value>(stretches: readonly Stretch<Value>[]): readonly Value[] {
  const starts: number[] = [];
  let count = 0;
  for (const { length } of stretches) {
    starts.push(count);
    count += length;
  }
  const list = new Array<Value>(count);
  const made = new Set<number>();
  const make = (stretch: number): void => {
    if (made.has(stretch)) return;
    made.add(stretch);
    for (const [i, value] of (stretches[stretch]?.make() ?? []).entries()) list[(starts[stretch] ?? 0) + i] = value;
  };
  const makeAll = (): void => {
    for (const stretch of stretches.keys()) make(stretch);
  };
  return new Proxy(list, {
    get(target, key) {
      const index = typeof key === 'string' ? Number(key) : Number.NaN;
      if (index >= 0 && index < count) make(lastAtOrBefore(starts, index));
      else if (Number.isNaN(index) && key !== 'length') makeAll();
      return Reflect.get(target, key);
    },
    has(target, key) {
      makeAll();
      return Reflect.has(target, key);
    },
    ownKeys(target) {
      makeAll();
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(target, key) {
      if (key !== 'length') makeAll();
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  });
}
