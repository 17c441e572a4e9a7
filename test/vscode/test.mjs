// @ts-check
// Runs everything that a change has to pass, from a bare checkout. `npm test -- unit window` runs only the stages that
// are named, after what they need; `npm test -- host` runs every stage whose name starts so.
import { join } from 'node:path';
import { attempt, main, Problem, seconds } from './command.mjs';
import { installDependencies } from './dependencies.mjs';
import { newest, oldest, root } from './pins.mjs';
import { readTotals } from './totals.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} [command] what it runs; `node` and a script, or `npm run` and a name
 * @property {boolean} [tests] it runs tests, so none at all is a failure
 * @property {string[]} [needs] stages without which it cannot run
 */

/** @param {string} name @param {string[]} args */
const script = (name, ...args) => ['node', join('test', 'vscode', name), ...args];

const built = ['install', 'build'];

/** @type {Stage[]} */
const stages = [
  { name: 'install' },
  { name: 'build', command: ['node', 'esbuild.js', '--tests'], needs: ['install'] },
  { name: 'check', command: ['npm', 'run', '--silent', 'check'], needs: ['install'] },
  { name: 'unit', command: ['npm', 'run', '--silent', 'unit'], tests: true, needs: ['install'] },
  { name: 'get', command: script('get.mjs') },
  { name: 'host-node', command: script('runHost.mjs', '--version', newest), tests: true, needs: built },
  { name: 'host-oldest', command: script('runHost.mjs', '--version', oldest), tests: true, needs: built },
  { name: 'host-web', command: script('runHost.mjs', '--host', 'web'), tests: true, needs: built },
  { name: 'host-none', command: script('runHost.mjs', '--folders', '0'), tests: true, needs: built },
  {
    name: 'host-several',
    command: script('runHost.mjs', '--host', 'web', '--folders', '2'),
    tests: true,
    needs: built,
  },
  { name: 'window', command: script('runWindow.mjs'), tests: true, needs: built },
  { name: 'package', command: script('package.mjs'), needs: ['install'] },
  {
    name: 'vsix',
    command: script('runWindow.mjs', join('test', 'vsix', 'vsix.test.mjs')),
    tests: true,
    needs: ['install', 'package'],
  },
];

/** @param {string[]} names */
function choose(names) {
  if (names.length === 0) return stages;
  const unknown = names.find((name) => !stages.some((stage) => stage.name.startsWith(name)));
  if (unknown) throw new Problem(`No stage ${unknown}: choose from ${stages.map(({ name }) => name).join(', ')}.`);
  const chosen = stages.filter((stage) => names.some((name) => stage.name.startsWith(name)));
  const needed = new Set(chosen.flatMap(({ needs = [] }) => needs));
  return stages.filter((stage) => chosen.includes(stage) || needed.has(stage.name));
}

/**
 * @param {Stage} stage
 * @returns {Promise<{passed: number, failed: number}>}
 */
async function runStage({ name, command, tests = false }) {
  if (!command) {
    await installDependencies();
    return { passed: 0, failed: 0 };
  }
  const [program = '', ...args] = command;
  const { ok, text } = await attempt(program === 'node' ? process.execPath : program, args, { cwd: root, show: true });
  const totals = tests ? readTotals(text) : undefined;
  const passed = totals?.passing ?? 0;
  const failed = totals?.failing ?? 0;
  if (ok && tests && !totals) console.error(`Stage ${name} ran no test.`);
  const broken = !ok || (tests && !totals);
  return { passed, failed: broken ? Math.max(failed, 1) : failed };
}

main(async () => {
  /** @type {{name: string, time: string, passed: number, failed: number}[]} */
  const results = [];
  /** @type {Set<string>} */
  const fallen = new Set();
  for (const stage of choose(process.argv.slice(2))) {
    const { name, needs = [] } = stage;
    console.log(`\n=== ${name}`);
    const start = Date.now();
    const missing = needs.find((need) => fallen.has(need));
    if (missing) console.error(`Left out, as stage ${missing} failed.`);
    const result = missing ? { passed: 0, failed: 1 } : await runStage(stage).catch(failure);
    if (result.failed > 0) fallen.add(name);
    results.push({ name, time: seconds(start), ...result });
  }
  console.log('');
  for (const { name, time, passed, failed } of results) {
    console.log(`${name.padEnd(12)} ${time.padStart(8)} ${String(passed).padStart(5)} passed ${failed} failed`);
  }
  const sum = (/** @type {'passed' | 'failed'} */ kind) => results.reduce((total, result) => total + result[kind], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  if (sum('failed') > 0) process.exit(1);
});

/** @param {Error} error */
function failure(error) {
  console.error(error instanceof Problem ? error.message : error);
  return { passed: 0, failed: 1 };
}
