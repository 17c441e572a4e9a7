import assert from 'node:assert/strict';
import { createLinter } from '../../src/core';

const MISSING = ['situation', 'task', 'action', 'result', 'learning'].map((part) => `missing-${part}`);
const linter = createLinter();
const storyRules = (text: string): string[] =>
  linter
    .lint(text, { kind: 'story' })
    .findings.map(({ rule }) => rule)
    .filter((rule) => MISSING.includes(rule))
    .sort();

describe('a text that tells of nothing that happened', () => {
  it('lacks every part', () => {
    for (const text of [
      'My one fault is that I care too much about the details.',
      '# Ownership\n\nI am the kind of person who never lets go. I check everything twice.\n',
      'Our crew believes in quality, and we never leave a job half done.',
    ])
      assert.deepEqual(storyRules(text), MISSING.toSorted(), text);
  });

  it('lacks what it does not say', () => {
    assert.deepEqual(storyRules('My task is to get the night trains out by four.').includes('missing-task'), false);
    assert.deepEqual(storyRules('I learned to ask for the order number first.').includes('missing-learning'), false);
  });

  it('is left alone where its title asks for no story', () => {
    for (const title of ['What is your greatest weakness?', 'Why us?', 'Tell me about yourself', 'Strengths'])
      assert.deepEqual(storyRules(`# ${title}\n\nI care too much about the details.\n`), [], title);
    assert.deepEqual(storyRules('---\ntitle: Greatest weakness\n---\nI care too much about the details.\n'), []);
    assert.deepEqual(storyRules('# A time when you failed\n\nI never fail.\n'), MISSING.toSorted());
  });

  it('is left alone where it says nothing of a narrator', () => {
    for (const text of [
      '',
      '# The port\n',
      '- [The map](map.md)\n- [The log](log.md)\n',
      'To do: ask for the numbers, find the date of the audit.',
      'This is about the port and its cranes.',
    ])
      assert.deepEqual(storyRules(text), [], text);
  });
});
