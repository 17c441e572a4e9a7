// @ts-check
// What a change has to pass, stage by stage.
import { join } from 'node:path';
import { Problem } from './command.mjs';
import { newest, oldest } from './pins.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} [command] what it runs; `node` and a script, or `npm run` and a name
 * @property {boolean} [tests] it runs tests, so none at all is a failure
 * @property {boolean} [again] what failed in it is run once more, in a fresh VS Code and with nothing beside it
 * @property {string[]} [needs] stages without which it cannot run
 */

const mocha = join('node_modules', 'mocha', 'bin', 'mocha.js');

/** @param {string} name @param {string[]} args */
const script = (name, ...args) => ['node', join('test', 'vscode', name), ...args];

const built = ['install', 'build'];
/** Suites in VS Code wait for a program that the machine may leave waiting itself. */
const inVscode = { tests: true, again: true, needs: [...built, 'get'] };

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
    { name: 'host-node', command: script('runHost.mjs', '--version', newest), ...inVscode },
    { name: 'host-web', command: script('runHost.mjs', '--host', 'web'), ...inVscode },
    { name: 'window', command: script('runWindow.mjs'), ...inVscode },
    // What the examples of every rule come to does not hang on the version.
    {
      name: 'host-oldest',
      command: script('runHost.mjs', '--version', oldest, '-g', '^(?!every )'),
      ...inVscode,
    },
    { name: 'harness', command: script('harness.mjs'), ...inVscode, again: false },
    { name: 'host-none', command: script('runHost.mjs', '--folders', '0'), ...inVscode },
    {
      name: 'host-several',
      command: script('runHost.mjs', '--host', 'web', '--folders', '2'),
      ...inVscode,
    },
    {
      name: 'host-virtual',
      command: script('runHost.mjs', '--host', 'web', '--folders', 'virtual'),
      ...inVscode,
    },
    { name: 'host-restricted', command: script('runHost.mjs', '--restricted'), ...inVscode },
  ],
  [{ name: 'package', command: script('package.mjs'), needs: ['install'] }],
  [
    {
      name: 'vsix',
      command: script(
        'runWindow.mjs',
        ...['vsix', 'enablement'].map((name) => join('test', 'vsix', `${name}.test.mjs`)),
      ),
      ...inVscode,
      needs: ['install', 'package'],
    },
  ],
];

/**
 * The stages whose names start with one of these, and what they need; all of them where none is named.
 * @param {string[]} names
 */
export function choose(names) {
  const stages = rows.flat();
  const unknown = names.find((name) => !stages.some((stage) => stage.name.startsWith(name)));
  if (unknown) throw new Problem(`No stage ${unknown}: choose from ${stages.map(({ name }) => name).join(', ')}.`);
  const chosen = stages.filter((stage) => names.length === 0 || names.some((name) => stage.name.startsWith(name)));
  const needed = new Set(chosen.flatMap(({ needs = [] }) => needs));
  return rows
    .map((row) => row.filter((stage) => chosen.includes(stage) || needed.has(stage.name)))
    .filter((row) => row.length > 0);
}
