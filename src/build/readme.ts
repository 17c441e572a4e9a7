import { KNOWN_RULES } from '../core/config/knownRules';
import { escapeMarkdown } from '../core/text/escapeMarkdown';

const START = '<!-- rules:start -->';
const END = '<!-- rules:end -->';
const NOTE = '<!-- Generated from the rules by "npm run generate". -->';

/** The README with the table of rules between its two marks; undefined where it lacks them. */
export function readmeText(current: string): string | undefined {
  const start = current.indexOf(START);
  const end = current.indexOf(END);
  if (start < 0 || end < start) return undefined;
  const rows = KNOWN_RULES.map(({ id, title, severity }) => `| \`${id}\` | ${cell(title)} | ${severity} |`);
  const table = ['| Rule | What it points out | Severity |', '| --- | --- | --- |', ...rows].join('\n');
  return `${current.slice(0, start)}${START}\n${NOTE}\n\n${table}\n\n${current.slice(end)}`;
}

function cell(text: string): string {
  return escapeMarkdown(text).replaceAll('|', '\\|');
}
