import assert from 'node:assert/strict';
import { explainRule } from '../../src/core/config/explainRule';
import { KNOWN_RULES } from '../../src/core/config/knownRules';
import type { Layers } from '../../src/core/config/layers';
import { ruleInFrontMatter } from '../../src/core/config/rulePlace';
import { PACKS } from '../../src/core/packs/packs';
import { placeOf } from '../../src/core/yaml/yaml';

const explained = (id: string, layers: Layers) => {
  const rule = KNOWN_RULES.find((known) => known.id === id);
  assert.ok(rule);
  return explainRule(rule, layers);
};

describe('to explain a rule', () => {
  const frontMatter = { rules: { confidential: 'off' } } as const;
  const config = { rules: { confidential: 'error' } } as const;
  const user = { rules: { confidential: 'hint' } } as const;

  it('tells which layer decided', () => {
    const told = (layers: Layers) => {
      const { level, decidedBy } = explained('confidential', layers);
      return [level, decidedBy];
    };
    assert.deepEqual(told({ frontMatter, config, user }), ['off', 'frontMatter']);
    assert.deepEqual(told({ config, user }), ['error', 'config']);
    assert.deepEqual(told({ user, config: { rules: { 'vague-we': 'off' } } }), ['hint', 'user']);
    assert.deepEqual(told({}), ['warning', 'default']);
  });

  it('tells what each layer says, the strongest first', () => {
    const { layers } = explained('confidential', { frontMatter, user });
    assert.deepEqual(
      layers.map(({ layer, level }) => [layer, level]),
      [
        ['frontMatter', 'off'],
        ['config', undefined],
        ['user', 'hint'],
        ['profile', undefined],
        ['default', 'warning'],
      ],
    );
  });

  it('tells who chose the profile', () => {
    const chosenBy = (layers: Layers) => {
      const { profile, profileChosenBy } = explained('vague-we', layers);
      return [profile, profileChosenBy];
    };
    const netflix = { profile: 'netflix-tpm' };
    assert.deepEqual(chosenBy({ config: netflix, user: {} }), ['netflix-tpm', 'config']);
    assert.deepEqual(chosenBy({ user: netflix }), ['netflix-tpm', 'user']);
    assert.deepEqual(chosenBy({}), ['general', 'default']);
    for (const { id, rules } of PACKS) {
      for (const [rule, level] of Object.entries(rules)) {
        const { decidedBy, ...told } = explained(rule, { config: { profile: id } });
        assert.deepEqual([decidedBy, told.level], ['profile', level]);
      }
    }
  });
});

describe('to explain a rule by what it goes', () => {
  it('tells the figures and who set them', () => {
    const config = { shares: { action: 30 }, limits: { speech: 20 } };
    assert.deepEqual(explained('part-balance', { config }).settings, [
      { key: 'shares.action', value: '30', decidedBy: 'config' },
      { key: 'shares.scene', value: '35', decidedBy: 'default' },
    ]);
    assert.ok(
      explained('too-long', { config }).settings.some(
        ({ key, decidedBy }) => key === 'limits.speech' && decidedBy === 'config',
      ),
    );
    assert.deepEqual(explained('vague-we', { config }).settings, []);
  });

  it('tells which phrases are allowed in a passage, where that concerns the rule', () => {
    const layers = { user: { allowedPhrases: ['we decided', 'crane'] } };
    const told = (id: string, passage: string) => {
      const rule = KNOWN_RULES.find((known) => known.id === id);
      assert.ok(rule);
      return explainRule(rule, layers, passage).settings;
    };
    const said = { key: 'allowedPhrases', value: '“we decided” is allowed here', decidedBy: 'user' };
    assert.deepEqual(told('vague-we', 'So we decided to wait.'), [said]);
    assert.deepEqual(told('vague-we', 'We waited.'), []);
    assert.deepEqual(told('confidential', 'So we decided to wait.'), []);
  });
});

describe('the place where a rule is set', () => {
  const cut = (text: string, range = placeOf(text, ['rules', 'vague-we'])) =>
    range && text.slice(range.start, range.end);

  it('is the key, or the one that comes nearest', () => {
    assert.equal(cut('# 🚀\r\nrules:\r\n  passenger: off\r\n  vague-we: off\r\n'), 'vague-we');
    assert.equal(cut('level: L6\nrules:\n  passenger: off\n'), 'rules');
    assert.equal(cut('level: L6\n'), 'level');
    assert.equal(cut(''), '');
    assert.equal(cut('a: [\n'), undefined);
  });

  it('is found in the front matter of a document', () => {
    const text = '---\r\nstarl: story\r\nrules: { vague-we: off }\r\n---\r\n# A\r\n';
    assert.equal(cut(text, ruleInFrontMatter(text, 'vague-we')), 'vague-we');
    assert.deepEqual(ruleInFrontMatter('# A\n', 'vague-we'), { start: 0, end: 0 });
  });
});
