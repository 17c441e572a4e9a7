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
});
