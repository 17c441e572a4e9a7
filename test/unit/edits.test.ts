import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLinter } from '../../src/core';
import { withoutOverlaps } from '../../src/core/text/edits';
import type { Edit } from '../../src/core/types';
import { applyFix } from './applyFix';
import { applyInTurn } from './applyInTurn';

describe('fixes that get in each other’s way', () => {
  const edit = (start: number, end: number, text = ''): Edit => ({ start, end, text });

  it('are kept or left out as a whole', () => {
    const quotes = [edit(0, 1), edit(8, 9)];
    const word = [edit(8, 12, 'I')];
    const other = [edit(10, 12, 'we')];
    assert.deepEqual(withoutOverlaps([word, quotes, other]), [...quotes, ...other]);
  });
  it('may touch, but not insert at one place', () => {
    const [left, right, first, second] = [edit(0, 4), edit(4, 6), edit(9, 9, 'a'), edit(9, 9, 'b')];
    assert.deepEqual(withoutOverlaps([[left], [first], [right], [second]]), [left, right, first]);
  });
  it('leave edits in order that do not overlap, each fix whole', () => {
    const one = fc
      .tuple(fc.nat({ max: 20 }), fc.nat({ max: 4 }), fc.nat({ max: 4 }), fc.nat({ max: 4 }))
      .map(([start, length, gap, next]) => [
        edit(start, start + length),
        edit(start + length + gap + 1, start + length + gap + 1 + next),
      ]);
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (fixes) => {
        const kept = withoutOverlaps(fixes);
        for (const [i, { start }] of kept.entries()) assert.ok(i === 0 || (kept[i - 1]?.end ?? 0) <= start);
        for (const edits of fixes) {
          const count = edits.filter((one) => kept.includes(one)).length;
          assert.ok(count === 0 || count === edits.length);
        }
      }),
    );
  });
});

describe('changes', () => {
  const TEXT = '## Action\n\nWe decided to ship. We decided to wait.\n';
  const open = () => createLinter().open(TEXT, { kind: 'story' });

  it('are applied in turn: one that stands earlier in the text moves those behind it in the list', () => {
    const document = open();
    const swapped = [
      { start: 11, end: 13, text: 'Jo and I' },
      { start: TEXT.lastIndexOf('We') + 6, end: TEXT.lastIndexOf('We') + 8, text: 'I' },
    ];
    const text = '## Action\n\nJo and I decided to ship. I decided to wait.\n';
    assert.equal(applyInTurn(TEXT, swapped), text);
    assert.deepEqual(document.edit(swapped).findings, createLinter().lint(text, { kind: 'story' }).findings);
  });
  it('of several cursors are taken as VS Code lists them, from the end of the text', () => {
    const places = fc.uniqueArray(fc.nat({ max: TEXT.length }), { maxLength: 6 });
    fc.assert(
      fc.property(places, fc.constantFrom('', 'x', ' we chose it.', '😀', '\r\n'), (at, inserted) => {
        const sorted = at.toSorted((a, b) => b - a);
        const changes = sorted.map((start, i) => ({
          start,
          end: Math.min(sorted[i - 1] ?? TEXT.length, start + 2),
          text: inserted,
        }));
        const text = applyFix(TEXT, { edits: changes, snippet: false });
        assert.equal(applyInTurn(TEXT, changes), text);
      }),
    );
  });
  it('that do not fit the text are refused, and none is applied', () => {
    const document = open();
    const before = document.report;
    const fitting = { start: 0, end: 9, text: '' };
    for (const { start, end } of [edit(-1, 0), edit(4, 3), edit(0, TEXT.length), edit(NaN, 2)])
      assert.throws(() => document.edit([fitting, { start, end, text: 'x' }]), RangeError);
    assert.equal(document.report, before);
    assert.deepEqual(document.edit([]).findings, createLinter().lint(TEXT, { kind: 'story' }).findings);
  });

  function edit(start: number, end: number) {
    return { start, end };
  }
});
