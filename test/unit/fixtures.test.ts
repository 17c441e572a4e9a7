import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from '../../src/core';

/**
 * A fixture is a document in which every line that must have findings ends in the ids of their rules: `{vague-we}`. Rules that
 * look at the whole story's proportions would mark every short fixture, so they are off.
 */
const FOLDERS = ['test/fixtures/stories', 'test/fixtures/design'];
const MARK = / \{([a-z-]+)\}/g;
const PROPORTIONS = ['part-balance', 'part-order', 'too-long', 'timeline-only'];

interface Marked {
  readonly text: string;
  readonly expected: readonly string[];
}

function readFixture(source: string): Marked {
  const expected = source
    .split('\n')
    .flatMap((line, i) => [...line.matchAll(MARK)].map(([, rule]) => `${i + 1} ${rule}`));
  return { text: source.replace(MARK, ''), expected: expected.sort() };
}

describe('the marked documents', () => {
  const linter = createLinter({ settings: { rules: Object.fromEntries(PROPORTIONS.map((id) => [id, 'off'])) } });
  const findings = (text: string): string[] =>
    linter
      .lint(text, { path: 'stories/fixture.md' })
      .findings.map(({ rule, start }) => `${start.line} ${rule}`)
      .sort();
  for (const name of FOLDERS.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))) {
    const { text, expected } = readFixture(readFileSync(name, 'utf8'));
    it(`${name} has the findings that are marked, and no others`, () => assert.deepEqual(findings(text), expected));
    it(`${name} has the same findings with CRLF`, () =>
      assert.deepEqual(findings(text.replaceAll('\n', '\r\n')), expected));
  }
});
