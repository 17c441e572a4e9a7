import assert from 'node:assert/strict';
import { createLinter, type DocumentKind } from '../../src/core';
import { toldIn } from '../../src/editor/documents/parts';

describe('the parts that are shown', () => {
  const MARKED = '# The port\n\n## Situation\n\nIt had 41 cranes.\n\n## Action\n\nI sold one.\n';
  const UNMARKED = 'I ran a port of 41 cranes. I sold one, and the queue went from 9 ships to 2.\n';
  const parts = (text: string, kind: DocumentKind) =>
    toldIn(createLinter().lint(text, { kind })).map((story) => story.parts.map(({ part }) => part));

  it('are those of a story, marked or as they read', () => {
    assert.deepEqual(parts(MARKED, 'story'), [['situation', 'action']]);
    assert.notEqual(parts(UNMARKED, 'story')[0]?.length, 0);
  });
  it('are of a speech those only that it marks', () => {
    assert.deepEqual(parts(MARKED, 'speech'), [['situation', 'action']]);
    assert.deepEqual(parts(UNMARKED, 'speech'), [[]]);
  });
  it('are none of a design sheet, which nobody tells', () => assert.deepEqual(parts(MARKED, 'design'), []));
});
