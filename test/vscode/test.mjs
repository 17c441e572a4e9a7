// @ts-check
// Runs everything that a change has to pass, from a bare checkout. `npm test -- unit window` runs only the stages that
// are named, after what they need; `npm test -- host` runs every stage whose name starts so.
import { join } from 'node:path';
import { attempt, main, Problem, seconds } from './command.mjs';
import { installDependencies } from './dependencies.mjs';
import { newest, oldest, root } from './pins.mjs';
import { readTotals } from './totals.mjs';

/** How many stages run at the same time: those in VS Code wait more than they compute. */
const LANES = 2;

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} [command] what it runs; `node` and a script, or `npm run` and a name
 * @property {boolean} [tests] it runs tests, so none at all is a failure
 * @property {string[]} [needs] stages without which it cannot run
 */

const mocha = join('node_modules', 'mocha', 'bin', 'mocha.js');

/** @param {string} name @param {string[]} args */
const script = (name, ...args) => ['node', join('test', 'vscode', name), ...args];

const built = ['install', 'build'];
const ready = [...built, 'get'];

/**
 * The rows come one after the other; the stages of a row side by side, as many as there are {@link LANES}.
 * @type {Stage[][]}
 */
const rows = [
  [{ name: 'install' }],
  [{ name: 'build', command: ['node', 'esbuild.js', '--tests'], needs: ['install'] }],
  [
    { name: 'get', command: script('get.mjs') },
    { name: 'check', command: ['npm', 'run', '--silent', 'check'], needs: ['install'] },
    { name: 'patterns', command: ['npm', 'run', '--silent', 'patterns'], needs: ['install'] },
    { name: 'unit', command: ['node', mocha, join('out', 'test', 'unit.js')], tests: true, needs: built },
  ],
  [
    { name: 'host-node', command: script('runHost.mjs', '--version', newest), tests: true, needs: ready },
    { name: 'host-web', command: script('runHost.mjs', '--host', 'web'), tests: true, needs: ready },
    { name: 'window', command: script('runWindow.mjs'), tests: true, needs: ready },
    // What the examples of every rule come to does not hang on the version.
    {
      name: 'host-oldest',
      command: script('runHost.mjs', '--version', oldest, '-g', '^(?!every )'),
      tests: true,
      needs: ready,
    },
    { name: 'harness', command: script('harness.mjs'), tests: true, needs: ready },
    { name: 'host-none', command: script('runHost.mjs', '--folders', '0'), tests: true, needs: ready },
    {
      name: 'host-several',
      command: script('runHost.mjs', '--host', 'web', '--folders', '2'),
      tests: true,
      needs: ready,
    },
    {
      name: 'host-virtual',
      command: script('runHost.mjs', '--host', 'web', '--folders', 'virtual'),
      tests: true,
      needs: ready,
    },
    { name: 'host-restricted', command: script('runHost.mjs', '--restricted'), tests: true, needs: ready },
  ],
  [{ name: 'package', command: script('package.mjs'), needs: ['install'] }],
  [
    {
      name: 'vsix',
      command: script('runWindow.mjs', join('test', 'vsix', 'vsix.test.mjs')),
      tests: true,
      needs: ['install', 'package'],
    },
  ],
];

/** @param {string[]} names */
function choose(names) {
  const stages = rows.flat();
  const unknown = names.find((name) => !stages.some((stage) => stage.name.startsWith(name)));
  if (unknown) throw new Problem(`No stage ${unknown}: choose from ${stages.map(({ name }) => name).join(', ')}.`);
  const chosen = stages.filter((stage) => names.length === 0 || names.some((name) => stage.name.startsWith(name)));
  const needed = new Set(chosen.flatMap(({ needs = [] }) => needs));
  return rows
    .map((row) => row.filter((stage) => chosen.includes(stage) || needed.has(stage.name)))
    .filter((row) => row.length > 0);
}

/**
 * @param {Stage} stage
 * @param {boolean} alone whether its output can be shown as it comes
 * @returns {Promise<{passed: number, failed: number}>}
 */
async function runStage({ name, command, tests = false }, alone) {
  if (!command) {
    await installDependencies();
    return { passed: 0, failed: 0 };
  }
  const [program = '', ...args] = command;
  const { ok, text } = await attempt(program === 'node' ? process.execPath : program, args, {
    cwd: root,
    show: alone,
    minutes: 30,
  });
  if (!alone) console.log(`\n=== ${name}\n${text}`);
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
  for (const row of choose(process.argv.slice(2))) {
    const alone = row.length === 1;
    const names = row.map(({ name }) => name).join(', ');
    console.log(alone ? `\n=== ${names}` : `\nRunning ${names}; each is shown when it has ended.`);
    const waiting = [...row];
    const lane = async () => {
      for (let stage = waiting.shift(); stage; stage = waiting.shift()) {
        const { name, needs = [] } = stage;
        const start = Date.now();
        const missing = needs.find((need) => fallen.has(need));
        if (missing) console.error(`\n=== ${name}\nLeft out, as stage ${missing} failed.`);
        const result = missing ? { passed: 0, failed: 1 } : await runStage(stage, alone).catch(failure);
        if (result.failed > 0) fallen.add(name);
        results.push({ name, time: seconds(start), ...result });
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
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
