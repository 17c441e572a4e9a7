// @ts-check
// Runs the compiled host suite in the real VS Code.
// Options: --host node|web (Node or web-worker extension host), --version of VS Code, --minutes to wait at most,
// -g to run only the tests whose full titles match a regular expression, --folders of the workspace (0, 2, or virtual for one
// that is on no disk), --restricted where they are not trusted: with either, the suite for such windows runs in place of the other.
// --suite to run another one still.
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { main, Problem } from './command.mjs';
import { get } from './get.mjs';
import { newest, output, root } from './pins.mjs';
import { readTotals } from './totals.mjs';
import { startWorkbench } from './workbench.mjs';

async function runHost() {
  const { values } = parseArgs({
    options: {
      host: { type: 'string', default: 'node' },
      version: { type: 'string', default: newest },
      minutes: { type: 'string', default: '20' },
      grep: { type: 'string', short: 'g', default: '' },
      folders: { type: 'string', default: '1' },
      restricted: { type: 'boolean', default: false },
      suite: { type: 'string', default: '' },
    },
  });
  const { host, version, restricted } = values;
  const folders =
    values.folders === 'virtual' ? 'virtual' : values.folders === '0' ? 0 : values.folders === '2' ? 2 : 1;
  const suite = values.suite || (folders === 1 && !restricted ? '' : 'folders');
  const tests = join(output, 'test', 'host', `${suite === '' ? '' : `${suite}-`}${host}.js`);
  if (!existsSync(tests))
    throw new Problem(`No ${tests}: run "node esbuild.js --tests" first, and give --host node or web.`);
  await get({ versions: [version] });

  const more = [suite, folders === 1 ? '' : folders, restricted ? 'restricted' : ''].filter((one) => one !== '');
  const log = join(output, 'logs', `host-${[host, version, ...more].join('-')}.log`);
  console.log(`Host suite in the ${host} extension host of VS Code ${version}; all that VS Code logs goes to ${log}`);
  const settings = settingsFor(host, values.grep);
  const workbench = await startWorkbench({ version, tests, settings, folders, restricted });
  try {
    const { code, report, errors } = await suiteEnd(workbench, Number(values.minutes), log);
    const totals = readTotals(report);
    for (const error of errors) console.error(`Taken by VS Code, and not caught by anyone else:\n${error}`);
    if (errors.length > 0) console.log(`\n  ${(totals?.failing ?? 0) + errors.length} failing, with what VS Code took`);
    if (!totals) throw new Problem(`No test ran in the ${host} host of VS Code ${version}; see ${log}.`);
    if (code !== 0 || totals.failing + errors.length > 0)
      throw new Problem(`The host suite failed (${host}, VS Code ${version}).`);
  } finally {
    await workbench.close();
  }
}

/** Settings are the only way into both kinds of host. @param {string} host @param {string} grep */
function settingsFor(host, grep) {
  const { publisher, name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const only = { 'starlTest.grep': grep };
  return host === 'web' ? { ...only, 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } } : only;
}

/**
 * Opens VS Code, passes on what the suite says, and waits until VS Code reports its end. Errors are those of ours that VS Code
 * takes itself, as from listeners: it names the extension on the console, and goes on.
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {number} minutes
 * @param {string} log
 */
async function suiteEnd({ page, open }, minutes, log) {
  let report = '';
  /** @type {string[]} */
  const errors = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().startsWith('[starl.starl]')) errors.push(message.text());
  });
  mkdirSync(join(output, 'logs'), { recursive: true });
  const file = createWriteStream(log);
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _level, /** @type {unknown[]} */ args) => {
    const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
    file.write(`${text}\n`);
    if (!text.startsWith('│ ')) return;
    const lines = text.replace(/^│ /gm, '');
    report += `${lines}\n`;
    console.log(lines);
  });
  /** @type {(code: number) => void} */
  let end = () => {};
  const exit = new Promise((resolve) => {
    end = resolve;
  });
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => end(code));
  await open();
  const code = await Promise.race([exit, setTimeout(minutes * 60_000, undefined, { ref: false })]);
  if (code !== undefined) return { code, report, errors };
  const picture = join(output, 'screenshots', 'host-suite-did-not-end.png');
  await page.screenshot({ path: picture });
  throw new Problem(`The host suite did not end within ${minutes} minutes; ${picture} shows where VS Code stood.`);
}

main(runHost);
