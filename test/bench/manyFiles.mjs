// @ts-check
// How the command line grows with the files: the time that one takes among few and among many, and the peak memory of all threads.
//   node test/bench/manyFiles.mjs COUNT...    measures so many short stories and keeps that in results.json; `npm run bench`
//                                             measures the smaller counts, and leaves those above, which take minutes, as they are
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { resultsText } from './results.mjs';
import { makeStory, random } from './texts.mjs';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const WORDS = 60;
/** So many files a folder. */
const FOLDER = 500;

/** @typedef {{ ms: number, megabytes: number }} Run milliseconds until it ends, and the most memory that it has had */

/**
 * Lints so many stories of so many words in a process of its own, as its user sees it: what it prints is read as it comes.
 * @param {number} files @param {() => number} next @param {number} words @returns {Promise<Run>}
 */
export async function lintFiles(files, next, words) {
  const folder = mkdtempSync(join(tmpdir(), 'starl-files-'));
  for (let i = 0; i < files; i++) {
    const stories = join(folder, 'stories', String(Math.floor(i / FOLDER)));
    if (i % FOLDER === 0) mkdirSync(stories, { recursive: true });
    writeFileSync(join(stories, `${i}.md`), makeStory(next, words));
  }
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', here('memory.mjs'), here('../../dist/cli.js'), 'lint', folder]);
  let peak = '';
  child.stdout.resume();
  child.stderr.on('data', (data) => {
    peak += data;
  });
  await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  const ms = Math.round(performance.now() - start);
  rmSync(folder, { recursive: true });
  return { ms, megabytes: Math.round(Number(peak)) };
}

/** @param {readonly number[]} counts @returns {Promise<Record<string, Run>>} by count */
export async function measureFiles(counts) {
  /** @type {Record<string, Run>} */
  const runs = {};
  for (const count of counts) runs[count] = await lintFiles(count, random(count), WORDS);
  return runs;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const counts = process.argv.slice(2).map(Number);
  const results = JSON.parse(readFileSync(here('results.json'), 'utf8'));
  results.files = { ...results.files, ...(await measureFiles(counts)) };
  console.table(results.files);
  writeFileSync(here('results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(here('RESULTS.md'), resultsText(results));
}
