import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LINT_SETTINGS, readUserLayer } from '../../src/core/config/lintSettings';
import { DEFAULT_SETTINGS } from '../../src/core/config/settings';
import { PACKS } from '../../src/core/packs/packs';

describe('the settings of an editor', function () {
  this.timeout(60_000);
  const set = (values: Readonly<Record<string, unknown>>) => readUserLayer((key) => values[key]);

  it('say nothing where nothing is set', () => {
    assert.deepEqual(set({}), { layer: {}, problems: [] });
    assert.deepEqual(set({ 'rules.vague-we': 'default' }), { layer: {}, problems: [] });
  });

  it('become a layer', () => {
    const values = {
      profile: 'netflix-tpm',
      files: ['a/*.md'],
      'rules.vague-we': 'off',
      'limits.story': 90,
      'shares.scene': 50,
      allowedPhrases: [],
      'wordsPerMinute.max': 160,
    };
    assert.deepEqual(set(values).layer, {
      profile: 'netflix-tpm',
      files: ['a/*.md'],
      rules: { 'vague-we': 'off' },
      limits: { story: 90 },
      shares: { scene: 50 },
      allowedPhrases: [],
      wordsPerMinute: { max: 160 },
    });
  });

  it('are left out, and told, where they are wrong', () => {
    const { layer, problems } = set({
      'rules.vague-we': 'loud',
      'limits.story': 'long',
      'limits.speech': 20,
      profile: 3,
    });
    assert.deepEqual(layer, { rules: {}, limits: { speech: 20 } });
    assert.equal(problems.length, 3);
    assert.ok(problems.includes('starl.limits.story: Write a number here, not the text "long".'), problems.join('\n'));
  });

  it('are told where they misspell a rule, while another name may be a rule of another folder', () => {
    const rules = { pasenger: 'off', 'vague-we': 'off', buzzwords: 'off', 'own-rle': 'off' };
    const { layer, problems } = readUserLayer((key) => ({ rules, 'rules.vague-we': 'off' })[key], ['own-rule']);
    assert.deepEqual(layer, { rules: { 'vague-we': 'off' } });
    assert.deepEqual(problems, [
      'starl.rules.pasenger: There is no rule "pasenger". Did you mean "passenger"?',
      'starl.rules.own-rle: There is no rule "own-rle". Did you mean "own-rule"?',
    ]);
    assert.deepEqual(set({ rules: 'off' }).problems, []);
  });

  it('take whatever an editor may hold', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('rules', ...LINT_SETTINGS.map(({ key }) => key)), fc.jsonValue()),
        (values) => void set(values),
      ),
    );
  });

  it('have defaults that can be set', () => {
    const { layer, problems } = readUserLayer((key) => LINT_SETTINGS.find((setting) => setting.key === key)?.default);
    assert.deepEqual(problems, []);
    // What is confidential and rules of one's own stand in starl.yaml alone.
    const { confidential, ownRules, ...own } = DEFAULT_SETTINGS;
    assert.deepEqual([confidential, ownRules], [[], []]);
    assert.deepEqual({ ...layer, rules: {} }, { ...own, profile: 'general' });
    assert.deepEqual(
      LINT_SETTINGS[0]?.enum,
      PACKS.map(({ id }) => id),
    );
  });
});
