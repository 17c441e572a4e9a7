// @ts-check
// Where the time goes: profiles the engine at its work (`node --cpu-prof`) and adds up the time by what it is spent on.
//   node test/bench/profile.mjs    prints it; the engine must have been built with `node esbuild.js --profile`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
/** The engine as it is shipped, but for names and line breaks. */
const CORE = here('../../out/bench/core.mjs');
/** What a module is for, by the start of its path; the first that fits counts. */
const STAGES = /** @type {const} */ ([
  ['src/core/language/phrase', 'phrases'],
  ['src/core/scorer/evidence', 'phrases'],
  ['src/core/language/tokens', 'words and sentences'],
  ['src/core/language/sentences', 'words and sentences'],
  ['src/core/language/clauses', 'who does what'],
  ['src/core/language/', 'parts of speech'],
  ['src/core/scorer/', 'weighing'],
  ['src/core/rules/', 'rules'],
  ['src/core/story/', 'stories and their parts'],
  ['src/core/text/', 'Markdown'],
  ['node_modules/@lezer', 'Markdown'],
  ['src/core/', 'keeping and placing'],
  ['node_modules/', 'other libraries'],
]);

/**
 * Shares of the time in percent, by stage, the largest first.
 * @param {'stories' | 'key' | 'first'} work what the engine does: judge stories one after the other, answer keys, or start
 * @returns {Record<string, number>}
 */
export function profile(work) {
  const folder = mkdtempSync(join(tmpdir(), 'starl-profile-'));
  try {
    const args = ['--cpu-prof', '--cpu-prof-interval', '200', '--cpu-prof-name', 'profile', '--cpu-prof-dir', folder];
    const { status, stderr } = spawnSync(process.execPath, [...args, here('profiled.mjs'), CORE, work], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return shares(JSON.parse(readFileSync(join(folder, 'profile'), 'utf8')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {import('node:inspector').Profiler.Profile} recorded */
function shares({ nodes, samples = [], timeDeltas = [] }) {
  const stages = stagesByLine();
  const stageOf = new Map(nodes.map(({ id, callFrame }) => [id, stageOfFrame(callFrame, stages)]));
  /** @type {Record<string, number>} */
  const times = {};
  let all = 0;
  for (const [i, sample] of samples.entries()) {
    const stage = stageOf.get(sample);
    if (stage === undefined) continue;
    times[stage] = (times[stage] ?? 0) + (timeDeltas[i] ?? 0);
    all += timeDeltas[i] ?? 0;
  }
  const sorted = Object.entries(times).sort(([, a], [, b]) => b - a);
  return Object.fromEntries(sorted.map(([stage, time]) => [stage, Math.round((1000 * time) / all) / 10]));
}

/**
 * Of Node's own doings, only loading and collecting garbage are the engine's.
 * @param {import('node:inspector').Runtime.CallFrame} frame
 * @param {string[]} stages
 */
function stageOfFrame({ functionName, url, lineNumber }, stages) {
  if (functionName === '(garbage collector)') return 'collecting garbage';
  if (functionName.startsWith('RegExp: ')) return 'regular expressions';
  if (url.endsWith('/core.mjs')) return stages[lineNumber];
  if (functionName === 'compileSourceTextModule') return 'compiling the module';
  return undefined;
}

/** For each line of the engine, what it is for: the bundler names a module in a comment before its first line. */
function stagesByLine() {
  let stage = 'keeping and placing';
  return readFileSync(CORE, 'utf8')
    .split('\n')
    .map((line) => {
      const path = /^\s*\/\/ ((?:src|node_modules|packed:)\S*)$/.exec(line)?.[1];
      if (path) stage = STAGES.find(([start]) => path.startsWith(start))?.[1] ?? 'phrases';
      return stage;
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const work of /** @type {const} */ (['stories', 'key', 'first'])) console.log(work, profile(work));
