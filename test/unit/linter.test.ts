import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLinter, type Report } from '../../src/core';
import { DEFAULT_SETTINGS } from '../../src/core/config/settings';
import { createSurveyor } from '../../src/core/library/survey';

const STORY =
  '## Situation\n\nIt broke in May.\n\n## Action\n\nWe decided to rewrite it. Of course legal sat on the order.\n\n## Result\n\nIt went from 9 to 2.\n';

const plain = (report: Report): unknown => JSON.parse(JSON.stringify(report));

/** Writes another value into each field of all objects, and one more into each list. */
function changeAll(value: object): void {
  for (const [key, one] of Object.entries(value)) {
    if (typeof one === 'object') changeAll(one);
    else Reflect.set(value, key, typeof one === 'number' ? one + 1 : `${one}!`);
  }
  if (Array.isArray(value)) value.push('x');
}

describe('the linter', () => {
  const linter = createLinter();
  const kindOf = (text: string, path?: string) => linter.lint(text, path ? { path } : {}).kind;

  it('is silent about ordinary Markdown', () =>
    assert.deepEqual(linter.lint('# Read me\n\nWe decided to use tabs.\n').findings, []));
  it('knows a story by its front matter', () => assert.equal(kindOf('---\nstarl: story\n---\nText\n'), 'story'));
  it('knows a story by its path', () => assert.equal(kindOf('Text\n', 'me/stories/one.md'), 'story'));
  it('knows a story by two parts under a heading', () => assert.equal(kindOf(`# A\n\n${STORY}`), 'story'));
  it('leaves a file alone that begins by saying so, unless it is named as a story', () => {
    const off = `---\nstarl: story\n---\n\n<!-- starl: off -->\n# A\n\n${STORY}`;
    assert.equal(kindOf(off, 'stories/one.md'), undefined);
    assert.equal(kindOf(`\uFEFF<!--starl: off-->\r\n# A\r\n\r\n${STORY}`), undefined);
    assert.equal(kindOf(`# A\n\n<!-- starl: off -->\n\n${STORY}`), 'story');
    assert.equal(linter.lint(off, { kind: 'story' }).kind, 'story');
    const open = linter.open(off);
    const at = off.indexOf('off');
    assert.equal(open.edit([{ start: at, end: at + 3, text: 'of' }]).kind, 'story');
    assert.equal(open.edit([{ start: at, end: at + 2, text: 'off' }]).kind, undefined);
  });
  it('knows a design sheet and a speech', () => {
    assert.equal(kindOf('---\nstarl: design\n---\nText\n'), 'design');
    assert.equal(kindOf('---\nstarl: speech\n---\nText\n'), 'speech');
  });
  it('remembers what it has judged by what it was taken for, and by the settings', () => {
    const plain = 'We decided to rewrite it.\n';
    assert.equal(linter.lint(plain).kind, undefined);
    assert.equal(linter.lint(plain, { path: 'me/stories/one.md' }).kind, 'story');
    assert.equal(linter.lint(plain, { kind: 'speech' }).kind, 'speech');
    assert.equal(linter.lint(plain).kind, undefined);
    const has = (one: typeof linter) => one.lint(STORY, { kind: 'story' }).findings.some((f) => f.rule === 'vague-we');
    assert.ok(has(linter));
    assert.ok(!has(createLinter({ settings: { rules: { 'vague-we': 'off' } } })));
  });
  it('gives each caller a report of its own in all its parts', () => {
    const text = `TODO\n\n${STORY}\n## Situation\n\n${'- '.repeat(150)}We decided it.\n`;
    for (const kind of ['story', 'design'] as const) {
      const fresh = plain(createLinter().lint(text, { kind }));
      for (let time = 0; time < 2; time++) {
        const report = linter.lint(text, { kind });
        assert.deepEqual(plain(report), fresh);
        changeAll(report);
      }
    }
  });
  it('judges no empty file', () => assert.deepEqual(linter.lint('', { path: 'stories/a.md' }).findings, []));
  it('judges English only, and says so', () => {
    const { findings, notes } = linter.lint(
      `## Situation\n\n${'Der Auftrag war klar und die Zeit knapp geworden bei uns allen. '.repeat(6)}\n\n## Action\n\nWir haben entschieden.\n`,
      { kind: 'story' },
    );
    assert.equal(findings.filter(({ rule }) => rule === 'vague-we').length, 0);
    assert.equal(notes.length, 1);
  });
  it('counts words, seconds and who acts', () => {
    const [story] = linter.lint(STORY, { kind: 'story' }).stories;
    assert.deepEqual(story?.parts.situation, { words: 4, seconds: 2 });
    assert.equal(story?.ownership.we, 1);
  });
  it('calls a story by its file where nothing in it gives a title', () => {
    const titleOf = (path?: string): string | undefined =>
      linter.lint('I wrote it.\n', { kind: 'story', ...(path !== undefined && { path }) }).stories[0]?.title;
    assert.equal(titleOf('me/stories/Kafka outage, 2023.MD'), 'Kafka outage, 2023');
    assert.equal(titleOf(), '');
  });
  it('lets the front matter switch a rule off', () => {
    const rules = linter
      .lint(`---\nstarl: story\nrules:\n  vague-we: off\n---\n${STORY}`)
      .findings.map(({ rule }) => rule);
    assert.ok(!rules.includes('vague-we') && rules.includes('blame-framing'));
  });
  it('gives columns from 1 and offsets from 0, in UTF-16 code units', () => {
    const text = `## Action\n\n😀 é We decided to ship.\n`;
    const finding = linter.lint(text, { kind: 'story' }).findings.find(({ rule }) => rule === 'vague-we');
    assert.deepEqual(finding?.start, { line: 3, column: 6, offset: text.indexOf('We') });
  });
  it('finds the same in the same place whatever the ends of lines', () => {
    const places = (text: string) =>
      linter
        .lint(text)
        .findings.map(({ rule, start, end }) => [rule, start.line, start.column, end.line, end.column].join(' '));
    const text = `# A ship\n\n${STORY}\n- We shipped\n  it.\n\nS\n=\n`;
    assert.deepEqual(places(text.replaceAll('\n', '\r\n')), places(text));
  });
  it('puts findings in order, each once, in range', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'We decided. ',
            'I did it. ',
            '\n\n',
            '## Action\n\n',
            '## Result\n\n',
            '- ',
            'Of course they refused to help. ',
            '😀 ',
            'TODO ',
            '`x` ',
            '\r\n',
          ),
        ),
        (parts) => {
          const text = parts.join('');
          const { findings } = linter.lint(text, { kind: 'story' });
          const keys = findings.map(({ rule, start, end }) => `${start.offset} ${end.offset} ${rule}`);
          assert.equal(new Set(keys).size, keys.length);
          for (const [i, { start, end }] of findings.entries()) {
            assert.ok(start.offset <= end.offset && end.offset <= text.length);
            assert.ok(i === 0 || (findings[i - 1]?.start.offset ?? 0) <= start.offset);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
  it('finds the same in the same lines and columns, however lines end', () => {
    const piece = fc.constantFrom(
      '# The port\n\n## Situation\n\nIt broke.\n\n',
      '## Action\n\nWe decided to rewrite it. ',
      'Of course legal sat\non the order. ',
      '- I asked.\n- We chose it.\n\n',
      '<!-- starl-ignore vague-we: a vote -->\n',
      '\n\n## Result\n\n',
      '> We quoted it.\n\n',
      '```\nWe ran it.\n```\n\n',
      '👩‍👩‍👧 e\u0301 [what you gave up]\n',
    );
    const look = (text: string) =>
      linter.lint(text, { kind: 'story' }).findings.map(({ rule, start, end, message }) => {
        return [rule, message, start.line, start.column, end.line, end.column];
      });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        assert.deepEqual(look(text.replaceAll('\n', '\r\n')), look(text));
      }),
      { numRuns: 60 },
    );
  });

  describe('of text that is nested deeper than any stack', () => {
    const nested: Record<string, string> = {
      lists: `${'- '.repeat(5000)}We decided it.`,
      'ordered lists': `${'1. '.repeat(5000)}We decided it.`,
      'lists by their indentation': Array.from(
        { length: 600 },
        (_, depth) => `${'  '.repeat(depth)}- It was slow.`,
      ).join('\n'),
      emphasis: `${'*a '.repeat(4000)}We decided it.${'b*'.repeat(3900)}`,
      images: `${'!['.repeat(5000)}a${'](b)'.repeat(2000)}`,
    };
    for (const [name, deep] of Object.entries(nested))
      it(`reads what is not: ${name}`, () => {
        const text = `# A\n\n## Action\n\nWe chose it.\n\n${deep}\n\nWe decided it.\n`;
        const info = { path: 'stories/a.md' };
        const report = linter.lint(text, info);
        assert.match(report.notes.join('\n'), /^Lines? \d+.* nested too deeply, and (?:is|are) judged only in part\.$/);
        const found = report.findings.filter(({ rule }) => rule === 'vague-we').map(({ start }) => start.line);
        assert.ok(found.includes(5) && found.includes(text.split('\n').length - 1));
        assert.deepEqual(linter.open(text, info).report.notes, report.notes);
        assert.equal(createSurveyor(DEFAULT_SETTINGS)(text, info).kind, 'story');
      });
    for (const deep of ['>'.repeat(19_000), '> 1. '.repeat(3000)])
      it(`passes over quotations: ${deep.slice(0, 5)}`, () => {
        const report = linter.lint(`${deep}We decided it.\n`, { kind: 'story' });
        assert.deepEqual([report.notes, report.findings.filter(({ rule }) => rule === 'vague-we')], [[], []]);
      });
    it('names a few of many lines', () =>
      assert.deepEqual(linter.lint(nested['lists by their indentation'] ?? '', { kind: 'story' }).notes, [
        'Lines 100, 101, 102, 103, and 497 more are nested too deeply, and are judged only in part.',
      ]));
  });
});
