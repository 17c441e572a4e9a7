import { parseArgs } from 'node:util';
import { Failure } from './failure';

const FORMATS = ['text', 'json', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];
const STATUS_FORMATS = ['text', 'json'] as const;
const EXPORT_FORMATS = ['html', 'markdown'] as const;

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

export interface StatusCommand {
  readonly name: 'status';
  readonly format: (typeof STATUS_FORMATS)[number];
  readonly profile: string | undefined;
  /** Where the preparation is. */
  readonly folder: string;
}

export interface ExportCommand {
  readonly name: 'export';
  readonly format: (typeof EXPORT_FORMATS)[number];
  readonly profile: string | undefined;
  /** The title of the round that the cue sheet is for; the whole interview where it is left out. */
  readonly round: string | undefined;
  readonly folder: string;
}

type Command = LintCommand | StatusCommand | ExportCommand | { readonly name: 'help' } | { readonly name: 'version' };

const OPTIONS = {
  format: { type: 'string' },
  profile: { type: 'string' },
  config: { type: 'string' },
  all: { type: 'boolean' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  round: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** The options that a command takes. */
const TAKES = {
  lint: ['format', 'profile', 'config', 'all', 'baseline', 'update-baseline'],
  status: ['format', 'profile'],
  export: ['format', 'profile', 'round'],
} as const;
const COMMANDS = ['lint', 'status', 'export'] as const;

export const USAGE = `Usage: starl lint [options] PATH...
       starl status [options] [FOLDER]
       starl export [options] [FOLDER]

lint judges interview stories in Markdown files, and in the folders named. PATH "-" reads standard input.

  --format text|json|sarif   how to print what was found (text)
  --profile NAME             the interview that is prepared for, in place of the one in starl.yaml
  --config FILE              use this file in place of the nearest starl.yaml above each story
  --all                      judge every Markdown file as a story, whatever its name
  --baseline FILE            tell only what is not in this file
  --update-baseline          write everything that is found to the baseline

status tells how the preparation in a folder stands: checklist, stories, coverage, plan, rounds and mocks.

  --format text|json         how to print it (text)
  --profile NAME             as above

export prints a cue sheet: five lines a story on one page, without confidential terms.

  --format html|markdown     as a page to be printed, or as Markdown (html)
  --round TITLE              for this round of starl.yaml, in place of the whole interview
  --profile NAME             as above

  --help, --version

Exit status: 0 all went well, 1 lint has found something of severity warning or above, 2 could not run, or could not
read a file, which standard error names; the others are shown all the same.
`;

/** Reads the command line. Throws a failure that names what is wrong with it. */
export function readArguments(argv: readonly string[]): Command {
  const { values, positionals } = parse(argv);
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [word, ...paths] = positionals;
  if (word === 'help') return { name: 'help' };
  if (word === undefined) throw new Failure('name a command, as in: starl lint stories');
  const name = COMMANDS.find((known) => known === word);
  if (!name)
    throw new Failure(`there is no command "${word}"; there are: ${COMMANDS.join(', ')}; starl --help tells of them`);
  const takes: readonly string[] = TAKES[name];
  const stranger = Object.keys(values).find((option) => !takes.includes(option));
  if (stranger) throw new Failure(`"${name}" has no option --${stranger}`);
  const { profile, config, all = false, baseline, 'update-baseline': updateBaseline = false, round } = values;
  if (name === 'lint') {
    const format = oneOf(FORMATS, values.format ?? 'text');
    if (paths.length === 0) throw new Failure('name a file or a folder to lint, or - for standard input');
    if (updateBaseline && baseline === undefined) throw new Failure('--update-baseline needs --baseline FILE');
    return { name, format, profile, config, all, baseline, updateBaseline, paths };
  }
  const [folder = '.', ...more] = paths;
  if (more.length > 0) throw new Failure(`name one folder for "${name}"`);
  if (name === 'status') return { name, format: oneOf(STATUS_FORMATS, values.format ?? 'text'), profile, folder };
  return { name, format: oneOf(EXPORT_FORMATS, values.format ?? 'html'), profile, round, folder };
}

function oneOf<T extends string>(known: readonly T[], wanted: string): T {
  const format = known.find((one) => one === wanted);
  if (!format) throw new Failure(`there is no format "${wanted}"; there are: ${known.join(', ')}`);
  return format;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // The first sentence says what is wrong, the others how one might have meant it.
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new Failure(first.replace(/(?<!\w)'|'(?!\w)/g, '"'));
  }
}
