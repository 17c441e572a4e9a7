import { counted } from '../../core/text/counted';
import { MOST_SHOWN } from '../../core/text/limits';
import { oneLine } from '../../core/text/oneLine';
import { SEVERITIES, type Severity } from '../../core/types';
import type { FileReport } from '../lint';
import { type Format, othersText } from './format';

/** Colours a piece of text. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow' | 'cyan', text: string) => string;

const STYLES = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'dim' } as const;
const PLURALS = { error: 'errors', warning: 'warnings', information: 'information', hint: 'hints' } as const;

/** How much was found in how many files. */
interface Tally {
  files: number;
  touched: number;
  readonly severities: Record<Severity, number>;
}

/** Lines as a compiler writes them, a group a file, and a summary. */
export function textFormat(paint: Paint): Format {
  const tally: Tally = { files: 0, touched: 0, severities: { error: 0, warning: 0, information: 0, hint: 0 } };
  return {
    file(file) {
      const { findings } = file;
      tally.files++;
      if (findings.length > 0) tally.touched++;
      for (const { severity } of findings) tally.severities[severity]++;
      const group = formatFile(file, paint);
      return group === '' ? '' : `${group}\n`;
    },
    end: ({ others, off = 0, known = 0 }) => [
      paint('bold', summarise(tally, known)),
      formatKnown(known),
      others === 0 ? '' : ` ${othersText(tally.files, others)}`,
      `${formatOff(off)}\n`,
    ],
  };
}

function formatFile({ path, findings, notes }: FileReport, paint: Paint): string {
  const shown = oneLine(path);
  const rows = findings.slice(0, MOST_SHOWN).map(({ rule, severity, message, start, words = '' }) => ({
    place: `${shown}:${start.line}:${start.column}`,
    severity,
    message: oneLine(message),
    rule,
    words,
  }));
  const places = Math.max(...rows.map(({ place }) => place.length));
  const severities = Math.max(...rows.map(({ severity }) => severity.length));
  return [
    ...[...notes, ...cutOff(findings.length)].map((note) => `${shown}: ${oneLine(note)}\n`),
    ...rows.map(({ place, severity, message, rule, words }) => {
      const level = paint(STYLES[severity], severity.padEnd(severities));
      const quoted = words === '' ? '' : `    ${paint('dim', `“${oneLine(words)}”`)}\n`;
      return `${place.padEnd(places)}  ${level}  ${message}  ${paint('dim', rule)}\n${quoted}`;
    }),
  ].join('');
}

function cutOff(findings: number): string[] {
  if (findings <= MOST_SHOWN) return [];
  return [`Only the first ${MOST_SHOWN} of ${findings} findings are shown; --format json prints them all.`];
}

function summarise({ files, touched, severities }: Tally, known: number): string {
  const findings = SEVERITIES.reduce((sum, severity) => sum + severities[severity], 0);
  if (findings === 0)
    return files === 0 ? 'No stories found.' : `Nothing ${known > 0 ? 'new ' : ''}found in ${counted(files, 'file')}.`;
  const levels = SEVERITIES.map((severity) => formatLevel(severity, severities[severity]));
  const where = touched === files ? counted(files, 'file') : `${touched} of ${counted(files, 'file')}`;
  return `${counted(findings, 'finding')} in ${where}: ${levels.filter((level) => level !== '').join(', ')}.`;
}

function formatLevel(severity: Severity, number: number): string {
  if (number === 0) return '';
  return counted(number, severity, PLURALS[severity]);
}

function formatKnown(known: number): string {
  if (known === 0) return '';
  return ` ${counted(known, 'finding')} ${known === 1 ? 'is' : 'are'} in the baseline.`;
}

function formatOff(off: number): string {
  return off === 0 ? '' : ` ${counted(off, 'file says', 'files say')} "starl: off".`;
}
