import assert from 'node:assert/strict';
import { createLinter } from '../../src/core';

const linter = createLinter();
const BODY = '# The move I stopped\n\n## Situation\n\nA move of 200 stores was late.\n';

function unclosed(text: string, path = 'stories/a.md') {
  const { findings } = linter.lint(text, { path });
  return findings.filter(({ rule }) => rule === 'front-matter');
}

function fixed(text: string, path?: string): string {
  const [finding] = unclosed(text, path);
  const edits = finding?.fixes[0]?.edits ?? [];
  return edits.reduceRight((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}

describe('front matter that nothing closes', () => {
  const open: readonly (readonly [string, string, string])[] = [
    ['above a blank line', `---\nstarl: story\ncompetencies:\n  - judgement\n\n${BODY}`, '  - judgement\n---\n\n# The'],
    ['above a heading', `---\nquestions: [failure]\n${BODY}`, '[failure]\n---\n# The'],
    ['behind keys of others', `---\ntitle: A\ntags: [x]\nframings:\n  netflix: Cost\n\n${BODY}`, 'Cost\n---\n\n#'],
    ['with keys below a blank line', `---\nstarl: story\n\nquestions: [failure]\n\n${BODY}`, '[failure]\n---\n\n#'],
    ['with the line endings of the file', `---\r\nstarl: story\r\n\r\n# A\r\n`, 'starl: story\r\n---\r\n\r\n# A'],
    ['behind a byte order mark', `\uFEFF---\nstarl: story\n\n${BODY}`, 'starl: story\n---\n\n#'],
    ['at the end of the file', '---\nstarl: story', 'starl: story\n---'],
  ];
  for (const [name, text, expected] of open) {
    it(`is told at its beginning, and closed ${name}`, () => {
      const [finding] = unclosed(text);
      assert.equal(text.slice(finding?.start.offset, finding?.end.offset), '---');
      assert.equal(finding?.start.line, 1);
      assert.match(finding?.message ?? '', /never closed.*behind its last key/);
      assert.ok(fixed(text).includes(expected), fixed(text));
      assert.deepEqual(unclosed(fixed(text)), []);
    });
  }

  for (const [eol, indent] of [
    ['\n', '  '],
    ['\r\n', '\t'],
  ] as const) {
    it(`is told at an indented fence, which a fix moves to where it counts (${JSON.stringify(eol + indent)})`, () => {
      const lines = ['---', 'starl: story', 'competencies:', '  - judgement'];
      const text = [...lines, `${indent}---`, '', BODY].join(eol);
      const [finding] = unclosed(text);
      assert.equal(finding?.start.line, 5);
      assert.equal(finding?.start.column, indent.length + 1);
      assert.match(finding?.message ?? '', /begins with a space.*Take the space away/);
      assert.equal(fixed(text), [...lines, '---', '', BODY].join(eol));
      assert.deepEqual(unclosed(fixed(text)), []);
    });
  }

  it('says what the document is all the same, wherever it lies', () => {
    const text = '---\nstarl: speech\n\nI run programs.\n';
    assert.equal(linter.lint(text, { path: 'notes.md' }).kind, 'speech');
    assert.equal(unclosed(text, 'notes.md').length, 1);
  });

  it('is not closed where it is not clear where it ends, or where it cannot be read', () => {
    for (const text of [
      '---\nstarl: story\nI ran the move.\n',
      '---\nstarl: story\n\nI ran it.\n\nquestions: [failure]\n',
      '---\nstarl: story\nquestions: [failure\n\nI ran it.\n',
    ])
      assert.deepEqual(
        unclosed(text).map(({ fixes }) => fixes),
        [[]],
        text,
      );
  });

  it('is no thematic break with ordinary Markdown below it', () => {
    for (const text of [
      `---\n\n${BODY}`,
      `---\n${BODY}`,
      '---\n\nstarl: story\n',
      '---\nAction: I stopped the move.\n',
      '---\nquestions: which of them did I ask, and why?\n',
      '---\nrules: be kind\n\nI ran it.\n',
      '---\ntitle: A note\n\nI ran it.\n',
      `---\nstarl: story\n---\n${BODY}`,
      '--- \n- questions\n- competencies\n',
      `----\nstarl: story\n\n${BODY}`,
    ])
      assert.deepEqual(unclosed(text), [], text);
  });

  it('comes and goes with an edit', () => {
    const text = `---\nstarl: story\n---\n\n${BODY}`;
    const opened = linter.open(text, { path: 'stories/a.md' });
    const told = (report: typeof opened.report) => report.findings.filter(({ rule }) => rule === 'front-matter').length;
    assert.equal(told(opened.report), 0);
    assert.equal(told(opened.edit([{ start: 17, end: 21, text: '' }])), 1);
    assert.equal(told(opened.edit([{ start: 17, end: 17, text: '---\n' }])), 0);
    opened.close();
  });
});
