import { oneLine } from '../../core/text/oneLine';
import { SEVERITIES, type Severity } from '../../core/types';
import type { FileReport, LintResult } from '../lint';

/** Colours a piece of text. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow' | 'cyan', text: string) => string;

const STYLES = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'dim' } as const;
const PLURALS = { error: 'errors', warning: 'warnings', information: 'information', hint: 'hints' } as const;

/** Lines as a compiler writes them, a group a file, and a summary. */
export function formatText({ files, others, known = 0 }: LintResult, paint: Paint): string {
  const groups = files.map((file) => formatFile(file, paint)).filter((group) => group !== '');
  return [
    ...groups,
    `${paint('bold', summarise(files, known))}${formatKnown(known)}${formatOthers(files.length, others)}\n`,
  ].join('\n');
}

function formatFile({ path, report: { findings, notes } }: FileReport, paint: Paint): string {
  const shown = oneLine(path);
  const rows = findings.map(({ rule, severity, message, start }) => ({
    place: `${shown}:${start.line}:${start.column}`,
    severity,
    message: oneLine(message),
    rule,
  }));
  const places = Math.max(...rows.map(({ place }) => place.length));
  const severities = Math.max(...rows.map(({ severity }) => severity.length));
  return [
    ...notes.map((note) => `${shown}: ${oneLine(note)}\n`),
    ...rows.map(({ place, severity, message, rule }) => {
      const level = paint(STYLES[severity], severity.padEnd(severities));
      return `${place.padEnd(places)}  ${level}  ${message}  ${paint('dim', rule)}\n`;
    }),
  ].join('');
}

function summarise(files: readonly FileReport[], known: number): string {
  const findings = files.flatMap(({ report }) => report.findings);
  if (findings.length === 0)
    return files.length === 0
      ? 'No stories found.'
      : `Nothing ${known > 0 ? 'new ' : ''}found in ${count(files.length, 'file')}.`;
  const levels = SEVERITIES.map((severity) =>
    tally(severity, findings.filter((finding) => finding.severity === severity).length),
  );
  const touched = files.filter(({ report }) => report.findings.length > 0).length;
  const where = touched === files.length ? count(files.length, 'file') : `${touched} of ${count(files.length, 'file')}`;
  return `${count(findings.length, 'finding')} in ${where}: ${levels.filter((level) => level !== '').join(', ')}.`;
}

function tally(severity: Severity, number: number): string {
  if (number === 0) return '';
  return `${number} ${number === 1 ? severity : PLURALS[severity]}`;
}

function formatKnown(known: number): string {
  if (known === 0) return '';
  return ` ${count(known, 'finding')} ${known === 1 ? 'is' : 'are'} in the baseline.`;
}

function formatOthers(ours: number, others: number): string {
  if (others === 0) return '';
  const more = `${ours === 0 ? '' : 'other '}file`;
  return ` ${count(others, more)} ${others === 1 ? 'does not look like a story' : 'do not look like stories'}: put "starl: story" into the front matter, or use --all.`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
