import assert from 'node:assert/strict';
import { fixed } from './judgedWords';

const DECIDED = 'I decided [what] because [what you knew or had measured], and told [whom it concerned].';
/** A move that waits on somebody's leave, and how it is told without. */
const WAITING: readonly (readonly [sentence: string, ...without: string[]])[] = [
  ['I rewrote the job after my manager had approved it.', 'I rewrote the job.'],
  ['I kept the old system running until the board had approved it.', 'I kept the old system running.'],
  ['I only acted when my boss said so.'],
  ['I did not ship until my boss had approved it.'],
  ['I waited until my manager had approved it.'],
];

describe('a move that waits on a leave', () => {
  for (const [sentence, ...without] of WAITING)
    it(`is told without the leave only where it stays the same move: "${sentence}"`, () =>
      assert.deepEqual(fixed(sentence, 'permission-seeking'), [...without, DECIDED]));
});
