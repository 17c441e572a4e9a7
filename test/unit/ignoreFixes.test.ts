import assert from 'node:assert/strict';
import type { Finding } from '../../src/core';
import { ignoreFixes } from '../../src/core/lint/ignoreFixes';
import { applyIgnores, ChapterIgnores } from '../../src/core/lint/ignores';
import { findFrontMatter } from '../../src/core/text/frontMatter';
import { readMarkdown } from '../../src/core/text/markdown';
import { expandSnippet } from './expandSnippet';

/** A text with `|` where the finding stands, without it; and the text after each fix. */
function fix(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const at = { line: 1, column: 1, offset };
  const finding: Finding = { rule: 'vague-we', severity: 'information', message: '', start: at, end: at, fixes: [] };
  const after = ignoreFixes(text, finding).map(({ edits: [edit] }) => {
    assert.ok(edit);
    const put = expandSnippet(edit.text).text;
    const result = text.slice(0, edit.start) + put + text.slice(edit.end);
    assertIgnored(result, edit.start <= offset ? offset + put.length : offset);
    return result;
  });
  return { text, after };
}

function assertIgnored(text: string, start: number): void {
  const { comments, blocks } = readMarkdown(text, findFrontMatter(text)?.end ?? 0);
  const findings = [{ rule: 'vague-we', start, end: start + 1 }];
  const partRange = () => ({ start: 0, end: text.length });
  const chapter = new ChapterIgnores({ text, comments, blocks, findings, known: ['vague-we'], partRange });
  assert.deepEqual(applyIgnores([chapter]), [{ kept: [], stale: [] }], JSON.stringify(text));
}

const HERE = '<!-- starl-ignore vague-we: reason -->';
const PART = '<!-- starl-ignore-part vague-we: reason -->';
const FILE = '<!-- starl-ignore-file vague-we: reason -->';

describe('to ignore a finding', () => {
  it('is offered here, in its part and in the file, with room for a reason', () => {
    const { after } = fix('## Action\n\n|We decided.\n');
    assert.deepEqual(after, [
      `## Action\n\n${HERE}\nWe decided.\n`,
      `## Action\n\n${PART}\nWe decided.\n`,
      `${FILE}\n## Action\n\nWe decided.\n`,
    ]);
  });

  const places: readonly (readonly [string, string, string])[] = [
    ['within a line', 'I asked. |We decided.', `I asked. ${HERE} We decided.`],
    ['at the end of the line before', 'I asked.\n|We decided.', `I asked. ${HERE}\nWe decided.`],
    ['behind a label', '**Action:** |We decided.', `**Action:** ${HERE} We decided.`],
    ['behind a plain label', 'I saw.\n\nAction: |We decided.', `I saw.\n\nAction: ${HERE} We decided.`],
    ['before bold text', 'I saw.\n\n**|We** decided.', `I saw.\n\n${HERE}\n**We** decided.`],
    ['before a heading', '---\nstarl: story\n---\n\n# A |story\n', `---\nstarl: story\n---\n\n${HERE}\n# A story\n`],
    ['between items', '- I asked.\n- |We decided.', `- I asked.\n  ${HERE}\n- We decided.`],
    ['between numbered items', '1. I asked.\r\n2. |We decided.', `1. I asked.\r\n   ${HERE}\r\n2. We decided.`],
    ['within an item', '- I asked. |We decided.', `- I asked. ${HERE} We decided.`],
    ['with the line endings of the file', '## Action\r\n\r\n|We decided.', `## Action\r\n\r\n${HERE}\r\nWe decided.`],
  ];
  for (const [name, marked, expected] of places) {
    it(`puts the comment ${name}`, () => assert.equal(fix(marked).after[0], expected));
  }

  it('for a whole file stands behind the front matter', () => {
    const { after } = fix('---\nstarl: story\n---\n\n## Action\n\n|We decided.\n');
    assert.ok(after[2]?.startsWith(`---\nstarl: story\n---\n${FILE}\n`));
  });

  it('is not offered for a part where the finding is about the story', () => {
    assert.equal(fix('# A |story\n\nWe decided.\n').after.length, 2);
  });
});
