// @ts-check
// `node cold.mjs LINTER.mjs STORY.md`: how long it takes from nothing to the first result, and how much memory at most.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { peakMegabytes } from './peak.mjs';

const [linter, story] = process.argv.slice(2);
const text = readFileSync(story ?? '', 'utf8');
const start = performance.now();
if (linter !== 'nothing') {
  const { create } = await import(linter ?? '');
  const lint = await create();
  await lint(text);
}
const ms = performance.now() - start;
console.log(JSON.stringify({ ms, megabytes: peakMegabytes() }));
process.exit();
