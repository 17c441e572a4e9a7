// Runs the host suite inside VS Code's extension host, in Node or in a web worker: so mocha's browser build, whose
// describe and it become global here. Import this before the tests.
import 'mocha/mocha.js';
import { workspace } from 'vscode';
import { pause } from './assert';
import { catchStrayErrors } from './strayErrors';

class Report extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner) {
    super(runner);
    report(runner, this.stats);
  }
}

const mocha = new Mocha({ ui: 'bdd', timeout: 90_000, reporter: Report });
mocha.suite.emit('pre-require', globalThis, '', mocha);

/** Called by VS Code; a rejection fails the run. */
export async function run(): Promise<void> {
  const strays = catchStrayErrors();
  mocha.grep(new RegExp(workspace.getConfiguration('starlTest').get('grep', '')));
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  // What the last test has left behind comes a little later.
  await pause(500);
  for (const stack of strays) say(`Not caught by anyone:\n${stack}`);
  if (strays.length > 0) say(`\n  ${failures + strays.length} failing, with what nobody caught`);
  if (mocha.suite.total() === 0) throw new Error('no test ran');
  if (failures + strays.length > 0) throw new Error(`${failures} failing, ${strays.length} stray errors`);
}

/** Logs lines marked as the suite's own: the log is the only way out of both kinds of host, and VS Code uses it too. */
function say(text: string): void {
  console.log(text.replace(/^/gm, '│ '));
}

/** Reports as mocha's own reporter `spec` does. */
function report(runner: Mocha.Runner, stats: Mocha.Stats): void {
  const failed: Mocha.Test[] = [];
  const indent = (test: Mocha.Suite | Mocha.Test) => '  '.repeat(test.titlePath().length);
  runner.on('suite', (suite) => suite.title && say(`${indent(suite)}${suite.title}`));
  runner.on('pass', (test) => say(`${indent(test)}✔ ${test.title} (${test.duration} ms)`));
  runner.on('pending', (test) => say(`${indent(test)}- ${test.title}`));
  runner.on('fail', (test, error) => {
    failed.push(Object.assign(test, { err: error }));
    say(`${indent(test)}✖ ${test.title}`);
  });
  runner.on('end', () => {
    say(`\n  ${stats.passes} passing (${stats.duration} ms)\n  ${stats.failures} failing\n  ${stats.pending} pending`);
    for (const [index, test] of failed.entries())
      say(`\n  ${index + 1}) ${test.titlePath().join('\n       ')}:\n\n${test.err?.stack}`);
  });
}
