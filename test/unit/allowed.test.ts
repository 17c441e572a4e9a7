import assert from 'node:assert/strict';
import { createLinter } from '../../src/core';
import type { LintSettings } from '../../src/core/config/settings';

const WE = 'We decided to rewrite the scheduler.';
const CRUTCH = 'I set up a RACI matrix and a weekly steering meeting, and that took care of the conflict.';

/** The rules that object to sentences of an Action. */
function said(sentences: string, settings: Partial<LintSettings> = {}): string[] {
  const text = `## Situation\n\nThe port had 41 cranes.\n\n## Action\n\n${sentences}\n`;
  const { findings } = createLinter({ settings }).lint(text, { kind: 'story' });
  return findings.filter(({ start }) => start.line === 7).map(({ rule }) => rule);
}

describe('allowed phrases', () => {
  it('silence a finding that lies inside one', () => {
    assert.deepEqual(said(WE), ['vague-we']);
    assert.deepEqual(said(WE, { allowedPhrases: ['we decided to rewrite'] }), []);
  });

  it('silence a finding that rests on one', () => {
    assert.deepEqual(said(CRUTCH), ['process-crutch']);
    assert.deepEqual(said(CRUTCH, { allowedPhrases: ['RACI matrix', 'steering meeting'] }), []);
    assert.deepEqual(said('It was decided to move the slot.', { allowedPhrases: ['it was decided'] }), []);
  });

  it('leave alone what has nothing to do with them', () => {
    assert.deepEqual(said(WE, { allowedPhrases: ['scheduler', 'matrix'] }), ['vague-we']);
    assert.deepEqual(said(`${CRUTCH} ${WE}`, { allowedPhrases: ['RACI matrix', 'steering meeting'] }), ['vague-we']);
  });

  it('hold for rules of the user, and never for confidential terms', () => {
    const ownRules = [{ id: 'no-crane', message: 'No cranes.', phrases: ['crane'] }];
    const sentence = 'I moved the crane of Acme.';
    const confidential = [{ term: 'Acme' }];
    assert.deepEqual(said(sentence, { ownRules, confidential }), ['no-crane', 'confidential']);
    assert.deepEqual(said(sentence, { ownRules, confidential, allowedPhrases: ['the crane', 'Acme'] }), [
      'confidential',
    ]);
  });

  it('leave an ignore comment without effect', () => {
    const text = `## Action\n\n<!-- starl-ignore vague-we -->\n${WE}\n`;
    const { findings } = createLinter({ settings: { allowedPhrases: ['we decided'] } }).lint(text, { kind: 'story' });
    assert.ok(findings.some(({ rule }) => rule === 'stale-ignore'));
  });
});

describe('the shares of a story', () => {
  const scene = 'The port had forty cranes in the rain that year. '.repeat(8);
  const action = 'I walked the quay and timed each of the cranes by hand. '.repeat(8);
  const text = `## Situation\n\n${scene}\n\n## Action\n\n${action}\n\n## Result\n\nShips waited 40% less.\n`;
  const messages = (shares: LintSettings['shares']) =>
    createLinter({ settings: { shares } })
      .lint(text, { kind: 'story' })
      .findings.filter(({ rule }) => rule === 'part-balance')
      .map(({ message }) => message);

  it('are what the settings say', () => {
    assert.deepEqual(messages({ action: 40, scene: 50 }), []);
    assert.deepEqual(messages({ action: 40, scene: 35 }), ['44% of the words set the scene; 35% is plenty.']);
    assert.deepEqual(messages({ action: 60, scene: 35 }), [
      'Only 53% of the words tell what you did, 44% set the scene; aim at 60% or more.',
    ]);
  });

  it('may miss what is asked by two words in a hundred, and are not looked at in a note', () => {
    const told = (words: number, action: number, scene: number) => {
      const part = (name: string, count: number) => `## ${name}\n\n${'crane '.repeat(count - 1)}moved.\n\n`;
      const rest = words - action - scene;
      return createLinter()
        .lint(`${part('Situation', scene)}${part('Action', action)}${part('Result', rest)}`, { kind: 'story' })
        .findings.some(({ rule }) => rule === 'part-balance');
    };
    for (const [words, action, scene, expected] of [
      [100, 38, 35, false],
      [100, 37, 35, true],
      [100, 40, 37, false],
      [100, 40, 38, true],
      [49, 10, 30, false],
    ] as const)
      assert.equal(told(words, action, scene), expected, `${words} words, ${action} of action, ${scene} of scene`);
  });
});
