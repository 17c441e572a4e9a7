import results from '../../test/quality/results.json';

interface Figures {
  readonly precision?: number;
  readonly recall?: number;
}

interface Measured {
  readonly name: string;
  readonly sentences?: Readonly<Record<string, Figures>>;
  readonly stories: Readonly<Record<string, Figures>>;
  readonly alarmsPerThousandCleanWords: number;
  readonly nearMissesFlagged: string;
}

const SETS: readonly Measured[] = results;

const percent = (value: number | undefined): string => (value === undefined ? '–' : `${value} %`);
const both = (figures: Figures | undefined): string =>
  figures ? `${percent(figures.precision)} / ${percent(figures.recall)}` : '–';

/** What `npm run quality` has measured, as a table for the README. */
export function qualityTable(): string {
  const columns = SETS.flatMap(({ name, sentences }) => [
    ...(sentences ? [`${name}, sentences`] : []),
    `${name}, stories`,
  ]);
  const rules = [
    ...new Set(SETS.flatMap(({ sentences, stories }) => [...Object.keys(sentences ?? {}), ...Object.keys(stories)])),
  ];
  const rows = rules.map((rule) => [`\`${rule}\``, ...SETS.flatMap((set) => cells(set, rule))]);
  const lines = [['Rule', ...columns], ['---', ...columns.map(() => '--:')], ...rows].map(
    (row) => `| ${row.join(' | ')} |`,
  );
  const remarks = SETS.map(
    ({ name, alarmsPerThousandCleanWords, nearMissesFlagged }) =>
      `- ${name}: ${alarmsPerThousandCleanWords} false alarms in 1,000 words of stories without a fault; ${nearMissesFlagged} innocent look-alikes flagged.`,
  );
  return [...lines, '', ...remarks].join('\n');
}

function cells({ sentences, stories }: Measured, rule: string): string[] {
  return [...(sentences ? [both(sentences[rule])] : []), both(stories[rule])];
}

/** How well one rule judges, for its page; empty where it was not measured. */
export function qualityOf(rule: string): string {
  const rows = SETS.flatMap(({ name, sentences, stories }) => [
    ...(sentences?.[rule] ? [`| ${name}, sentences | ${both(sentences[rule])} |`] : []),
    ...(stories[rule] ? [`| ${name}, stories | ${both(stories[rule])} |`] : []),
  ]);
  if (rows.length === 0) return '';
  return [
    '',
    '## How well it judges',
    '',
    'Precision (how many of its findings are right) and recall (how many faults it finds), measured on labeled texts:',
    '',
    '| Texts | Precision / recall |',
    '| --- | --: |',
    ...rows,
    '',
  ].join('\n');
}
