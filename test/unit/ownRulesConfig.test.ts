import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLinter } from '../../src/core';
import { parseConfig } from '../../src/core/config/config';
import { knownRules } from '../../src/core/config/knownRules';
import { resolveSettings } from '../../src/core/config/layers';
import { ownRuleInConfig } from '../../src/core/config/rulePlace';
import { ownRulesYaml as yaml } from './ownRulesYaml';

const STORY = { kind: 'story' } as const;

describe('ownRules in starl.yaml', () => {
  const FULL = [
    '- id: buzzwords',
    '  message: Say what it was.',
    '  hears: Nothing that could be seen.',
    '  why: Everybody says so.',
    '  cure: Tell it.',
    '  severity: warning',
    '  parts: [action, result]',
    '  phrases: [synerg*, leverage~]',
    '  unless: [(no|not) synerg*]',
    '  fix: [gain, ""]',
    '  flag: [I sold synergy., We leveraged it.]',
    '  pass: [I sold no synergy.]',
  ];

  it('says all there is to say', () => {
    const { config, problems } = parseConfig(yaml(...FULL));
    assert.deepEqual(problems, []);
    assert.deepEqual(config.ownRules?.[0]?.fix, ['gain', '']);
    assert.deepEqual(resolveSettings({ config }).settings.ownRules, config.ownRules);
    const info = knownRules(config.ownRules).at(-1);
    assert.deepEqual(info?.examples, [
      { bad: 'I sold synergy.', good: 'I sold no synergy.', part: 'action' },
      { bad: 'We leveraged it.', good: 'I sold no synergy.', part: 'action' },
    ]);
  });

  const first = (more: string): string => yaml(`- { id: a, message: M, ${more} }`);
  const wrong: readonly (readonly [text: string, place: string, told: RegExp])[] = [
    ['ownRules: x', '1:11', /Write a list here/],
    [yaml('- { id: vague-we, message: M, phrases: [a] }'), '2:11', /"vague-we" is a rule of Starl's/],
    [yaml('- { id: Vague, message: M, phrases: [a] }'), '2:11', /lower-case words joined by hyphens/],
    [
      yaml('- { id: a, message: M, phrases: [b] }', '- { id: a, message: M, phrases: [c] }'),
      '3:11',
      /already taken above/,
    ],
    [yaml('- { id: a, phrases: [b] }'), '2:7', /"message" is missing/],
    [yaml('- { id: a, message: M }'), '2:7', /looks for nothing/],
    [first('phrase: [b]'), '2:26', /Unknown key "phrase"\. Did you mean "phrases"\?/],
    [first('phrase: [b], phrases: [b]'), '2:26', /Unknown key "phrase"\. Did you mean "phrases"\?/],
    [first('phrases: [b], parts: [acton]'), '2:48', /Did you mean "action"\?/],
    [first('phrases: [b], severity: off'), '2:50', /Write one of error, warning/],
    [first('phrases: [ok, "(a"]'), '2:40', /cannot be read: this bracket is never closed \(character 1\)/],
    [first('phrases: ["@peple"]'), '2:36', /no class of words "@peple"\. Did you mean "@?people"/],
    [first('phrases: [".. a"]'), '2:36', /begins and ends with a word/],
    [first('phrases: ["a (_|b)"]'), '2:36', /begins and ends with a word/],
    [first('phrases: ["(_)? a"]'), '2:36', /begins and ends with a word/],
    [first('phrases: ["^"]'), '2:36', /begins and ends with a word/],
    [first('phrases: ["a ^ b"]'), '2:36', /where a phrase begins/],
    [first('phrases: ["a $ b"]'), '2:36', /where a phrase ends/],
    [first('phrases: ["dragged~"]'), '2:36', /base form: "drag~"/],
    [first('phrases: ["a*"]'), '2:36', /too many words/],
    [first('phrases: ["win!"]'), '2:36', /"win!" is no single word/],
    [first('phrases: ["*"]'), '2:36', /"\*" is no single word/],
    [first('phrases: [Synerg**]'), '2:36', /"Synerg\*\*" is no single word/],
    [first('phrases: [""]'), '2:36', /empty/],
    [first('phrases: [b], unless: ["(c"]'), '2:49', /never closed/],
    [first('pattern: "(?=a)b"'), '2:35', /cannot be read: .*\(\?=/],
    [first(String.raw`pattern: '(a)\1'`), '2:35', /cannot be read: invalid escape sequence/],
    [first('pattern: "a{1001}"'), '2:35', /repeat count/],
    [first('pattern: "[a"'), '2:35', /missing closing \]/],
    [first('pattern: "(unclosed"'), '2:35', /missing closing \) at "\(unclosed"/],
    [first('pattern: "(?i)a)"'), '2:35', /unexpected \) at "\(\?i\)a\)"/],
    [first('pattern: "((a{30}){30}){30}"'), '2:35', /repeat count/],
    [first('pattern: ".{1,250}x"'), '2:35', /comes to \d+ steps, and 300 are the most/],
    [first('phrases: [b], flag: [I ate b., I ate c.]'), '2:57', /does not flag this/],
    [first('phrases: [b], pass: [I ate c., I ate B.]'), '2:57', /flags this for “B”/],
    [first('phrases: [b], fix: more b'), '2:45', /flags what this fix puts in/],
    [first('phrases: [b], fix: [c, more b]'), '2:49', /flags what this fix puts in/],
    [yaml('- [a]'), '2:5', /./],
  ];
  for (const [text, place, told] of wrong) {
    it(`tells what is wrong with ${JSON.stringify(text)}`, () => {
      const { problems } = parseConfig(text);
      const here = problems.filter(({ line, column }) => `${line}:${column}` === place);
      assert.ok(here.length > 0, JSON.stringify(problems));
      assert.ok(
        here.some(({ message }) => told.test(message)),
        JSON.stringify(here),
      );
    });
  }

  it('loses only the rules that are wrong, and knows their ids all the same', () => {
    const text = `${yaml(
      '- { id: one, message: M, phrases: [3] }',
      '- { id: two, message: M, phrases: [a], flag: [b] }',
      '- { id: three, message: M, phrases: [a] }',
    )}rules: { one: off, two: off, three: off, four: off }\n`;
    const { config, problems } = parseConfig(text);
    assert.deepEqual(
      config.ownRules?.map(({ id }) => id),
      ['three'],
    );
    assert.deepEqual(
      problems.map(({ line, message }) => [line, message.slice(0, 24)]),
      [
        [2, 'Write a text here, not 3'],
        [3, 'The rule two does not fl'],
        [5, 'There is no rule "four".'],
      ],
    );
  });

  it('has places to go to', () => {
    const text = `# mine\n${yaml('- nonsense', '- { id: two, message: M }', '- id: three', '  message: M')}`;
    const at = (id: string): string => text.slice(ownRuleInConfig(text, id).start).slice(0, 9).trim();
    assert.deepEqual(['two', 'three'].map(at), ['id: two,', 'id: three']);
    assert.deepEqual(ownRuleInConfig(text, 'four'), { start: 0, end: 0 });
    assert.deepEqual(ownRuleInConfig('ownRules: [', 'four'), { start: 0, end: 0 });
  });

  it('takes no longer for hostile patterns and phrases', () => {
    const hostile = [
      '(a+)+$',
      '(a|a)*$',
      '(a*)*b',
      '(x+x+)+y',
      '.*.*.*.*=.*',
      'a.*b|a',
      String.raw`(?:\w|[a-z]|\S)+!`,
      '.{1,140}x',
    ];
    const gaps = `word${' .. word'.repeat(24)}`;
    const choices = `word ${'(_|word)? '.repeat(15)}word`;
    const rules = [
      ...hostile.map((pattern, i) => `- { id: p${i}, message: M, pattern: '${pattern}' }`),
      ...Array.from({ length: 9 }, (_, i) => `- { id: q${i}, message: M, phrases: ["${gaps}", "${choices}"] }`),
    ];
    const { config, problems } = parseConfig(yaml(...rules));
    assert.deepEqual(problems, []);
    const text = `## Action\n\nI ate ${'a'.repeat(20_000)}! ${'word '.repeat(2000)}.\n`;
    const start = performance.now();
    createLinter({ settings: { ownRules: config.ownRules ?? [] } }).lint(text, STORY);
    assert.ok(performance.now() - start < 10_000);
  }).timeout(60_000);

  it('takes any text for a phrase or a pattern without a fault', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '|',
      '?',
      '*',
      '~',
      '@',
      '_',
      '..',
      '^',
      '$',
      '#',
      ' ',
      'a',
      "'s",
      '’',
      'İ',
      '[',
      '{2}',
      '\\',
      '+',
      '"',
    );
    const source = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(source, (text) => {
        const entry = (key: string) =>
          JSON.stringify({
            ownRules: [{ id: 'x', message: 'M', ...(key === 'pattern' ? { pattern: text } : { phrases: [text] }) }],
          });
        for (const key of ['phrases', 'pattern']) {
          const { config } = parseConfig(entry(key));
          createLinter({ settings: { ownRules: config.ownRules ?? [] } }).lint(
            `## Action\n\nI ate a ${text} a.\n`,
            STORY,
          );
        }
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);
});
