import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLinter } from '../../src/core';
import { parseConfig } from '../../src/core/config/config';
import { explainRule } from '../../src/core/config/explainRule';
import { knownRules } from '../../src/core/config/knownRules';
import { resolveSettings } from '../../src/core/config/layers';
import { readUserLayer } from '../../src/core/config/lintSettings';
import { ownRuleInConfig } from '../../src/core/config/rulePlace';
import type { OwnRule } from '../../src/core/config/settings';
import { ignoreFixes } from '../../src/core/lint/ignoreFixes';
import type { Report } from '../../src/core/types';
import { applyFix } from './applyFix';

const rule = (more: Partial<OwnRule> = {}): OwnRule => ({
  id: 'buzzwords',
  message: 'Say what it was.',
  phrases: ['synerg*'],
  ...more,
});
const STORY = { kind: 'story' } as const;
const linter = (...ownRules: readonly OwnRule[]) => createLinter({ settings: { ownRules } });
const story = (action: string): string =>
  `## Situation\n\nThe port had 41 cranes and synergies.\n\n## Action\n\n${action}\n`;
const marked = (text: string, { findings }: Report, id = 'buzzwords'): string[] =>
  findings.filter((one) => one.rule === id).map(({ start, end }) => text.slice(start.offset, end.offset));
const found = (own: OwnRule, action: string): string[] => marked(story(action), linter(own).lint(story(action), STORY));
const yaml = (...lines: readonly string[]): string => `ownRules:\n${lines.map((line) => `  ${line}\n`).join('')}`;

