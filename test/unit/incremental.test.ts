import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLinter, type DocumentInfo, type Report, type TextChange } from '../../src/core';
import type { LintSettings } from '../../src/core/config/settings';
import { applyInTurn } from './applyInTurn';

/** What documents are made of, and what makes the lines around it mean something else. */
const PIECES = [
  ...[
    '# Story\n',
    '# T\n',
    '## Situation\n\n',
    '## Action\n',
    '### Result\n\n',
    '#\n',
    ' # Indented\n',
    'Title\n===\n',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '---\n',
    '```\n',
    '~~~js\n',
    '    code\n',
    '> quoted\n',
    '- item\n',
    '  - We chose it.\n',
  ],
  ...['<div>\n', '</div>\n', '<!-- open\n', '-->\n', '<script>\n', '| a | b |\n|--|--|\n| We chose it. | x |\n'],
  ...[
    '<!-- starl-ignore vague-we: x -->\n',
    '<!-- starl-ignore-part vague-we -->',
    '<!-- starl-ignore-file passenger, confidential -->\n',
    '<!-- starl: { competencies: [ownershp] } -->\n',
  ],
  ...[
    '# Story of Acme\n\n## Task\n\nMine.\n\n## Action\n\nWe chose it.\n\n',
    'It was Acme. ',
    'Project',
    '<!-- starl-ignore confidential, missing-task, low-ownership -->\n',
    ' [the Acme ',
  ],
  ...['**Action:** ', 'We decided to rewrite it. ', 'Of course legal sat on the order.\n\n', 'It was a huge success. '],
  ...[
    'I learned that communication is key. ',
    'It fell by 12%. ',
    'TODO ',
    '"Stop." he said. ',
    'It was decided to wait.\n\n',
    'I wrote the lock. ',
    'It is still running. ',
  ],
];
const FRONT = [
  '---\nstarl: story\n---\n',
  '---\nstarl: design\n---\n',
  '---\nrules: { vague-we: off }\n---\n',
  '---\n',
];
const KEYS = ['x', 'Bluebird', ' ', '#', '`', '\n', '-', '>', '<', '😀', ''];

const document = fc
  .tuple(fc.constantFrom('', '\uFEFF', ...FRONT), fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }))
  .map(([front, pieces]) => front + pieces.join(''));
const info = fc.constantFrom<DocumentInfo>({ kind: 'story' }, { path: 'stories/a.md' });

const settings: Partial<LintSettings> = {
  confidential: [{ term: 'Acme', say: 'the client' }, { term: 'Project Bluebird' }],
  vocabulary: { competencies: ['ownership'], questions: [] },
};

/** Where something is typed, removed or pasted, as shares of the text's length. */
const typed = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.constantFrom(0, 0, 1, 3, 40),
  text: fc.oneof(fc.constantFrom(...KEYS), fc.constantFrom(...PIECES, ...FRONT), document),
});
type Step = 'undo' | 'flip' | readonly { readonly at: number; readonly remove: number; readonly text: string }[];
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.array(typed, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant('undo' as const) },
  { weight: 1, arbitrary: fc.constant('flip' as const) },
);

/** What a step changes: whatever the cursors type, all of the text as it was before, or how all lines end. */
function changesOf(step: Step, text: string, before: string): TextChange[] {
  const whole = { start: 0, end: text.length };
  if (step === 'undo') return [{ ...whole, text: before }];
  if (step === 'flip')
    return [{ ...whole, text: text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n') }];
  const changes: TextChange[] = [];
  for (const { at, remove, text: inserted } of step) {
    const { length } = applyInTurn(text, changes);
    const start = Math.floor(at * length);
    changes.push({ start, end: Math.min(length, start + remove), text: inserted });
  }
  return changes;
}

const plain = (report: Report): unknown => JSON.parse(JSON.stringify(report));

describe('an open document', () => {
  it('reports after any edits what a fresh linter reports', () => {
    fc.assert(
      fc.property(document, info, fc.array(step, { maxLength: 6 }), (start, about, steps) => {
        const open = createLinter({ settings }).open(start, about);
        const texts = [start];
        for (const one of steps) {
          const text = texts.at(-1) ?? '';
          const changes = changesOf(one, text, texts.at(-2) ?? text);
          texts.push(applyInTurn(text, changes));
          open.edit(changes);
          const fresh = createLinter({ settings }).lint(texts.at(-1) ?? '', about);
          assert.deepStrictEqual(open.report, fresh);
          assert.deepEqual(plain(open.report), plain(fresh));
        }
      }),
      { numRuns: 150 },
    );
  });
  it('does so in a text that is long without a heading', () => {
    const paragraph = 'We decided to rewrite it, and of course legal sat on the order.\n\n';
    const text = `## Action\n\n${paragraph.repeat(150)}`;
    const open = createLinter().open(text, { kind: 'story' });
    const at = text.indexOf('We', 5000);
    for (const inserted of ['```\n', '\n', '- ', '<!-- ', '']) {
      const change = { start: at, end: at + 2, text: inserted };
      const undo = { start: at, end: at + inserted.length, text: 'We' };
      assert.deepEqual(
        plain(open.edit([change])),
        plain(createLinter().lint(applyInTurn(text, [change]), { kind: 'story' })),
      );
      open.edit([undo]);
    }
  });
  it('keeps what is found in the stories that an edit leaves, also where terms and comments are looked for', () => {
    const story = '## Action\n\nWe decided to wait for Acme.\n\n## Result\n\nIt was a huge success.\n\n';
    const stories = [story, `<!-- starl-ignore vague-result -->\n${story}`, story].map((one, i) => `# ${i}\n\n${one}`);
    const text = stories.join('');
    const open = createLinter({ settings }).open(text, { kind: 'story' });
    const before = [...open.findings];
    open.edit([{ start: text.length, end: text.length, text: 'Acme left.' }]);
    const kept = before.filter(({ start }) => start.offset < text.lastIndexOf('# 2'));
    assert.ok(kept.some(({ rule }) => rule === 'confidential'));
    assert.deepEqual(
      kept.filter((one) => !open.report.findings.includes(one)),
      [],
    );
  });
  it('has a report that can be sent anywhere, of the same objects as it goes through in turn', () => {
    const open = createLinter().open('## Action\n\nWe decided to wait.\n', { kind: 'story' });
    open.edit([{ start: 0, end: 0, text: '# Story\n\n' }]);
    const { findings, report } = open;
    assert.equal(findings.length, report.findings.length);
    for (const [i, finding] of [...findings].entries()) assert.equal(finding, report.findings[i]);
    assert.deepEqual(structuredClone(open.report), plain(open.report));
  });
  it('keeps a report as it was when the text goes on changing', () => {
    const open = createLinter().open('## Action\n\nWe decided to wait.\n', { kind: 'story' });
    const { report } = open;
    open.edit([{ start: 0, end: 0, text: '# Story\n\n' }]);
    assert.equal(report.findings.find(({ rule }) => rule === 'vague-we')?.start.line, 3);
    assert.equal(open.report.findings.find(({ rule }) => rule === 'vague-we')?.start.line, 5);
  });
  it('offers the same edits for all that needs no decision', () => {
    const text = '## Action\n\n<!-- starl-ignore -->\nI did it.\n';
    const open = createLinter().open(`# Story\n\n${text}`, { kind: 'story' });
    open.edit([{ start: 0, end: 9, text: '' }]);
    assert.ok(open.fixAll().length > 0);
    assert.deepEqual(open.fixAll(), createLinter().fixAll(text, { kind: 'story' }));
  });
});
