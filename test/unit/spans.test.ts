import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moveSpan, touches } from '../../src/editor/documents/spans';

const apply = (text: string, { start, end, text: put }: { start: number; end: number; text: string }) =>
  text.slice(0, start) + put + text.slice(end);

describe('a stretch of text', () => {
  it('moves with what is put before it, and stays where something is put behind', () => {
    const span = { start: 5, end: 8 };
    assert.deepEqual(moveSpan(span, [{ start: 0, end: 0, text: 'ab' }]), { start: 7, end: 10 });
    assert.deepEqual(moveSpan(span, [{ start: 5, end: 5, text: 'ab' }]), { start: 7, end: 10 });
    assert.deepEqual(moveSpan(span, [{ start: 8, end: 8, text: 'ab' }]), span);
    assert.deepEqual(moveSpan(span, [{ start: 0, end: 5, text: '' }]), { start: 0, end: 3 });
  });

  it('grows and shrinks with what happens inside', () => {
    const span = { start: 5, end: 8 };
    assert.deepEqual(moveSpan(span, [{ start: 6, end: 6, text: 'ab' }]), { start: 5, end: 10 });
    assert.deepEqual(moveSpan(span, [{ start: 6, end: 7, text: '' }]), { start: 5, end: 7 });
  });

  it('loses what is replaced across its edges', () => {
    const span = { start: 5, end: 8 };
    assert.deepEqual(moveSpan(span, [{ start: 3, end: 6, text: 'x' }]), { start: 4, end: 6 });
    assert.deepEqual(moveSpan(span, [{ start: 7, end: 10, text: 'x' }]), { start: 5, end: 7 });
  });

  it('is gone when wholly replaced', () => {
    assert.equal(moveSpan({ start: 5, end: 8 }, [{ start: 5, end: 8, text: 'abc' }]), undefined);
  });

  it('holds the same text as long as no change touches it', () => {
    const edit = fc.record({ at: fc.nat(60), length: fc.nat(8), text: fc.string({ maxLength: 5 }) });
    fc.assert(
      fc.property(fc.string({ minLength: 40, maxLength: 60 }), fc.array(edit, { maxLength: 6 }), (text, edits) => {
        let span: { start: number; end: number } | undefined = { start: 20, end: 26 };
        const held = text.slice(20, 26);
        let current = text;
        for (const { at, length, text: put } of edits) {
          const start = Math.min(at, current.length);
          const change = { start, end: Math.min(start + length, current.length), text: put };
          if (!span || (change.start < span.end && span.start < change.end)) return;
          if (change.start > span.start && change.start < span.end) return;
          current = apply(current, change);
          span = moveSpan(span, [change]);
        }
        assert.equal(span && current.slice(span.start, span.end), held);
      }),
    );
  });

  it('touches a cursor at either edge', () => {
    assert.ok(touches({ start: 5, end: 8 }, { start: 8, end: 8 }));
    assert.ok(touches({ start: 5, end: 5 }, { start: 5, end: 8 }));
    assert.ok(!touches({ start: 5, end: 8 }, { start: 9, end: 9 }));
  });
});
