import assert from 'node:assert/strict';
import { readMocks } from '../../src/core/mocks/mocks';
import { LONGEST, tooLong } from '../../src/core/text/longest';

describe('a text that may be so long', () => {
  const problems = (kind: string) => readMocks(`mocks:\n  - { date: 2027-01-01, kind: ${kind} }\n`).problems;

  it('is taken where it is asked for just where it is read, and refused in the same words', () => {
    const longest = 'k'.repeat(LONGEST.line);
    assert.equal(tooLong(longest, LONGEST.line), undefined);
    assert.deepEqual(problems(longest), []);
    const objection = tooLong(`${longest}k`, LONGEST.line) ?? '';
    assert.equal(objection, 'Keep this to 200 characters');
    assert.ok(problems(`${longest}k`)[0]?.message.includes(objection));
  });
});
