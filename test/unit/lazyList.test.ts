import assert from 'node:assert/strict';
import { LazyList } from '../../src/core/lint/lazyList';

describe('a lazy list', () => {
  const make = (): { list: LazyList<string>; made: string[] } => {
    const made: string[] = [];
    const stretch = (name: string, length: number) => ({
      length,
      make: () => {
        made.push(name);
        return Array.from({ length }, (_, i) => `${name}${i}`);
      },
    });
    return { list: new LazyList([stretch('a', 2), stretch('b', 0), stretch('c', 1)]), made };
  };
  it('is counted without making anything', () => {
    const { list, made } = make();
    assert.equal(list.length, 3);
    assert.deepEqual(made, []);
  });
  it('makes what is reached', () => {
    const { list, made } = make();
    for (const value of list) if (value === 'a1') break;
    assert.deepEqual(made, ['a']);
    assert.deepEqual([...list], ['a0', 'a1', 'c0']);
  });
});
