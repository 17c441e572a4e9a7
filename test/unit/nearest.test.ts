import assert from 'node:assert/strict';
import { nearest, suggest } from '../../src/core/yaml/nearest';

describe('nearest', () => {
  it('finds what was meant, and nothing where nothing is near', () => {
    const known = ['vague-we', 'vague-result', 'passenger'];
    const ids = ['influence', 'influence-up', 'hard-feedback', 'killed-project'];
    for (const [word, meant] of [
      ['influ', 'influence'],
      ['hard', 'hard-feedback'],
      ['feedback', 'hard-feedback'],
      ['proj', 'killed-project'],
      ['in', undefined],
      ['charm', undefined],
    ] as const)
      assert.equal(nearest(word, ids), meant, word);
    for (const word of ['vague-wee', 'Vague-We', 'vauge-we', 'vaguewe']) assert.equal(nearest(word, known), 'vague-we');
    for (const word of ['we', 'xyz', 'x'.repeat(10_000), '']) assert.equal(nearest(word, known), undefined);
    assert.equal(nearest('a', []), undefined);
  });

  it('is told, and where nothing is near, what is known: of much, what comes nearest', () => {
    const many = Array.from({ length: 40 }, (_, i) => `rule-of-${'x'.repeat(i)}`);
    assert.equal(suggest('vague', ['vague-we']), 'Did you mean "vague-we"?');
    assert.equal(suggest('fooo', ['vague-we', 'passenger']), 'Known here: vague-we, passenger.');
    assert.equal(suggest('fooo', many), 'Of the 40 known here, rule-of-, rule-of-x, rule-of-xx come nearest.');
  });
});
