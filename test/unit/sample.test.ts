import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parseConfig } from '../../src/core/config/config';
import { resolveSettings } from '../../src/core/config/layers';
import { createLinter } from '../../src/core/lint/linter';
import { findPack } from '../../src/core/packs/packs';
import { preparationFiles } from '../../src/core/setUp/setUp';

const FOLDER = 'media/sample';
const DRAFT = 'the-login-move-that-slipped.md';

function read(...path: string[]): string {
  return readFileSync(join(FOLDER, ...path), 'utf8');
}

describe('the sample folder', () => {
  const { config, problems } = parseConfig(read('starl.yaml'));
  const { settings } = resolveSettings({ config });
  const linter = createLinter({ settings });
  const rulesIn = (name: string) => {
    const { findings } = linter.lint(read('stories', name), { path: `stories/${name}` });
    return findings.map(({ rule }) => rule).sort();
  };

  it('has settings without a mistake', () => assert.deepEqual(problems, []));

  it('has the checklist that setting up makes, with some boxes ticked', () => {
    const made = preparationFiles({ pack: findPack('netflix-tpm') ?? assert.fail() }).find(
      ({ path }) => path === 'prep.md',
    );
    assert.ok(read('prep.md').includes('- [x] '));
    assert.equal(read('prep.md').replaceAll('- [x] ', '- [ ] '), made?.text);
  });

  for (const name of readdirSync(join(FOLDER, 'stories')).filter((file) => file !== DRAFT)) {
    it(`has nothing to object to in ${name}`, () => assert.deepEqual(rulesIn(name), []));
  }

  it('has parts where their headings stand', () => {
    const text = read('stories', DRAFT);
    const [story] = linter.lint(text, { path: `stories/${DRAFT}` }).outline;
    const headings = story?.parts.map(({ start }) => text.slice(start).split('\n', 1)[0]).sort();
    assert.deepEqual(headings, ['## Action', '## Result', '## Situation', '## Task']);
  });

  it('has a draft with the usual mistakes', () => {
    const expected = ['blame-framing', 'missing-learning', 'placeholder-left', 'process-crutch', 'vague-we'];
    assert.deepEqual(rulesIn(DRAFT), expected);
  });
});
