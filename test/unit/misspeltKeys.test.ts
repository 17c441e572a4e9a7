import assert from 'node:assert/strict';
import { createLinter } from '../../src/core';

const linter = createLinter();

/** Each finding as what it marks, its message, and the front matter after its fix. */
function told(yaml: string, path = 'stories/a.md') {
  const text = `---\n${yaml}\n---\n\n# A\n\n## Situation\n\nA move of 200 stores was late.\n`;
  return linter
    .lint(text, { path })
    .findings.filter(({ rule }) => rule === 'unknown-id')
    .map(({ start, end, message, severity, fixes: [fix] }) => {
      const [edit] = fix?.edits ?? [];
      assert.ok(edit);
      const fixed = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
      return [severity, text.slice(start.offset, end.offset), message, fixed.split('\n---')[0]?.slice(4)];
    });
}

describe('a misspelt key of front matter', () => {
  for (const [written, meant] of [
    ['competences', 'competencies'],
    ['compentencies', 'competencies'],
    ['question', 'questions'],
    ['Questions', 'questions'],
    ['framing', 'framings'],
    ['rulse', 'rules'],
  ] as const) {
    it(`is pointed out, with a fix: ${written}`, () => {
      const value = meant === 'framings' || meant === 'rules' ? '{}' : '[]';
      assert.deepEqual(told(`starl: story\n"${written}": ${value} # mine`), [
        [
          'information',
          `"${written}"`,
          `Starl does not know the key "${written}", and passes it over. Did you mean "${meant}"?`,
          `starl: story\n${meant}: ${value} # mine`,
        ],
      ]);
    });
  }

  it('is a misspelt "starl" only where it says what the document is', () => {
    assert.equal(told('stalr: story')[0]?.[3], 'starl: story');
    assert.deepEqual(told('start: 2026-01-01\nstars: 5'), []);
  });

  it('is none where the key that it may mean is there', () => {
    assert.deepEqual(told('questions: []\nquestion: failure'), []);
  });

  it('is no key of another tool', () => {
    const keys =
      'title subtitle titles tag tags date aliases author authors category categories layout permalink slug draft description keywords summary lang toc weight url cover image comments status type id roles role rule ruler company companies competitors conferences question_count drawings warnings stage store publish cssclasses created updated modified';
    for (const key of keys.split(' ')) assert.deepEqual(told(`starl: story\n${key}: x`), [], key);
  });

  it('is passed over in front matter that cannot be read, and in ordinary Markdown', () => {
    assert.deepEqual(told('competences: ['), []);
    assert.deepEqual(linter.lint('---\ncompetences: []\n---\n\nText.\n', { path: 'notes.md' }).findings, []);
  });
});
