import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { type Complaint, readYaml, type YamlResult } from '../../src/core/yaml/yaml';
import { MAX_DEPTH, MAX_LENGTH } from '../../src/core/yaml/yamlSyntax';

const Schema = v.strictObject({
  name: v.optional(v.string()),
  size: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9))),
  mode: v.optional(v.picklist(['fast', 'slow'])),
  tags: v.optional(v.array(v.string())),
  inner: v.optional(v.strictObject({ first: v.string(), second: v.optional(v.string()) })),
  table: v.optional(v.record(v.pipe(v.string(), v.regex(/^[a-z]+$/, 'Use lower case')), v.string())),
});
type Value = v.InferOutput<typeof Schema>;

const read = (text: string): YamlResult<Value> => readYaml(text, Schema);

/** The stretch of text that a single problem points at, and its message. */
function only(text: string, result = read(text)): [string, string] {
  assert.deepEqual(result.problems.length, 1, JSON.stringify(result.problems));
  const problem = result.problems[0];
  assert.ok(problem);
  const before = text.slice(0, problem.start).split(/\r\n|\n|\r/);
  assert.deepEqual([problem.line, problem.column], [before.length, (before.at(-1) ?? '').length + 1]);
  return [text.slice(problem.start, problem.end), problem.message];
}

