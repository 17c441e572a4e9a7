import assert from 'node:assert/strict';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { configSchemaFile } from '../../src/build/configSchema';
import { type ConfigVocabulary, completeConfig } from '../../src/core/completion/config';
import { hoverConfig } from '../../src/core/completion/configHover';
import { ConfigSchema, parseConfig } from '../../src/core/config/config';
import { KNOWN_RULE_IDS } from '../../src/core/config/knownRules';
import { describeAt, keysAt } from '../../src/core/yaml/schemaNodes';

const choice = (id: string) => ({ id, detail: `about ${id}` });
const vocabulary: ConfigVocabulary = {
  profiles: ['general', 'my-loop'].map(choice),
  levels: ['L5', 'L6'].map(choice),
  rules: ['vague-we', 'too-long'].map(choice),
};

/** What is offered at the `^` in a text. */
function offered(marked: string): string[] {
  const offset = marked.indexOf('^');
  return completeConfig(marked.replace('^', ''), offset, vocabulary).map(({ id }) => id);
}

/** The text once a choice is taken, with the cursor as `^`. */
function taken(marked: string, id: string): string {
  const offset = marked.indexOf('^');
  const text = marked.replace('^', '');
  const completion = completeConfig(text, offset, vocabulary).find((one) => one.id === id) ?? assert.fail(`no ${id}`);
  return text.slice(0, completion.start) + completion.text.replace('|', '^') + text.slice(completion.end);
}

describe('completion in starl.yaml', () => {
  it('offers the keys that are not there yet', () => {
    assert.deepEqual(offered('^'), keysAt(ConfigSchema, []));
    assert.deepEqual(offered('profile: general\nl^\ninterview: 2031-01-01\nrules:\n  too-long: off\nfiles: [a]'), [
      ...keysAt(ConfigSchema, []).filter((key) => !['profile', 'interview', 'rules', 'files'].includes(key)),
    ]);
    assert.deepEqual(offered('limits:\n  story: 100\n  ^\n'), ['speech']);
    assert.deepEqual(offered('limits: { story: 100, ^ }'), ['speech']);
    assert.deepEqual(offered('wordsPerMinute: {^}'), ['min', 'max']);
    assert.deepEqual(offered('confidential:\n- Acme\n- ^\n'), ['term', 'say']);
    assert.deepEqual(offered('confidential:\n  - term: Acme\n    ^\n  - say: x'), ['say']);
    assert.deepEqual(offered('confidential:\n  - { term: Acme, s^ }\n'), ['say']);
    assert.deepEqual(offered('rules:\n  vague-we:\n    ^'), ['severity']);
    assert.deepEqual(offered('rules:\r\n  vague-we: off\r\n  ^\r\n'), ['too-long']);
    assert.deepEqual(offered('rules: { ^'), ['vague-we', 'too-long']);
  });

  it('offers the values that are possible', () => {
    assert.deepEqual(offered('profile: ^'), ['general', 'my-loop']);
    assert.deepEqual(offered('profile:^'), ['general', 'my-loop']);
    assert.deepEqual(offered('# mine\nlevel: L^\n'), ['L5', 'L6']);
    for (const text of ['rules:\n  vague-we: ^', 'rules: { vague-we: ^ }', 'rules:\n  vague-we: { severity: ^ }'])
      assert.deepEqual(offered(text), ['error', 'warning', 'information', 'hint', 'off'], text);
  });

  it('offers nothing where nothing can be known', () => {
    for (const text of [
      'interview: ^',
      'profile: general ^',
      '# ^',
      'profile: x # ^',
      'confidential: ["a^',
      'files:\n  - ^',
      'limits:\n  story: ^',
      'limits: { story: 1 } ^',
      'unknown:\n  ^',
    ])
      assert.deepEqual(offered(text), [], text);
  });

  it('writes what can be read', () => {
    assert.equal(taken('^', 'profile'), 'profile: ^');
    assert.equal(taken('profile:^', 'my-loop'), 'profile: my-loop');
    assert.equal(taken('pro^file: x', 'profile'), 'profile: ^: x');
    assert.equal(taken('level: ^5', 'L6'), 'level: L6');
    assert.equal(taken('^', 'rules'), 'rules:\n  ^');
    assert.equal(taken('^', 'confidential'), 'confidential:\n  - ^');
    assert.equal(taken('rules:\n  vag^', 'vague-we'), 'rules:\n  vague-we: ^');
    assert.equal(taken('confidential:\n  - ^', 'term'), 'confidential:\n  - term: ^');
    const odd = { ...vocabulary, profiles: [choice('null')] };
    assert.equal(completeConfig('profile: ', 9, odd)[0]?.text, '"null"');
  });

  it('never fails, and writes next to the cursor only', () => {
    const piece = fc.constantFrom(
      'profile',
      'rules',
      'limits',
      ': ',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      '#',
      'x',
      '\r\n',
      ':',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        fc.nat(),
        (text, at) => {
          const offset = at % (text.length + 1);
          for (const { start, end } of completeConfig(text, offset, vocabulary)) {
            assert.ok(start <= offset && offset <= end);
            assert.doesNotMatch(text.slice(start, end), /[^\w-]/);
          }
          hoverConfig(text, offset, vocabulary);
        },
      ),
    );
  });
});

