import assert from 'node:assert/strict';
import { lazyList } from '../../src/core/lint/lazyList';

describe('a lazy list', () => {
  const make = (): { list: readonly string[]; made: string[] } => {
    const made: string[] = [];
    const stretch = (name: string, length: number) => ({
      length,
      make: () => {
        made.push(name);
        return Array.from({ length }, (_, i) => `${name}${i}`);
      },
    });
    return { list: lazyList([stretch('a', 2), stretch('b', 0), stretch('c', 1)]), made };
  };
  it('makes what is looked at, once', () => {
    const { list, made } = make();
    assert.equal(list.length, 3);
    assert.deepEqual(made, []);
    assert.deepEqual([list[2], list[2], list[3], list[-1]], ['c0', 'c0', undefined, undefined]);
    assert.deepEqual(made, ['c']);
  });
  it('is an array to those who read it', () => {
    assert.ok(Array.isArray(make().list));
    assert.deepEqual([...make().list], ['a0', 'a1', 'c0']);
    assert.equal(JSON.stringify(make().list), '["a0","a1","c0"]');
    assert.deepEqual(
      make().list.map((value) => value.toUpperCase()),
      ['A0', 'A1', 'C0'],
    );
    assert.deepEqual(Object.keys(make().list), ['0', '1', '2']);
    assert.ok(1 in make().list);
    assert.deepEqual(make().list.slice(1), ['a1', 'c0']);
  });
});
