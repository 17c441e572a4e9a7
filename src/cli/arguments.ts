import { parseArgs } from 'node:util';
import { Failure } from './failure';

const FORMATS = ['text', 'json', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

export interface LintCommand {
  readonly name: 'lint';
  readonly format: Format;
  readonly profile: string | undefined;
  /** The file to use in place of the nearest `starl.yaml`. */
  readonly config: string | undefined;
  /** Every Markdown file is a story. */
  readonly all: boolean;
  /** The file with the findings that are known. */
  readonly baseline: string | undefined;
  /** Write the baseline instead of going by it. */
  readonly updateBaseline: boolean;
  /** At least one; `-` is standard input. */
  readonly paths: readonly string[];
}

type Command = LintCommand | { readonly name: 'help' } | { readonly name: 'version' };

const OPTIONS = {
  format: { type: 'string' },
  profile: { type: 'string' },
  config: { type: 'string' },
  all: { type: 'boolean' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

export const USAGE = `Usage: starl lint [options] PATH...

Judges interview stories in Markdown files, and in the folders named. PATH "-" reads standard input.

  --format text|json|sarif   how to print what was found (text)
  --profile NAME             the interview that is prepared for, in place of the one in starl.yaml
  --config FILE              use this file in place of the nearest starl.yaml above each story
  --all                      judge every Markdown file as a story, whatever its name
  --baseline FILE            tell only what is not in this file
  --update-baseline          write everything that is found to the baseline
  --help, --version

Exit status: 0 nothing of severity warning or above, 1 something, 2 could not run.
`;

/** Reads the command line. Throws a failure that names what is wrong with it. */
export function readArguments(argv: readonly string[]): Command {
  const { values, positionals } = parse(argv);
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [name, ...paths] = positionals;
  if (name === undefined) throw new Failure('name a command, as in: starl lint stories');
  if (name !== 'lint') throw new Failure(`there is no command "${name}"; there is: lint`);
  const format = FORMATS.find((known) => known === (values.format ?? 'text'));
  if (!format) throw new Failure(`there is no format "${values.format}"; there are: ${FORMATS.join(', ')}`);
  if (paths.length === 0) throw new Failure('name a file or a folder to lint, or - for standard input');
  const { profile, config, all = false, baseline, 'update-baseline': updateBaseline = false } = values;
  if (updateBaseline && baseline === undefined) throw new Failure('--update-baseline needs --baseline FILE');
  return { name, format, profile, config, all, baseline, updateBaseline, paths };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // The first sentence says what is wrong, the others how one might have meant it.
    throw new Failure(error instanceof Error ? error.message.replace(/\. [\s\S]*$/, '') : String(error));
  }
}
