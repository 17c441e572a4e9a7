import assert from 'node:assert/strict';
import type { Outcome } from '../../src/core/checklist/edits';

/** A text after an edit that is not refused. */
export function apply(text: string, { edit, refusal }: Outcome): string {
  assert.equal(refusal, undefined);
  return edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;
}
