import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import type { Pack } from '../../src/core/packs/packSchema';
import { findPack } from '../../src/core/packs/packs';
import { citations } from '../../src/core/packs/parsePack';
import { shingles } from '../seeds/shingles.mjs';

const HASH = 8;
const theirs = new Set(
  readFileSync('test/seeds/runs.txt', 'utf8')
    .replaceAll('\n', '')
    .match(new RegExp(`.{${HASH}}`, 'g')),
);

/** Our files in which words of the sources could stand. */
function ours(): string[] {
  const below = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:yaml|md|json)$/.test(name))
      .map((name) => join(folder, name));
  return ['README.md', 'CHANGELOG.md', 'test/seeds/items.yaml', ...['src', 'media', 'snippets'].flatMap(below)];
}

/** The entry of a pack at `pack/section/id`; of the checklist, an item. */
function entryAt(path: string): unknown {
  const [packId = '', section = '', id] = path.split('/');
  const pack = findPack(packId);
  if (!pack) return undefined;
  if (section === 'spoken') return pack.spoken?.[id as keyof NonNullable<Pack['spoken']>];
  const entries: unknown =
    section === 'checklist' ? pack.checklist.flatMap(({ items }) => items) : pack[section as keyof Pack];
  return Array.isArray(entries) ? entries.find((entry: { id?: string }) => entry.id === id) : undefined;
}

describe('the sources of the packs', () => {
  it('lend us facts, and no run of eight words', () => {
    assert.ok(theirs.size > 5_000);
    const taken = ours().flatMap((path) =>
      shingles(readFileSync(path, 'utf8'))
        .filter(({ hash }) => theirs.has(hash))
        .map(({ run }) => `${path}: ${run}`),
    );
    assert.deepEqual(taken, []);
  });

  const items: Record<string, Record<string, string>> = parse(readFileSync('test/seeds/items.yaml', 'utf8'));
  for (const [seed, entries] of Object.entries(items)) {
    it(`${seed}: everything in it has its place, and is said to come from it`, () => {
      for (const [item, path] of Object.entries(entries)) {
        const entry = entryAt(path);
        assert.ok(entry, `${path} is not there (${item})`);
        const cited = [...citations({ entry })].flatMap(([, sources]) => sources);
        assert.ok(cited.includes(seed), `${path} does not name ${seed} (${item})`);
      }
    });
  }

  it('are all looked through', () => assert.deepEqual(Object.keys(items), ['000', '001', '002', '003', '004']));
});
