import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLinter } from '../../src/core';
import { resolveSettings } from '../../src/core/config/layers';
import { placeholder, TEMPLATES, templateSnippet } from '../../src/core/templates/templates';
import type { Report } from '../../src/core/types';
import { expandSnippet } from './expandSnippet';

const linter = createLinter();

function severities({ findings }: Pick<Report, 'findings'>): string[] {
  return [...new Set(findings.map(({ severity }) => severity))];
}

describe('a story before its first word', () => {
  for (const template of TEMPLATES) {
    const { text } = expandSnippet(templateSnippet(template, 'The port of May'));

    it(`from ${template.id} is only hinted at`, () => {
      const report = linter.lint(text);
      assert.deepEqual(severities(report), ['hint']);
      // What is not told is known all the same, and every prompt is taken for one.
      const left = report.findings.find(({ rule }) => rule === 'placeholder-left');
      assert.deepEqual(
        left?.related?.map(({ message }) => message),
        template.parts.flatMap(({ prompts }) => prompts.map(placeholder)),
      );
    });

    it(`from ${template.id} is judged as any other once there is a word, and hinted at again without it`, () => {
      const prompt = placeholder(template.parts[0]?.prompts[0] ?? assert.fail());
      const begun = text.replace(prompt, 'Ships');
      assert.ok(linter.lint(begun).findings.every(({ severity }) => severity === 'information'));
      const open = linter.open(text, {});
      const start = text.indexOf(prompt);
      const typed = open.edit([{ start, end: start + prompt.length, text: 'Ships' }]);
      assert.deepEqual(severities(typed), ['information']);
      assert.deepEqual(severities(open.edit([{ start, end: start + 'Ships'.length, text: prompt }])), ['hint']);
      open.close();
    });
  }

  const BLANK = '# Two\n\n## Situation\n\n[what was at stake]\n\n## Action\n\n[what you did]\n';
  const TOLD =
    '# One\n\n## Situation\n\nThe port had 41 cranes.\n\n## Action\n\nWe decided to rewrite the scheduler.\n\n';

  it('does not keep its neighbour from being judged', () => {
    const { findings } = linter.lint(TOLD + BLANK, { kind: 'story' });
    const of = (wanted: boolean) => findings.filter(({ start }) => start.offset >= TOLD.length === wanted);
    assert.deepEqual(severities({ findings: of(true) }), ['hint']);
    assert.deepEqual(severities({ findings: of(false) }), ['information']);
  });

  it('speaks as loudly as somebody has said', () => {
    const { settings } = resolveSettings({ config: { rules: { 'placeholder-left': 'warning' } } });
    const { findings } = createLinter({ settings }).lint(BLANK, { kind: 'story' });
    for (const { rule, severity } of findings)
      assert.equal(severity, rule === 'placeholder-left' ? 'warning' : 'hint', rule);
  });

  it('is one with prompts: headings alone, and words beside a prompt, are judged', () => {
    for (const text of [
      '# A\n\n## Situation\n\n## Action\n\n## Result\n',
      BLANK.replace('[what you did]', 'I [what you did]'),
      BLANK.replace('[what you did]', '- [what you did] on 3 days'),
    ])
      assert.deepEqual(severities(linter.lint(text, { kind: 'story' })), ['information'], text);
  });

  it('may break its prompts over lines, sentences and lists', () => {
    const text =
      '# A\n\n## Situation\n\n- [what was at stake? Who was harmed. When?]\n\n## Action\n\n[what you did]. [more of it]!\n';
    assert.deepEqual(severities(linter.lint(text, { kind: 'story' })), ['hint']);
  });
});
