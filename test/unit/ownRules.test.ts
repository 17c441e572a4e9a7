import assert from 'node:assert/strict';
import { createLinter } from '../../src/core';
import { parseConfig } from '../../src/core/config/config';
import { explainRule } from '../../src/core/config/explainRule';
import { knownRules } from '../../src/core/config/knownRules';
import { readUserLayer } from '../../src/core/config/lintSettings';
import type { OwnRule } from '../../src/core/config/settings';
import { ignoreFixes } from '../../src/core/lint/ignoreFixes';
import type { Report } from '../../src/core/types';
import { applyFix } from './applyFix';
import { ownRulesYaml as yaml } from './ownRulesYaml';

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
    ['', 'It brought synergies.', undefined],
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

  const left: readonly (readonly [phrase: string, before: string, after: string | undefined])[] = [
    ['huge win', 'The launch was a huge win.', undefined],
    ['leverage~ _ strengths', 'We leveraged our strengths.', undefined],
    ['leverage~ _ strengths', 'When it broke, I leveraged our strengths.', undefined],
    ['leverage~ _ strengths', 'I read the logs and leveraged our strengths.', undefined],
    ['synergies', 'I found costs and synergies.', undefined],
    ['synergies', 'I found synergies and costs.', undefined],
    ['synergies', 'I worked on synergies.', undefined],
    ['synergies', 'Synergies came of it.', undefined],
    ['not', 'I did not write it.', undefined],
    ['in terms of', 'It was good in terms of cost.', undefined],
    ['very', 'It was very.', undefined],
    ['seamless', 'The move was seamless.', undefined],
    ['seamless', 'I wrote a seamless importer.', 'I wrote an importer.'],
    ['seamless', 'I wrote a seamless user guide.', 'I wrote a user guide.'],
    ['huge', 'I met a huge European vendor.', 'I met a European vendor.'],
    ['seamless', 'I wrote a seamless MVP.', 'I wrote an MVP.'],
    ['seamless', 'I wrote a *seamless* importer.', undefined],
    ['basically', '**Basically**, I wrote the importer.', undefined],
    ['hardly', 'I hardly slept that week.', undefined],
    ['huge', 'I had an old and huge server.', undefined],
    ['innovative', 'An innovative counter opened in May.', 'A counter opened in May.'],
    ['huge', 'Huge queues stood there.', 'Queues stood there.'],
    ['I think', 'I think we should have shipped.', 'We should have shipped.'],
    ['to be honest', 'To be honest, I shipped it late.', 'I shipped it late.'],
    ['to be honest', 'I shipped it late, to be honest.', 'I shipped it late.'],
    ['a huge win', 'The launch, a huge win, paid for two posts.', 'The launch paid for two posts.'],
    ['at the end of the day', 'At the end of the day I shipped it.', 'I shipped it.'],
    ['sort of', 'I sort of wrote the importer.', 'I wrote the importer.'],
    ['basically', 'I basically wrote the importer and basically ran it.', 'I wrote the importer and ran it.'],
    ['seamlessly', 'I moved the desk seamlessly.', 'I moved the desk.'],
  ];
  for (const [phrase, before, after] of left) {
    it(`leaves “${phrase}” out of “${before}” only where a sentence is left`, () => {
      const text = `## Action\n\n${before}\n`;
      const { findings } = linter(rule({ phrases: [phrase], fix: ['[what it was]', ''] })).lint(text, STORY);
      const found = findings.find(({ rule: id }) => id === 'buzzwords')?.fixes ?? [];
      assert.deepEqual(
        found.map((fix) => (fix.snippet ? 'asks' : applyFix(text, fix).slice(11, -1))),
        after === undefined ? ['asks'] : ['asks', after],
      );
    });
  }

  it('does not swap what emphasis or a quotation runs through', () => {
    const own = rule({ phrases: ['great win'], fix: ['first'] });
    const fixesOf = (action: string) => linter(own).lint(`## Action\n\n${action}\n`, STORY).findings;
    for (const action of ['It was a **great** win.', 'It was a great “big” win.'])
      for (const { rule: id, fixes: all } of fixesOf(action)) if (id === 'buzzwords') assert.deepEqual(all, [], action);
    const wrapped = '## Action\n\n- It was a great\n  win for me.\n';
    const [finding] = linter(own)
      .lint(wrapped, STORY)
      .findings.filter(({ rule: id }) => id === 'buzzwords');
    assert.equal(
      applyFix(wrapped, finding?.fixes[0] ?? { edits: [], snippet: false }),
      wrapped.replace(/great\s+win/, 'first'),
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
