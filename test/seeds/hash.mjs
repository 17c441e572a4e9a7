// @ts-check
// Writes the hashes of all runs of words in some texts: node test/seeds/hash.mjs FILE... (sources of the packs)
import { readFileSync, writeFileSync } from 'node:fs';
import { shingles } from './shingles.mjs';

const hashes = process.argv.slice(2).flatMap((path) => shingles(readFileSync(path, 'utf8')).map(({ hash }) => hash));
const lines =
  [...new Set(hashes)]
    .sort()
    .join('')
    .match(/.{1,160}/g) ?? [];
writeFileSync(new URL('./runs.txt', import.meta.url), `${lines.join('\n')}\n`);