describe("a rule of the user's own", () => {
  it('speaks where its phrases stand, in its parts and with its severity', () => {
    const action = 'I moved the slots. I saw “synergy” on a wall, and synergy in the plan.';
    const [finding, ...others] = linter(rule({ parts: ['action'], severity: 'warning' }))
      .lint(story(action), STORY)
      .findings.filter(({ rule: id }) => id === 'buzzwords');
    assert.deepEqual(others, []);
    assert.equal(finding?.start.offset, story(action).lastIndexOf('synergy'));
    assert.deepEqual([finding?.message, finding?.severity, finding?.part], ['Say what it was.', 'warning', 'action']);
    assert.deepEqual(found(rule(), 'I ate.'), ['synergies']);
    assert.deepEqual(found(rule({ unless: ['41 cranes'] }), 'I ate.'), []);
  });

  it('may look for a pattern, in UTF-16 code units, outside of quotations', () => {
    const own = rule({ phrases: [], pattern: String.raw`\b\d+(?: |-)?x\b` });
    assert.deepEqual(found(own, 'I was 😀 𝒳 faster by 10X, they said “5x”.'), ['10X']);
    assert.deepEqual(found(rule({ pattern: '(?-i)SLOT' }), 'I moved the slot, no SLOT.'), ['synergies', 'SLOT']);
  });

  it('judges design sheets and speeches, unless it is for some parts', () => {
    const text = 'It scales with synergy.\n';
    for (const kind of ['design', 'speech', 'narrative'] as const)
      assert.equal(marked(text, linter(rule()).lint(text, { kind })).length, 1, kind);
    assert.deepEqual(marked(text, linter(rule({ parts: ['situation'] })).lint(text, { kind: 'design' })), []);
  });

  const fixes: readonly (readonly [fix: string, before: string, after: string | undefined])[] = [
    ['gain', 'I sold synergy to them, and more synergy.', 'I sold gain to them, and more gain.'],
    ['gain', 'Synergy came.', 'Gain came.'],
    ['[what was gained]', 'It brought synergies.', 'It brought [what was gained].'],
    ['', 'It was, synergistically, fine.', 'It was fine.'],
    ['', 'Synergistically, it was fine.', 'It was fine.'],
    ['', 'It brought synergies.', 'It brought.'],
    ['', 'Synergy.', undefined],
    ['more synergy', 'It brought synergies.', undefined],
    ['gain', 'It brought **syn**ergies.', 'It brought **syn**ergies.'],
  ];
  for (const [fix, before, after] of fixes) {
    it(`turns ${JSON.stringify(before)} with ${JSON.stringify(fix)} into ${JSON.stringify(after)}`, () => {
      const text = `## Action\n\n${before}\n`;
      const { findings } = linter(rule({ fix: [fix] })).lint(text, STORY);
      const [cure] = findings.find(({ rule: id }) => id === 'buzzwords')?.fixes ?? [];
      assert.equal(cure ? applyFix(text, cure) : text, `## Action\n\n${after ?? before}\n`);
    });
  }

  it('does not swap what emphasis or a quotation runs through', () => {
    const own = rule({ phrases: ['great win'], fix: ['success'] });
    const fixesOf = (action: string) => linter(own).lint(`## Action\n\n${action}\n`, STORY).findings;
    for (const action of ['It was a **great** win.', 'It was a great “big” win.'])
      for (const { rule: id, fixes: all } of fixesOf(action)) if (id === 'buzzwords') assert.deepEqual(all, [], action);
    const wrapped = '## Action\n\n- It was a great\n  win for me.\n';
    const [finding] = linter(own)
      .lint(wrapped, STORY)
      .findings.filter(({ rule: id }) => id === 'buzzwords');
    assert.equal(
      applyFix(wrapped, finding?.fixes[0] ?? { edits: [], snippet: false }),
      wrapped.replace(/great\s+win/, 'success'),
    );
  });

  it('is set, ignored and called stale as all others', () => {
    const text = story('I sold synergy.');
    const levels = (settings: Parameters<typeof createLinter>[0], body = text): string[] =>
      createLinter(settings)
        .lint(body, STORY)
        .findings.filter(({ rule: id }) => /buzz|stale|front/.test(id))
        .map(({ rule: id, severity }) => `${id} ${severity}`);
    const ownRules = [rule()];
    assert.deepEqual(levels({ settings: { ownRules, rules: { buzzwords: 'off' } } }), []);
    assert.deepEqual(levels({ settings: { ownRules, rules: { buzzwords: 'error' } } }), [
      'buzzwords error',
      'buzzwords error',
    ]);
    const front = '---\nstarl: story\nrules: { buzzwords: off }\n---\n';
    assert.deepEqual(levels({ settings: { ownRules } }, front + text), []);
    const [finding] = linter(rule({ parts: ['action'] }))
      .lint(text, STORY)
      .findings.filter(({ rule: id }) => id === 'buzzwords');
    assert.ok(finding);
    for (const fix of ignoreFixes(text, finding))
      assert.deepEqual(levels({ settings: { ownRules: [rule({ parts: ['action'] })] } }, applyFix(text, fix)), []);
    const stale = '<!-- starl-ignore-file buzzwords: x -->\n## Action\n\nI ate.\n';
    assert.deepEqual(levels({ settings: { ownRules } }, stale), ['stale-ignore information']);
    const { findings } = linter(rule()).lint(stale, STORY);
    assert.ok(findings.some(({ message }) => message === 'There is no buzzwords to ignore in this file.'));
    assert.match(
      createLinter()
        .lint(stale, STORY)
        .findings.find(({ rule: id }) => id === 'stale-ignore')?.message ?? '',
      /There is no rule "buzzwords"/,
    );
  });

  it('stays the same with every edit', () => {
    const text = story('I sold synergy.');
    const document = linter(rule()).open(text, STORY);
    const at = text.indexOf('synergy');
    document.edit([{ start: at, end: at + 7, text: 'time' }]);
    assert.deepEqual(marked(text.replace('synergy', 'time'), document.report), ['synergies']);
  });

  it('is explained, by the layer that decides', () => {
    const { config } = parseConfig(
      `rules: { buzzwords: hint }\n${yaml('- { id: buzzwords, message: M, phrases: [a] }')}`,
    );
    const info = knownRules(config.ownRules).find(({ id }) => id === 'buzzwords');
    assert.ok(info);
    const user = readUserLayer((key) => (key === 'rules.buzzwords' ? 'error' : undefined), ['buzzwords']).layer;
    const { level, decidedBy, layers } = explainRule(info, { config, user });
    assert.deepEqual([level, decidedBy], ['hint', 'config']);
    assert.deepEqual(
      layers.map((one) => one.level),
      [undefined, 'hint', 'error', undefined, 'information'],
    );
  });
});

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
    [first('phrase: [b], phrases: [b]'), '2:26', /Unknown key "phrase"\. Did you mean "phrases"\?/],
    [first('phrases: [b], parts: [acton]'), '2:48', /Did you mean "action"\?/],
    [first('phrases: [b], severity: off'), '2:50', /Write one of error, warning/],
    [first('phrases: [ok, "(a"]'), '2:40', /cannot be read: this bracket is never closed \(character 1\)/],
    [first('phrases: ["@peple"]'), '2:36', /no class of words "@peple"\. Did you mean "@?people"/],
    [first('phrases: [".. a"]'), '2:36', /begins and ends with a word/],
    [first('phrases: ["a (_|b)"]'), '2:36', /begins and ends with a word/],
    [first('phrases: ["(_)? a"]'), '2:36', /begins and ends with a word/],
    [first('phrases: ["^"]'), '2:36', /begins and ends with a word/],
    [first('phrases: ["a ^ b"]'), '2:36', /at the beginning/],
    [first('phrases: ["a $ b"]'), '2:36', /at the end/],
    [first('phrases: ["dragged~"]'), '2:36', /base form: "drag~"/],
    [first('phrases: ["a*"]'), '2:36', /too many words/],
    [first('phrases: ["win!"]'), '2:36', /"win!" is no single word/],
    [first('phrases: [""]'), '2:36', /empty/],
    [first('phrases: [b], unless: ["(c"]'), '2:49', /never closed/],
    [first('pattern: "(?=a)b"'), '2:35', /cannot be read: .*\(\?=/],
    [first(String.raw`pattern: '(a)\1'`), '2:35', /cannot be read: invalid escape sequence/],
    [first('pattern: "a{1001}"'), '2:35', /repeat count/],
    [first('pattern: "[a"'), '2:35', /missing closing \]/],
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
    console.log(performance.now() - start);
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