describe('readYaml', () => {
  it('reads what fits', () => {
    const text = 'name: x # why\nsize: 3\ninner: { first: a }\n';
    assert.deepEqual(read(text), { value: { name: 'x', size: 3, inner: { first: 'a' } }, problems: [] });
  });

  for (const text of ['', '\n', '# only a comment\n', '---\n', '\uFEFF']) {
    it(`takes ${JSON.stringify(text)} for an empty value`, () => {
      assert.deepEqual(read(text), { value: {}, problems: [] });
    });
  }

  it('keeps offsets behind a byte order mark and with every line ending', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = `\uFEFFname: x${eol}nmae: y${eol}size: 2${eol}`;
      assert.deepEqual(only(text), ['nmae', 'Unknown key "nmae". Did you mean "name"?']);
      assert.deepEqual(read(text).value, { name: 'x', size: 2 });
    }
  });

  it('says the same of broken lines with every line ending', () => {
    const told = (eol: string) =>
      read([': ', '', 'I ', 'y', 'size: 1'].join(eol)).problems.map((one) => [one.message, one.line, one.column]);
    assert.equal(told('\n').length > 0, true);
    assert.deepEqual(told('\r\n'), told('\n'));
    assert.deepEqual(told('\r'), told('\n'));
  });

  it('loses of a list only the entries that are wrong, and knows where the others stand', () => {
    const text = 'tags: [1, a, [b], c, { d: 2 }, e]';
    const result = readYaml(text, Schema, {
      check: ({ tags = [] }) =>
        tags.flatMap((tag, index): Complaint[] => (tag === 'c' ? [{ path: ['tags', index], message: 'No c.' }] : [])),
    });
    assert.deepEqual(result.value, { tags: ['a', 'e'] });
    assert.deepEqual(
      result.problems.map(({ start }) => text.charAt(start)),
      ['1', '[', 'c', 'd'],
    );
  });

  const wrong: readonly (readonly [why: string, text: string, at: string, message: string])[] = [
    [
      'an unknown key',
      'colour: red',
      'colour',
      'Unknown key "colour". Known here: name, size, mode, tags, inner, table.',
    ],
    [
      'a misspelt key further in',
      'inner:\n  first: a\n  secnd: b',
      'secnd',
      'Unknown key "secnd". Did you mean "second"?',
    ],
    ['a missing key', 'inner:\n  second: b', 'inner', '"first" is missing.'],
    [
      'a key without a value',
      'name: x\nmode:',
      'mode',
      '"mode" has no value. Write one of fast, slow, or leave it out.',
    ],
    ['a near miss', 'mode: fsat', 'fsat', '"fsat" is not possible here. Write one of fast, slow. Did you mean "fast"?'],
    ['a far miss', 'mode: purple', 'purple', '"purple" is not possible here. Write one of fast, slow.'],
    ['a number for a text', 'name: 12', '12', 'Write a text here, not 12 (put it in quotes if it is text).'],
    ['a text for a number', 'size: many', 'many', 'Write a number here, not the text "many".'],
    ['a fraction', 'size: 1.5', '1.5', '"size" is not a whole number. Write one.'],
    ['an empty entry', 'tags:\n  - a\n  -\n', '', 'An entry of "tags" has no value. Write a text, or leave it out.'],
    [
      'a bracket that is not closed',
      'tags: [a\nsize: 2\nname: x\n',
      '[',
      'This bracket is not closed. Close it. If this is meant as text, put it in quotes.',
    ],
    [
      'a quote that is not closed',
      "size: 2\nname: 'tis\n",
      "'",
      'This quote is not closed. Close it. If this is meant as text, put it in quotes.',
    ],
    ['a figure too small', 'size: 0', '0', '"size" is too small. Write 1 or more.'],
    ['a figure too large', 'size: 10', '10', '"size" is too large. Write 9 or less.'],
    ['a list for a text', 'name: [a]', 'name', 'Write a text here, not a list.'],
    ['a text for a list', 'tags: a', 'a', 'Write a list here, not the text "a".'],
    ['a wrong item', 'tags: [a, 2]', '2', 'Write a text here, not 2 (put it in quotes if it is text).'],
    ['a wrong key of a table', 'table: { Up: x }', 'Up', 'Use lower case.'],
    ['a text in place of everything', 'hello', 'hello', 'Write "key: value" lines here, not the text "hello".'],
    ['a key set twice', 'name: a\nsize: 1\nname: b', 'name', '"name" is already set above. Keep one of the two.'],
    ['a key that every object has', '__proto__: { first: a }', '__proto__', '"__proto__" cannot be used as a key.'],
    ['a tab', 'inner:\n\tfirst: a', '\t', 'A tab is used for indentation. YAML wants spaces: replace it.'],
    [
      'a second document',
      'name: a\n---\nname: b',
      '---',
      'A second document starts here. Keep one, without a line of --- in between.',
    ],
    [
      'a merge conflict',
      'name: a\n<<<<<<< ours\nsize: 1\n=======\nsize: 2\n>>>>>>> theirs\n',
      '<<<<<<< ours',
      'A merge left a conflict here. Keep one of the two sides and delete the lines that start with <<<<<<<, ======= and >>>>>>>.',
    ],
    ['a glob without quotes', 'tags:\n  - **/*.md', '**/*.md', 'A value that starts with * has to stand in quotes.'],
    ['an anchor', 'name: &a x', 'x', 'A value that starts with & has to stand in quotes.'],
    [
      'a tag',
      'name: !secret x',
      '!secret',
      'Values that start with an exclamation mark are not supported. If this is meant as text, put it in quotes.',
    ],
    ['a version of YAML', '%YAML 1.1\n---\nname: yes', '%YAML', 'Leave out the line that starts with %YAML.'],
    [
      'a colon in a value',
      'name: a: b',
      'a',
      'There is a second colon here, or the next line is indented too far. If this is meant as text, put it in quotes.',
    ],
    [
      'a reserved character',
      'name: @me',
      '@',
      'A value cannot start with this character. If this is meant as text, put it in quotes.',
    ],
  ];
  for (const [why, text, at, message] of wrong) {
    it(`objects to ${why}`, () => assert.deepEqual(only(text), [at, message]));
  }

  it('names every unknown key of one place', () => {
    const { value, problems } = read('a: 1\nname: x\nb: 2\nc: 3\n');
    assert.deepEqual(
      problems.map(({ line }) => line),
      [1, 3, 4],
    );
    assert.deepEqual(value, { name: 'x' });
  });

  it('leaves out what is wrong and keeps the rest', () => {
    assert.deepEqual(read('name: x\nsize: big\ninner: { second: b }\ntags: [1, a]').value, { name: 'x', tags: ['a'] });
  });

  it('places problems of a stretch in the whole text', () => {
    const text = '---\nsiez: 3\n---\n# Title\n';
    const result = readYaml(text, Schema, { range: { start: 4, end: 12 } });
    assert.deepEqual(only(text, result), ['siez', 'Unknown key "siez". Did you mean "size"?']);
  });

  it('adds what a check complains about and leaves that out', () => {
    const check = ({ table = {} }: Value): Complaint[] =>
      Object.keys(table).map((key) => ({ path: ['table', key], key: true, message: `Not ${key}.` }));
    const text = 'name: x\ntable: { up: a }';
    const result = readYaml(text, Schema, { check });
    assert.deepEqual(only(text, result), ['up', 'Not up.']);
    assert.deepEqual(result.value, { name: 'x', table: {} });
  });

  it('refuses a bomb of aliases', () => {
    const lines = [
      'a: &a [x, x]',
      ...'bcdefghij'.split('').map((c, i) => `${c}: &${c} [*${'abcdefghij'[i]}, *${'abcdefghij'[i]}]`),
    ];
    const { value, problems } = read(lines.join('\n'));
    assert.equal(value, undefined);
    assert.match(problems[0]?.message ?? '', /starts with/);
  });

  it('refuses what is too long', () => {
    assert.match(only('#'.repeat(MAX_LENGTH + 1))[1], /^This is longer than 256 thousand characters/);
  });

  it('reads up to the deepest nesting and refuses a deeper one', () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    assert.deepEqual(readYaml(nested(MAX_DEPTH), v.array(v.unknown())).problems, []);
    const all: Readonly<Record<string, string>> = {
      lists: nested(MAX_DEPTH + 2),
      dashes: '- '.repeat(MAX_LENGTH / 2),
      questions: '? '.repeat(MAX_LENGTH / 2),
      'open brackets': '['.repeat(MAX_LENGTH),
      'open braces': '{a: '.repeat(MAX_LENGTH / 4),
      lines: Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    };
    for (const [name, text] of Object.entries(all))
      assert.match(read(text).problems[0]?.message ?? '', /nested more than/, name);
  }).timeout(60_000);

  it('bears up under a great many keys', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n');
    assert.equal(read(many).problems.length, 20);
  }).timeout(60_000);

  it('never throws, and stays within the text', () => {
    const piece = fc.constantFrom(
      ...[
        'name',
        'size',
        'inner',
        ': ',
        ':',
        '- ',
        '? ',
        '\n',
        '\r\n',
        '\r',
        '  ',
        '\t',
        '[',
        ']',
        '{',
        '}',
        ',',
        '&a ',
        '*a',
        '!x ',
      ],
      ...[
        '|',
        '>',
        '"',
        "'",
        '#',
        '---',
        '...',
        '%YAML 1.2',
        '<<',
        '\uFEFF',
        '\u0000',
        '😀',
        'é',
        '12',
        'null',
        '~',
        'first',
        '@',
        '`',
      ],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, fc.nat(5), (body, from) => {
        const start = Math.min(from, body.length);
        for (const range of [
          { start: 0, end: body.length },
          { start, end: body.length },
        ]) {
          const { value, problems } = readYaml(body, Schema, { range });
          assert.ok(value !== undefined || problems.length > 0);
          for (const problem of problems) {
            assert.ok(problem.start >= range.start && problem.start <= problem.end && problem.end <= body.length);
            assert.ok(problem.line >= 1 && problem.column >= 1 && problem.message.length > 0);
          }
        }
      }),
      { numRuns: 1000 },
    );
  }).timeout(60_000);
});
