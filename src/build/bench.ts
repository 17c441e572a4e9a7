import results from '../../test/bench/results.json';

interface Figure {
  readonly median: number;
}

const NAMES: Readonly<Record<string, string>> = { starl: '**Starl**', harper: 'harper.js' };

/** What `npm run bench` has measured beside other linters, as a table for the README. */
export function benchTable(): string {
  const { machine, words, story, document, key, cold, memory, keyByLength } = results;
  const columns: readonly Readonly<Record<string, Figure>>[] = [story, document, key, cold, memory];
  const rows = Object.keys(story).map((name) => {
    const cells = columns.map((figures) => rounded(figures[name]?.median ?? 0));
    return [NAMES[name] ?? name, ...cells];
  });
  const heads = [
    'Linter',
    `A story of ${words.story} words`,
    `${words.document.toLocaleString('en')} words`,
    'One key in these',
    'From nothing to the first result',
    'Memory at most, MB',
  ];
  return [
    row(heads),
    row(heads.map((_, i) => (i === 0 ? '---' : '--:'))),
    ...rows.map(row),
    '',
    `Milliseconds, medians of one run on ${machine.date}, ${machine.processors} × ${machine.processor}, Node ${machine.node}, load average ${machine.load}; only ratios within a run hold. One key in ${words.veryLong.toLocaleString('en')} words takes ${rounded(keyByLength[100000].median)} ms. Versions, spread, budgets and what misses them: \`test/bench/RESULTS.md\`; rerun with \`npm run bench\`.`,
  ].join('\n');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const rounded = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(2)));
