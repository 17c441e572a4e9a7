import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import type { Format } from '../../src/cli/formats/format';
import { jsonFormat } from '../../src/cli/formats/json';
import { sarifFormat } from '../../src/cli/formats/sarif';
import { type Paint, textFormat } from '../../src/cli/formats/text';
import type { FileReport, LintRest } from '../../src/cli/lint';
import { KNOWN_RULES } from '../../src/core/config/knownRules';
import type { Finding } from '../../src/core/types';

const plain: Paint = (_, text) => text;

function print(format: Format, files: readonly FileReport[], rest: LintRest = { others: 0 }): string {
  return [...files.map((one) => format.file(one)), ...format.end(rest)].join('');
}

const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'vague-we',
  severity: 'information',
  message: 'Who decided?',
  start: { line: 3, column: 1, offset: 20 },
  end: { line: 3, column: 3, offset: 22 },
  part: 'action',
  fixes: [
    { title: 'Say I', edits: [{ start: 20, end: 22, text: 'I' }], snippet: false },
    { title: 'Say who', edits: [{ start: 20, end: 22, text: '\u0024{1:who}' }], snippet: true },
  ],
  ...more,
});

const file = (path: string, report: Partial<FileReport> = {}): FileReport => ({
  path,
  kind: 'story',
  ownRules: [],
  findings: [],
  stories: [],
  notes: [],
  ...report,
});

describe('the text format', () => {
  it('writes a line a finding, a group a file, and a summary', () => {
    const files = [
      file('a.md', {
        findings: [
          finding(),
          finding({ severity: 'warning', message: 'Two\nlines', start: { line: 12, column: 10, offset: 99 } }),
        ],
      }),
      file('b.md'),
      file('c.md', { findings: [finding({ severity: 'warning' })], notes: ['Not English.'] }),
    ];
    assert.equal(
      print(textFormat(plain), files),
      [
        'a.md:3:1    information  Who decided?  vague-we',
        'a.md:12:10  warning      Two lines  vague-we',
        '',
        'c.md: Not English.',
        'c.md:3:1  warning  Who decided?  vague-we',
        '',
        '3 findings in 2 of 3 files: 2 warnings, 1 information.',
        '',
      ].join('\n'),
    );
  });

  it('quotes the words below the line, where it has them', () => {
    const findings = [{ ...finding(), words: 'We\u001b decided' }, finding()];
    assert.match(
      print(textFormat(plain), [file('a.md', { findings })]),
      /^a\.md:3:1 .* vague-we\n {4}“We decided”\na\.md:3:1 .* vague-we\n\n/,
    );
  });

  it('shows 500 findings of a file, says so and counts them all', () => {
    const text = print(textFormat(plain), [file('a.md', { findings: Array(501).fill(finding()) })]);
    assert.equal(text.match(/vague-we/g)?.length, 500);
    assert.match(text, /^a\.md: Only the first 500 of 501 findings are shown; --format json prints them all\.$/m);
    assert.match(text, /^501 findings in 1 file: /m);
    const all = print(jsonFormat(), [file('a.md', { findings: Array(501).fill(finding()) })]);
    assert.equal(JSON.parse(all).files[0].findings.length, 501);
  });

  it('says so where there is nothing', () => {
    assert.equal(print(textFormat(plain), [file('a.md')]), 'Nothing found in 1 file.\n');
    assert.equal(print(textFormat(plain), []), 'No stories found.\n');
    assert.equal(print(textFormat(plain), [], { others: 0, off: 1 }), 'No stories found. 1 file says "starl: off".\n');
    assert.match(print(textFormat(plain), [], { others: 2 }), /^No stories found\. 2 files do not look like stories: /);
    assert.match(
      print(textFormat(plain), [file('a.md')], { others: 1 }),
      /^Nothing found in 1 file\. 1 other file does not /,
    );
  });

  it('colours severities, and lets no control character through', () => {
    const files = [
      file('\u001b[31m.md', { findings: [finding({ severity: 'error', message: 'See \u001b]8;;x\u0007 this' })] }),
    ];
    const text = print(
      textFormat((style, what) => `<${style}>${what}</${style}>`),
      files,
    );
    assert.match(text, /<red>error<\/red> {2}See ]8;;x this {2}<dim>vague-we<\/dim>/);
    assert.doesNotMatch(text, /[^\P{Cc}\n]/u);
  });
});

