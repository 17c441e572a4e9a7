import assert from 'node:assert/strict';
import { KNOWN_RULES, knownRules } from '../../src/core/config/knownRules';
import { findPack } from '../../src/core/packs/packs';
import { ruleHelp } from '../../src/core/pages/rulePage';
import { type ShownText, shownExample } from '../../src/core/pages/shownExample';
import type { RuleExample } from '../../src/core/rules/rule';

describe('the page of a rule', () => {
  it('names its sources by what they are, each so that it can be read alone', () => {
    const titles = Object.values(findPack('general')?.sources ?? {}).map(({ title }) => title);
    for (const rule of KNOWN_RULES) {
      const help = ruleHelp(rule);
      assert.doesNotMatch(help, /\((?:00\d|own)\)/, rule.id);
      if (rule.sources.length > 0)
        assert.ok(
          titles.some((title) => help.includes(`\n- ${title}\n`)),
          rule.id,
        );
    }
    for (const title of titles) assert.doesNotMatch(title, /\bthere\b|the same role/);
  });
});

describe('an example in a hover', () => {
  const of = (id: string): RuleExample =>
    knownRules().find((rule) => rule.id === id)?.examples[0] ?? assert.fail(`no rule ${id}`);
  const labels = (shown: ShownText) => (typeof shown === 'string' ? shown : shown.map(({ label }) => label));

  it('of two stories is what tells them apart, part by part', () => {
    const { bad, good } = shownExample(of('missing-tradeoff'));
    const lines = ['I decided to send a discount, because it was the right call.'];
    assert.deepEqual(bad, [{ label: 'Action', lines }]);
    assert.deepEqual(labels(good), ['Action']);
    assert.deepEqual(Object.values(shownExample(of('missing-task'))).map(labels), [['Situation', 'Action'], ['Task']]);
    assert.deepEqual(labels(shownExample(of('part-order')).bad), ['Situation', 'Action', 'Task', 'Result']);
  });

  it('of sentences is these, and of a list each item a line', () => {
    const { bad, good } = of('vague-we');
    assert.deepEqual(shownExample({ bad, good }), { bad: [{ lines: [bad] }], good: [{ lines: [good] }] });
    const [sheet] = shownExample(of('few-scoping-questions')).good;
    assert.deepEqual(typeof sheet === 'object' && sheet.lines.length, 4);
    assert.deepEqual(labels(shownExample(of('too-long')).bad), [undefined]);
  });

  it('is as it is written where that is what it is about', () => {
    for (const id of ['front-matter', 'unknown-id']) assert.deepEqual(shownExample(of(id)), of(id));
    const { bad, good } = shownExample(of('stale-ignore'));
    assert.deepEqual([bad, labels(good)], [of('stale-ignore').bad, [undefined]]);
  });

  it('never shows a mark of Markdown in words', () => {
    for (const { id, examples } of KNOWN_RULES)
      for (const shown of examples.slice(0, 1).flatMap((one) => Object.values(shownExample(one))))
        if (typeof shown !== 'string')
          for (const { label = '', lines } of shown)
            for (const line of [label, ...lines]) assert.doesNotMatch(line, /^#|\n|^---/, id);
  });
});
