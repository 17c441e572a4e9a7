import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { version } from '../../package.json';
import { oneLine } from '../core/text/oneLine';
import { type ExportCommand, type LintCommand, readArguments, type StatusCommand, USAGE } from './arguments';
import { Failure, told, wentWrong } from './failure';
import { type Format, othersText } from './formats/format';
import { Output } from './output';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read the output has seen enough (`starl lint stories | head`).
  if (error.code !== 'EPIPE') fail(error);
  process.exit();
});

if (!isMainThread && parentPort) {
  const port = parentPort;
  void import('./threads').then(({ serve }) => serve(workerData, port));
} else {
  run(process.argv.slice(2)).then((status) => {
    process.exitCode = status;
  }, fail);
}

async function run(argv: readonly string[]): Promise<number> {
  const command = readArguments(argv);
  if (command.name === 'lint') return lint(command);
  if (command.name === 'status') return status(command);
  if (command.name === 'export') return exportSheet(command);
  return print(command.name === 'help' ? USAGE : `${version}\n`);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

async function status(command: StatusCommand): Promise<number> {
  const found = await (await import('./status')).status(command);
  for (const problem of [...found.problems, ...found.hints]) say(told(problem));
  if (command.format === 'json') print(`${JSON.stringify(found)}\n`);
  else print((await import('./formats/status')).formatStatus(found));
  return found.problems.length > 0 ? 2 : 0;
}

async function exportSheet(command: ExportCommand): Promise<number> {
  let status = 0;
  const sheet = await (await import('./export')).exportSheet(command, (problem) => {
    say(told(problem));
    status = 2;
  });
  print(sheet);
  return status;
}

async function lint(command: LintCommand): Promise<number> {
  // The engine is large; help and version can do without.
  const [{ lint }, format] = await Promise.all([import('./lint'), formatOf(command)]);
  const output = new Output(process.stdout);
  let status = 0;
  let judged = 0;
  const rest = await lint(command, {
    async take(file) {
      judged++;
      const { findings, notes } = file;
      if (findings.some(({ severity }) => severity === 'error' || severity === 'warning')) status = Math.max(status, 1);
      // The other formats have no place for it.
      if (command.format !== 'text') for (const note of notes) say(`${file.path}: ${note}`);
      await output.write(format.file(file));
    },
    refuse(problem) {
      say(told(problem));
      status = 2;
    },
  });
  process.exitCode = status;
  if (status === 2 && judged + rest.others + (rest.off ?? 0) === 0) return status;
  // An empty list may be taken for a story without findings.
  if (command.format !== 'text' && judged === 0 && rest.others > 0)
    say(`no stories found: ${othersText(0, rest.others)}`);
  for (const text of format.end(rest)) await output.write(text);
  await output.flush();
  return status;
}

async function formatOf({ format: name }: LintCommand): Promise<Format> {
  if (name === 'json') return (await import('./formats/json')).jsonFormat();
  if (name === 'sarif') return (await import('./formats/sarif')).sarifFormat(version);
  const { textFormat } = await import('./formats/text');
  // Node's own reading of NO_COLOR, FORCE_COLOR and TERM.
  const coloured = process.stdout.isTTY && process.stdout.hasColors();
  const { styleText } = await import('node:util');
  return textFormat(coloured ? styleText : (_, text) => text);
}

function fail(error: unknown): void {
  const message = error instanceof Failure ? error.message : wentWrong(error);
  say(message);
  process.exitCode = 2;
}

function say(message: string): void {
  process.stderr.write(`starl: ${oneLine(message)}\n`);
}
