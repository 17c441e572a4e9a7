import { KNOWN_RULES } from '../core/config/knownRules';
import { escapeMarkdown } from '../core/text/escapeMarkdown';
import { benchTable } from './bench';
import { qualityTable } from './quality';
import { reliabilityTable } from './reliability';

const SECTIONS = [
  { name: 'rules', note: '<!-- Generated from the rules by "npm run generate". -->', text: ruleTable },
  {
    name: 'quality',
    note: '<!-- Generated from test/quality/results.json by "npm run generate". -->',
    text: qualityTable,
  },
  {
    name: 'performance',
    note: '<!-- Generated from test/bench/results.json by "npm run generate". -->',
    text: benchTable,
  },
  {
    name: 'reliability',
    note: '<!-- Generated from test/fuzz/results.json and soak.json by "npm run generate". -->',
    text: reliabilityTable,
  },
];

/** The README with what is generated between the marks of each section; undefined where it lacks one. */
export function readmeText(current: string): string | undefined {
  let readme = current;
  for (const { name, note, text } of SECTIONS) {
    const open = `<!-- ${name}:start -->`;
    const start = readme.indexOf(open);
    const end = readme.indexOf(`<!-- ${name}:end -->`);
    if (start < 0 || end < start) return undefined;
    readme = `${readme.slice(0, start)}${open}\n${note}\n\n${text()}\n\n${readme.slice(end)}`;
  }
  return readme;
}

function ruleTable(): string {
  const rows = KNOWN_RULES.map(({ id, title, severity }) => `| \`${id}\` | ${cell(title)} | ${severity} |`);
  return ['| Rule | What it points out | Severity |', '| --- | --- | --- |', ...rows].join('\n');
}

function cell(text: string): string {
  return escapeMarkdown(text).replaceAll('|', '\\|');
}
