import assert from 'node:assert/strict';
import { isClean } from '../../src/core/library/clean';
import type { PartState, StoryRecord } from '../../src/core/library/record';
import { standingOf, stateOf, storyFigures, thinWords } from '../../src/core/library/storyWords';
import { PARTS } from '../../src/core/types';

function record(states: Partial<Record<(typeof PARTS)[number], PartState>>, rest: Partial<StoryRecord> = {}) {
  const parts = PARTS.map((part) => {
    const state = states[part] ?? 'present';
    return { part, state, words: 40, seconds: 16, line: 1, reasons: [], vocabulary: '' };
  });
  const findings = { error: 0, warning: 0, information: 0, hint: 3 };
  return { seconds: 52, parts, findings, isJudged: true, ...rest } as unknown as StoryRecord;
}

describe('how a story stands, in words', () => {
  const findings = { error: 0, warning: 1, information: 1, hint: 0 };
  const cases = [
    [record({}), 'clean', 'nothing to object to', '0:52'],
    [record({}, { findings }), 'open', '2 findings', '0:52 · 2 findings'],
    [record({ result: 'thin' }), 'open', 'thin Result', '0:52 · thin Result'],
    [
      record({ task: 'missing' }, { findings }),
      'incomplete',
      'lacks Task, 2 findings',
      '0:52 · lacks Task · 2 findings',
    ],
    [record({}, { isJudged: false }), 'unknown', 'still to be judged', '0:52'],
  ] as const;
  it('counts apart what has no finding and yet a thin part', () =>
    assert.deepEqual([0, 1, 2].map(thinWords), [
      '',
      '; 1 more without findings has a thin part',
      '; 2 more without findings have a thin part',
    ]));
  for (const [story, standing, state, figures] of cases) {
    it(`is ${state}`, () => {
      assert.deepEqual([standingOf(story), stateOf(story), storyFigures(story)], [standing, state, figures]);
      assert.equal(isClean(story), standing === 'clean');
    });
  }
});
