import { version } from '../../package.json';
import { oneLine } from '../core/text/oneLine';
import { type LintCommand, readArguments, USAGE } from './arguments';
import { Failure } from './failure';
import type { LintResult } from './lint';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read the output has seen enough (`starl lint stories | head`).
  if (error.code !== 'EPIPE') fail(error);
  process.exit();
});

run(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
}, fail);

async function run(argv: readonly string[]): Promise<number> {
  const command = readArguments(argv);
  if (command.name === 'lint') return lint(command);
  process.stdout.write(command.name === 'help' ? USAGE : `${version}\n`);
  return 0;
}

async function lint(command: LintCommand): Promise<number> {
  // The engine is large; help and version can do without.
  const result = await (await import('./lint')).lint(command);
  const failed = result.files.some(({ report }) =>
    report.findings.some(({ severity }) => severity === 'error' || severity === 'warning'),
  );
  process.exitCode = failed ? 1 : 0;
  process.stdout.write(await format(command, result));
  return process.exitCode;
}

async function format({ format: name }: LintCommand, result: LintResult): Promise<string> {
  if (name === 'json') return (await import('./formats/json')).formatJson(result.files);
  if (name === 'sarif') return (await import('./formats/sarif')).formatSarif(result.files, version);
  const { formatText } = await import('./formats/text');
  // Node's own reading of NO_COLOR, FORCE_COLOR and TERM.
  const coloured = process.stdout.isTTY && process.stdout.hasColors();
  const { styleText } = await import('node:util');
  return formatText(result, coloured ? styleText : (_, text) => text);
}

function fail(error: unknown): void {
  const message = error instanceof Failure ? error.message : `something went wrong: ${String(error)}`;
  process.stderr.write(`starl: ${oneLine(message)}\n`);
  process.exitCode = 2;
}
