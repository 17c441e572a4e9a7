import assert from 'node:assert/strict';
import { Signal } from '../../src/editor/signal';

describe('a signal', () => {
  it('hands on what a listener fails with that goes on for a while, and tells the others all the same', async () => {
    const failed: unknown[] = [];
    const signal = new Signal<number>((error) => failed.push(error));
    const told: number[] = [];
    signal.event(async () => {
      throw new Error('no rows');
    });
    signal.event((event) => told.push(event));
    signal.fire(1);
    await new Promise(setImmediate);
    assert.deepEqual(told, [1]);
    assert.deepEqual(failed.map(String), ['Error: no rows']);
  });
});
