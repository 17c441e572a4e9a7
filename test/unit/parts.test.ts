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
  it('take a letter for a part beside others, and for a title where it is the only one', () => {
    const story = (title: string, [s, a, r] = ['Situation', 'Action', 'Result']) =>
      `${title}\n\n## ${s}\n\nThe port had 41 cranes.\n\n## ${a}\n\nI sold one.\n\n## ${r}\n\nThe queue fell to 2 ships.\n`;
    const told = (text: string) => {
      const { stories, findings } = createLinter().lint(text, { kind: 'story' });
      return [stories.map(({ title }) => title), findings.some(({ rule }) => rule === 'part-order')];
    };
    const all = ['situation', 'action', 'result'];
    for (const text of [story('# T'), story('# T', ['S', 'A', 'R'])]) {
      assert.deepEqual([parts(text, 'story'), ...told(text)], [[all], ['T'], false], text);
    }
    assert.deepEqual(parts(story('# T').replaceAll('##', '#'), 'story'), [['task', 'situation', 'action', 'result']]);
    assert.deepEqual(parts(story('# The port', ['S', 'A', 'R']), 'story'), [all]);
    assert.deepEqual(parts(story('', ['S', 'A', 'R']).replaceAll('##', '#'), 'story'), [all]);
    const [prose] = createLinter().lint('Before.\n\n# A\n\nThe port had 41 cranes.\n', { kind: 'story' }).stories;
    assert.equal(prose?.parts.action, undefined);
  });
  it('are none of a design sheet, which nobody tells', () => assert.deepEqual(parts(MARKED, 'design'), []));
});
