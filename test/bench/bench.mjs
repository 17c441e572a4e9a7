// @ts-check
// `npm run bench`: measures Starl beside other linters, on the same texts in one run, and writes results.json and RESULTS.md, from
// which the README's figures are generated.
//   node test/bench/bench.mjs [--no-host]    --no-host leaves out activation, which needs VS Code; its last figure stays
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { measureActivation } from './activation.mjs';
import { lintFiles, measureFiles } from './manyFiles.mjs';
import { profile } from './profile.mjs';
import { resultsText } from './results.mjs';
import { countWords, makeDocument, makeStory, random, readCorpus, readWritten } from './texts.mjs';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const LINTERS = ['starl', 'write-good', 'retext', 'alex', 'textlint', 'harper'];
const ROUNDS = 21;
/** Rounds that do not count: as many as it takes until the compiler has seen enough. */
const WARM_UP = 400;
/** So many milliseconds at most go into one figure of one linter. */
const PATIENCE = 2500;
const COLD_ROUNDS = 7;

/** @typedef {{ median: number, low: number, high: number }} Figure low and high: first and third quartile */

/** @param {number[]} values @returns {Figure} */
function figure(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    Number((sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toPrecision(3));
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/**
 * Measures several tasks in turns, so that whatever else the machine does falls on all of them.
 * @param {Record<string, (round: number) => unknown>} tasks
 * @param {number} rounds
 * @param {number} warmUp rounds that do not count
 */
async function inTurns(tasks, rounds = ROUNDS, warmUp = WARM_UP) {
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  /** @type {Record<string, number>} */
  const warming = {};
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const spent = round < 0 ? (warming[name] ?? 0) : (times[name]?.reduce((sum, time) => sum + time, 0) ?? 0);
      if (spent > PATIENCE && (round < 0 || (times[name]?.length ?? 0) > 2)) continue;
      const start = performance.now();
      await task(round);
      const time = performance.now() - start;
      if (round >= 0) times[name]?.push(time);
      else warming[name] = spent + time;
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, figure(all)]));
}

/** How many other programs wanted the processors when it began. */
const busy = loadavg()[0] ?? 0;
const linters = await Promise.all(
  LINTERS.map(async (name) => {
    const module = await import(`./linters/${name}.mjs`);
    return { name, lint: await module.create(), open: module.open };
  }),
);
const next = random(20261121);
const corpus = readCorpus();
const people = readWritten();
/** Stories of about 300 words that are read again and again. */
const known = people.filter((text) => Math.abs(countWords(text) - 300) <= 40).slice(0, 12);
/** Stories that are read once. */
const written = people.filter((text) => !known.includes(text) && !corpus.includes(text));
const stories = Array.from({ length: ROUNDS + WARM_UP }, () => makeStory(next, 300));
const documents = Array.from({ length: ROUNDS + WARM_UP }, () => makeDocument(next, 2000));

/** @param {(lint: (text: string) => unknown) => (round: number) => unknown} make */
const byLinter = (make) => inTurns(Object.fromEntries(linters.map(({ name, lint }) => [name, make(lint)])));

console.log('A warm story, one judged before, one changed since, and a warm document...');
const story = await byLinter((lint) => (round) => lint(stories[round + WARM_UP] ?? ''));
const again = await byLinter((lint) => (round) => lint(known[(round + WARM_UP) % known.length] ?? ''));
const changed = await byLinter(
  (lint) => (round) => lint(`${known[(round + WARM_UP) % known.length] ?? ''} And ${round + WARM_UP} more.`),
);
const document = await byLinter((lint) => (round) => lint(documents[round + WARM_UP] ?? ''));

console.log('One key...');
const long = makeDocument(next, 2000);
const veryLong = makeDocument(next, 100_000);
const key = await inTurns(
  Object.fromEntries(
    await Promise.all(
      linters.map(async ({ name, lint, open }) => {
        const middle = long.indexOf(' ', long.length / 2);
        const anew = (/** @type {number} */ round) =>
          lint(`${long.slice(0, middle)}${'a'.repeat(round + WARM_UP)}${long.slice(middle)}`);
        return [name, open ? await open(long) : anew];
      }),
    ),
  ),
);
const starl = await import('./linters/starl.mjs');
const [keyIn2000, keyIn100000] = [await starl.open(long), await starl.open(veryLong)];
const keyByLength = await inTurns({ 2000: keyIn2000, 100000: keyIn100000 }, 100, 200);
const settings = { confidential: [{ term: 'Lyon' }, { term: 'price feed', say: 'the data' }] };
const termsIn2000 = await starl.open(long, { settings });
const termsIn100000 = await starl.open(veryLong, { settings });
const keyWithTerms = await inTurns({ 2000: termsIn2000, 100000: termsIn100000 }, 100, 200);