describe('the JSON format', () => {
  it('is the object of the contract', () => {
    const stories = [{ title: 'T', parts: { action: { words: 41, seconds: 18 } }, ownership: { i: 12, we: 3 } }];
    const text = print(jsonFormat(), [file('a.md', { findings: [finding()], stories, notes: ['x'] })]);
    assert.deepEqual(JSON.parse(text), {
      version: 1,
      files: [{ path: 'a.md', kind: 'story', findings: [finding()], stories }],
    });
    assert.ok(text.endsWith('}\n'));
  });
});

describe('the SARIF format', function () {
  this.timeout(60_000);
  let validate: ValidateFunction;
  before(() => {
    const schema = JSON.parse(
      readFileSync(join('node_modules/@microsoft/jest-sarif/lib/schemas', 'sarif-2.1.0-rtm.5.json'), 'utf8'),
    );
    // A pattern in the schema is no regular expression under the flag "u".
    validate = addFormats(new Ajv({ strict: false, unicodeRegExp: false })).compile(schema);
  });
  const read = (files: readonly FileReport[]): Log => JSON.parse(print(sarifFormat('1.2.3'), files));
  const all = KNOWN_RULES.map(({ id, severity }) => finding({ rule: id, severity, fixes: [] }));

  it('fits its schema', () => {
    for (const files of [
      [],
      [file('-')],
      [file('a b/ü#.md', { findings: [finding(), ...all] })],
      [file('/tmp/a.md', { findings: all })],
    ]) {
      assert.ok(validate(read(files)), JSON.stringify(validate.errors));
    }
  });

  it('places results in UTF-16 code units, and escapes paths', () => {
    const run = read([file('./a b/ü.md', { findings: [finding()] })]).runs[0];
    const location = run?.results?.[0]?.locations?.[0]?.physicalLocation;
    assert.equal(run?.columnKind, 'utf16CodeUnits');
    assert.deepEqual(location?.artifactLocation, { uri: 'a%20b/%C3%BC.md', index: 0 });
    const region = { startLine: 3, startColumn: 1, endLine: 3, endColumn: 3, charOffset: 20, charLength: 2 };
    assert.deepEqual(location?.region, region);
  });

  it('explains every rule and points at it', () => {
    const run = read([file('a.md', { findings: all })]).runs[0];
    const rules = run?.tool.driver.rules ?? [];
    assert.deepEqual(
      rules.map(({ id }) => id),
      KNOWN_RULES.map(({ id }) => id),
    );
    for (const rule of rules) assert.ok(rule.help?.text && rule.help.markdown && rule.shortDescription && rule.name);
    for (const { ruleId, ruleIndex = -1 } of run?.results ?? []) assert.equal(rules[ruleIndex]?.id, ruleId);
  });

  it("explains rules of the users' own, which may differ from file to file", () => {
    const one = { id: 'own', message: 'One.', hears: 'This.', phrases: ['a'] };
    const two = { id: 'own', message: 'Two.', phrases: ['a'], severity: 'error' } as const;
    const files = [one, two, one].map((rule, i) => ({
      ...file(`${i}.md`, { findings: [finding({ rule: 'own' })] }),
      ownRules: [rule],
    }));
    const log = read(files);
    assert.ok(validate(log), JSON.stringify(validate.errors));
    const { results = [], tool } = log.runs[0] ?? assert.fail();
    const told = results.map(({ ruleIndex = -1 }) => tool.driver.rules?.[ruleIndex]);
    assert.deepEqual(
      told.map((rule) => [rule?.id, rule?.shortDescription?.text, rule?.defaultConfiguration?.level]),
      [
        ['own', 'One.', 'note'],
        ['own', 'Two.', 'error'],
        ['own', 'One.', 'note'],
      ],
    );
    assert.equal(tool.driver.rules?.length, KNOWN_RULES.length + 2);
  });

  it('offers the fixes that a program can apply', () => {
    const fixes = read([file('a.md', { findings: [finding()] })]).runs[0]?.results?.[0]?.fixes;
    assert.deepEqual(
      fixes?.map(({ description, artifactChanges: [change] }) => [description?.text, change?.replacements]),
      [['Say I', [{ deletedRegion: { charOffset: 20, charLength: 2 }, insertedContent: { text: 'I' } }]]],
    );
  });
});
