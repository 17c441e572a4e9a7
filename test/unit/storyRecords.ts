import { createLinter } from '../../src/core';
import { readRecords, type StoryRecord } from '../../src/core/library/record';

export const linter = createLinter();
export const info = { path: 'stories/a.md' };

/** The stories of a text, as the linter sees them. */
export function records(text: string): StoryRecord[] {
  return readRecords(text, linter.lint(text, info));
}
