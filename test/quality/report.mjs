// @ts-check
// `npm run quality`: measures the judge, prints a table and writes results.json, from which README and rule pages are generated.
//   node test/quality/report.mjs [DEVELOPMENT_STORIES.jsonl]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createLinter } from '../../dist/core.js';
import { load } from '../../src/build/esbuild/load.js';
import { plugins } from '../../src/build/esbuild/targets.js';
import { figures, measureSentences, measureStories, readRecords, readSet } from './measure.mjs';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const development = process.argv[2] ?? here('../../../shared/corpus/dev.jsonl');
const linter = createLinter();
/** @type {typeof import('../../src/core/rules')} */
const { RULES } = await load(here('../../src/core/rules/index.ts'), plugins);
const sentenceRules = new Set(RULES.filter(({ scope }) => scope === 'sentence').map(({ id }) => id));
const heldBack = readSet(here('heldback'));

/** @type {Record<string, { sentences?: Map<string, import('./measure.mjs').Tally>, stories: ReturnType<typeof measureStories> }>} */
const sets = {
  'held back': {
    sentences: measureSentences(linter, heldBack.sentences),
    stories: measureStories(linter, heldBack.stories, sentenceRules),
  },
};
if (existsSync(development)) {
  sets.development = { stories: measureStories(linter, readRecords(development), sentenceRules) };
} else {
  console.log(
    `No development stories at ${development}: name their file (npm run quality -- FILE) to measure them; their figures stay as they were.`,
  );
}

const results = Object.entries(sets).map(([name, { sentences, stories }]) => ({
  name,
  ...(sentences && { sentences: table(sentences) }),
  stories: table(stories.rules),
  alarmsPerThousandCleanWords: Number(((1000 * stories.clean.alarms) / Math.max(1, stories.clean.words)).toFixed(2)),
  nearMissesFlagged: `${stories.near.flagged} of ${stories.near.total}`,
}));

/** @param {Map<string, import('./measure.mjs').Tally>} tallies */
function table(tallies) {
  return Object.fromEntries(
    [...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, tally]) => [rule, { ...tally, ...figures(tally) }]),
  );
}

for (const { name, sentences, stories, ...rest } of results) {
  for (const [what, rows] of Object.entries({ sentences, stories })) {
    if (!rows) continue;
    console.log(`\n${name}, ${what}`);
    console.table(rows);
  }
  console.log(rest);
}
/** @type {{ name: string }[]} */
const before = JSON.parse(readFileSync(here('results.json'), 'utf8'));
const unmeasured = before.filter(({ name }) => !(name in sets));
writeFileSync(here('results.json'), `${JSON.stringify([...results, ...unmeasured], undefined, 2)}\n`);
