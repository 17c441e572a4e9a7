// @ts-check
// Running other programs, and failing in one sentence.
import { spawn } from 'node:child_process';

/** A failure that its message explains; it is shown without a stack. */
export class Problem extends Error {}

/**
 * Runs the main function of a script: a Problem is one line on standard error, and any failure is a status of 1.
 * @param {() => Promise<void>} script
 */
export function main(script) {
  script().then(
    () => process.exit(),
    (error) => {
      console.error(error instanceof Problem ? error.message : error);
      process.exit(1);
    },
  );
}

/**
 * Says what is being done and about how long it takes, then how long it took.
 * @template T
 * @param {string} what
 * @param {string} about
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, about, work) {
  console.log(`${what} (about ${about})...`);
  const start = Date.now();
  const result = await work();
  console.log(`${what}: done in ${seconds(start)}`);
  return result;
}

/** @param {number} start */
export function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {number} [minutes] how long it may take; 10 unless said
 * @property {boolean} [show] pass its output on while it runs
 */

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ok: boolean, text: string}>} whether it succeeded, and all that it printed
 */
export function attempt(program, args, { cwd, env, minutes = 10, show = false } = {}) {
  return new Promise((resolve) => {
    let text = '';
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: minutes * 60_000,
      shell: process.platform === 'win32',
    });
    /** @type {(target: NodeJS.WriteStream) => (chunk: Buffer) => void} */
    const collect = (target) => (chunk) => {
      text += chunk;
      if (show) target.write(chunk);
    };
    child.stdout.on('data', collect(process.stdout));
    child.stderr.on('data', collect(process.stderr));
    child.on('error', (error) => resolve({ ok: false, text: error.message }));
    child.on('close', (code, signal) => {
      const ended = signal === 'SIGTERM' ? `\nstopped after ${minutes} minutes` : '';
      resolve({ ok: code === 0, text: text + ended });
    });
  });
}

/**
 * Runs a program that must succeed.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions & {advice: string}} options `advice` tells what to do when it fails
 * @returns {Promise<string>} what it printed
 */
export async function run(program, args, { advice, ...options }) {
  const { ok, text } = await attempt(program, args, options);
  if (ok) return text;
  const end = withoutHosts(text).trim().split('\n').slice(-15).join('\n');
  throw new Problem(`${end}\n"${program} ${args.slice(0, 3).join(' ')}" failed: ${advice}`);
}

/**
 * Runs npm, which is to say what went wrong however it was called itself.
 * @param {string[]} args
 * @param {RunOptions & {advice?: string}} options
 */
export function npm(args, options) {
  const advice = 'check that npm reaches a registry (npm ping), then run this again.';
  return run('npm', [...args, '--loglevel=error', '--no-audit', '--no-fund'], { advice, ...options });
}

/**
 * Output of npm and apt names the machine's own mirrors, which are nobody else's business.
 * @param {string} text
 */
function withoutHosts(text) {
  return text.replace(/\b(https?:\/\/)[^/\s"']+/g, '$1...');
}
