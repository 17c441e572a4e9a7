// @ts-check
// Runs everything that a change has to pass, from a bare checkout. `npm test -- unit window` runs only the stages that
// are named, after what they need; `npm test -- host` runs every stage whose name starts so.
import { stripVTControlCharacters } from 'node:util';
import { attempt, main, Problem, seconds } from './command.mjs';
import { installDependencies } from './dependencies.mjs';
import { root } from './pins.mjs';
import { choose } from './stages.mjs';
import { readFailures, readTotals, sameSuites } from './totals.mjs';

/** How many stages run at the same time: those in VS Code wait more than they compute. */
const LANES = 2;

/**
 * @typedef {object} Result
 * @property {import('./stages.mjs').Stage} stage
 * @property {string} time
 * @property {number} passed
 * @property {number} failed
 * @property {string[][]} failures the tests that failed: their suites and titles; what else fails a stage is counted only
 */

/** @typedef {Omit<Result, 'stage' | 'time'>} Outcome */

/** @type {Outcome} */
const BROKEN = { passed: 0, failed: 1, failures: [] };

/**
 * @param {import('./stages.mjs').Stage} stage
 * @param {boolean} alone whether its output can be shown as it comes
 * @param {string[]} more options for its command
 * @returns {Promise<Outcome>}
 */
async function runStage({ name, command, tests = false }, alone, more = []) {
  if (!command) {
    await installDependencies();
    return { passed: 0, failed: 0, failures: [] };
  }
  const [program = '', ...args] = [...command, ...more];
  const { ok, text } = await attempt(program === 'node' ? process.execPath : program, args, {
    cwd: root,
    show: alone,
    minutes: 30,
  });
  if (!alone) console.log(`\n=== ${name}\n${text}`);
  const report = stripVTControlCharacters(text);
  const totals = tests ? readTotals(report) : undefined;
  if (ok && tests && !totals) console.error(`Stage ${name} ran no test.`);
  const failed = totals?.failing ?? 0;
  const isBroken = !ok || (tests && !totals);
  return {
    passed: totals?.passing ?? 0,
    failed: isBroken ? Math.max(failed, 1) : failed,
    failures: tests ? readFailures(report) : [],
  };
}

/**
 * Runs a stage beside another one, or leaves it out where one that it needs has failed.
 * @param {import('./stages.mjs').Stage} stage
 * @param {boolean} alone
 * @param {ReadonlySet<string>} fallen names of the stages that failed
 * @returns {Promise<Result>}
 */
async function take(stage, alone, fallen) {
  const start = Date.now();
  const missing = stage.needs?.find((need) => fallen.has(need));
  if (missing) console.error(`\n=== ${stage.name}\nLeft out, as stage ${missing} failed.`);
  const outcome = missing ? BROKEN : await runStage(stage, alone).catch(failure);
  return { stage, time: seconds(start), ...outcome };
}

/**
 * Runs the suites of the tests that failed once more, with nothing beside them. What passes now is told as unsteady; what
 * fails again, or failed for more than its tests, stays failed.
 * @param {Result} result
 */
async function runAgain(result) {
  const { stage, failures, failed } = result;
  if (!stage.again || failures.length === 0 || failures.length < failed) return;
  console.log(`\n=== ${stage.name}, once more: the suites in which a test failed`);
  const { failed: still } = await runStage(stage, true, ['-g', sameSuites(failures)]).catch(failure);
  if (still === 0) Object.assign(result, { passed: result.passed + failed, failed: 0 });
}

/** @param {Result[]} results */
function tell(results) {
  console.log('');
  for (const { stage, time, passed, failed } of results)
    console.log(`${stage.name.padEnd(15)} ${time.padStart(8)} ${String(passed).padStart(5)} passed ${failed} failed`);
  for (const { stage, failed, failures } of results)
    for (const titles of failures)
      console.log(`${failed > 0 ? 'Failed' : 'Unsteady, passed by itself'}: ${stage.name}: ${titles.join(' > ')}`);
  const sum = (/** @type {'passed' | 'failed'} */ kind) => results.reduce((total, result) => total + result[kind], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed');
}

/**
 * @param {Error} error
 * @returns {Outcome}
 */
function failure(error) {
  console.error(error instanceof Problem ? error.message : error);
  return BROKEN;
}

main(async () => {
  /** @type {Result[]} */
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
        const result = await take(stage, alone, fallen);
        if (result.failed > 0) fallen.add(stage.name);
        results.push(result);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }
  for (const result of results) await runAgain(result);
  if (tell(results) > 0) process.exit(1);
});