describe('the hover in starl.yaml', () => {
  const said = (marked: string) => hoverConfig(marked.replace('^', ''), marked.indexOf('^'), vocabulary);

  it('says what keys, profiles, levels and rules are', () => {
    assert.equal(said('pro^file: general')?.text, describeAt(ConfigSchema, ['profile']));
    assert.equal(said('profile: my-l^oop')?.text, 'about my-loop');
    assert.equal(said('level: L^6')?.text, 'about L6');
    assert.equal(said('limits:\n  st^ory: 1')?.text, describeAt(ConfigSchema, ['limits', 'story']));
    assert.equal(said('confidential:\n- { te^rm: x }')?.text, describeAt(ConfigSchema, ['confidential', 0, 'term']));
    assert.deepEqual(said('rules:\n  vague-^we: off'), { start: 9, end: 17, text: 'about vague-we', rule: 'vague-we' });
  });

  it('is silent elsewhere, and about a file that cannot be read', () => {
    for (const text of ['# co^mment', 'profile: no^ne', 'interview: 2031^-01-01', 'x^: 1', 'profile: [^', ''])
      assert.equal(said(text), undefined, text);
  });
});

describe('the schema of starl.yaml', () => {
  it('is told to other editors, which judge alike', () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(configSchemaFile().text));
    const texts: readonly (readonly [text: string, isRight: boolean])[] = [
      ['', true],
      ['profile: netflix-tpm\nlevel: L6\ninterview: 2031-01-02\n', true],
      ['profile:\nrules:\n', true],
      ['rules: { vague-we: off, too-long: { severity: hint } }', true],
      ['rules: { vague-we: loud }', false],
      ['confidential: [Acme, { term: B, say: c }]', true],
      ['confidential: [{ say: c }]', false],
      ['limits: { story: 0 }', false],
      ['wordsPerMinute: { min: 100 }', true],
      ['rounds: [{ title: Panel, stories: [A] }]', true],
      ['rounds: [{ date: 2031-01-02 }]', false],
      ['ownRules: [{ id: a, message: M, phrases: [b], fix: c }]', true],
      ['ownRules: [{ id: a, message: M, phrases: [b], fix: [c, d] }]', true],
      ['files: x', false],
      ['levels: x', false],
    ];
    for (const [text, isRight] of texts) {
      assert.equal(validate(parse(text) ?? {}), isRight, text);
      assert.equal(parseConfig(text).problems.length === 0, isRight, text);
    }
    for (const id of KNOWN_RULE_IDS) assert.ok(configSchemaFile().text.includes(`"${id}": {`), id);
  });

  it('describes every key', () => {
    const undescribed = (path: readonly (string | number)[]): string[] =>
      keysAt(ConfigSchema, path).flatMap((key) => [
        ...(describeAt(ConfigSchema, [...path, key]) ? [] : [[...path, key].join('.')]),
        ...undescribed([...path, key]),
        ...undescribed([...path, key, 0]),
      ]);
    assert.deepEqual(undescribed([]), [], 'describe them with v.description or told()');
    assert.deepEqual(parseConfig('').problems, []);
  });
});