console.log('Many stories...');
const many = [...corpus, ...Array.from({ length: 2000 - corpus.length }, () => makeStory(next, 300))];
/** @type {Record<string, number>} */
const wordsPerSecond = {};
for (const { name, lint } of linters) {
  let words = 0;
  const start = performance.now();
  for (const text of many) {
    if (performance.now() - start > PATIENCE) break;
    await lint(text);
    words += countWords(text);
  }
  wordsPerSecond[name] = Math.round((words / (performance.now() - start)) * 1000);
}

console.log('Stories in words of their own...');
/** Milliseconds of each linter for all of them, each read once; undefined where that would take too long. @type {Record<string, number | undefined>} */
const writtenMs = Object.fromEntries(linters.map(({ name }) => [name, 0]));
for (const text of written)
  for (const { name, lint } of linters) {
    const spent = writtenMs[name];
    if (spent === undefined) continue;
    const start = performance.now();
    await lint(text);
    const now = spent + performance.now() - start;
    writtenMs[name] = now > 4 * PATIENCE ? undefined : now;
  }

console.log('Growth...');
const growth = await inTurns(
  Object.fromEntries(
    [1, 10, 100].map((times) => {
      const text = makeDocument(next, 2000 * times);
      const words = countWords(text) / 1000;
      // Another text each time, or what was kept of the last would be measured.
      return [
        times,
        (/** @type {number} */ round) => linters[0]?.lint(text.replaceAll('the ', `the ${round} `)) && words,
      ];
    }),
  ),
  3,
  1,
);

const folder = mkdtempSync(join(tmpdir(), 'starl-bench-'));
const one = join(folder, 'story.md');
writeFileSync(one, stories[0] ?? '');

console.log('Cold starts...');
/** @param {string[]} args */
const run = (args) => {
  const start = performance.now();
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { ms: performance.now() - start, stdout };
};
const cli = here('../../dist/cli.js');
/** @type {Record<string, { ms: number, megabytes: number }[]>} */
const starts = {};
/** @type {Record<string, number[]>} */
const commands = { node: [], 'starl --version': [], 'starl lint': [] };
for (let round = 0; round < COLD_ROUNDS; round++) {
  for (const name of ['nothing', ...LINTERS]) {
    const module = name === 'nothing' ? name : here(`linters/${name}.mjs`);
    starts[name] = [...(starts[name] ?? []), JSON.parse(run([here('cold.mjs'), module, one]).stdout)];
  }
  commands.node?.push(run(['-e', '0']).ms);
  commands['starl --version']?.push(run([cli, '--version']).ms);
  commands['starl lint']?.push(run([cli, 'lint', '--all', one]).ms);
}

console.log('Many files...');
/** @type {Record<string, { ms: number, megabytes: number }>} */
const workspace = {};
for (const files of [10, 100, 1000]) {
  workspace[files] = await lintFiles(files, next, 300);
}
const files = await measureFiles([1000, 10_000]);
rmSync(folder, { recursive: true });

/** @type {Record<string, { kilobytes: number, gzip: number }>} */
const sizes = {};
for (const name of ['core.mjs', 'cli.js', 'extension.js', 'extension.web.js']) {
  const path = here(`../../dist/${name}`);
  sizes[name] = {
    kilobytes: Math.round(statSync(path).size / 1000),
    gzip: Math.round(gzipSync(readFileSync(path)).length / 1000),
  };
}

console.log('Where the time goes...');
const profiles = { stories: profile('stories'), key: profile('key'), first: profile('first') };

const kept = existsSync(here('results.json')) ? JSON.parse(readFileSync(here('results.json'), 'utf8')) : {};
const activation = process.argv.includes('--no-host') ? kept.activation : await measureActivation();
const versions = JSON.parse(readFileSync(here('package.json'), 'utf8')).dependencies;
const results = {
  machine: {
    date: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model.trim() || arch(),
    processors: cpus().length,
    system: platform(),
    node: process.version,
    load: Number(busy.toFixed(1)),
  },
  versions: { starl: commit(), ...versions },
  corpus: corpus.length,
  words: { story: countWords(stories[0] ?? ''), document: countWords(long), veryLong: countWords(veryLong) },
  story,
  again,
  changed,
  document,
  key,
  keyByLength,
  keyWithTerms,
  wordsPerSecond,
  written: {
    stories: written.length,
    words: written.reduce((sum, text) => sum + countWords(text), 0),
    ms: writtenMs,
  },
  growth,
  cold: Object.fromEntries(Object.entries(starts).map(([name, all]) => [name, figure(all.map(({ ms }) => ms))])),
  memory: Object.fromEntries(
    Object.entries(starts).map(([name, all]) => [name, figure(all.map(({ megabytes }) => megabytes))]),
  ),
  commands: Object.fromEntries(Object.entries(commands).map(([name, all]) => [name, figure(all)])),
  workspace,
  files: { ...kept.files, ...files },
  sizes,
  profiles,
  activation,
};
writeFileSync(here('results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
writeFileSync(here('RESULTS.md'), resultsText(results));
console.log(resultsText(results));
process.exit();

/** What is measured, and whether it is what was committed. */
function commit() {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: here('.'), encoding: 'utf8' }).trim();
  return git('rev-parse', '--short', 'HEAD');
}
