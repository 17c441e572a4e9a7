import assert from 'node:assert/strict';
import { BoundedCache } from '../../src/core/util/cache';

describe('a bounded cache', () => {
  for (const limit of [2, 3, 4, 5])
    it(`keeps no more than ${limit} values`, () => {
      const cache = new BoundedCache<string>(limit);
      const keys = Array.from({ length: limit + 1 }, (_, i) => `${i}`);
      for (const key of keys) cache.get(key, (made) => made);
      let isMade = false;
      cache.get('0', (made) => {
        isMade = true;
        return made;
      });
      assert.ok(isMade);
      cache.get('0', () => assert.fail('the value used last is not kept'));
    });
  it('keeps no more than its limit in weight, and nothing that weighs more than half of it', () => {
    const cache = new BoundedCache<string>(8, ({ length }) => length);
    let made: string[] = [];
    const use = (...keys: string[]): string[] => {
      made = [];
      for (const key of keys) cache.get(key, (one) => `${made.push(one)}`);
      return made;
    };
    use('aa', 'bb', 'ccc');
    assert.deepEqual(use('ccc', 'bb'), []);
    assert.deepEqual(use('ddddd', 'ddddd'), ['ddddd', 'ddddd']);
    assert.deepEqual(use('eeee', 'ffff', 'aa'), ['eeee', 'ffff', 'aa']);
  });
});
