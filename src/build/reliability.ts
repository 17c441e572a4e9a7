import fuzz from '../../test/fuzz/results.json';
import soak from '../../test/fuzz/soak.json';

/** What each fuzz target holds the product to. */
const PROMISES: Readonly<Record<string, string>> = {
  edit: 'an open document, after edits, reports what a fresh reading reports',
  fixAll: 'all that needs no decision is cured at once, without overlaps, and a second time there is nothing to do',
  lint: 'findings stand in the text, in order and once; each fix cures its finding',
  twins: 'with CRLF in the place of LF the same is found in the same places',
  checklist: 'a tick changes one character and back; a new item takes nothing away',
  config: 'whatever `starl.yaml` holds is read or refused; a setting that is written changes no other',
  library: 'mapping, framing or renaming a story leaves the others as they are',
  mocks: 'a mock that is logged leaves those before it',
  packs: 'whatever a pack holds is read or refused',
  plan: 'a plan that is dated anew has the items that it had',
};

/** What `npm run fuzz` and `npm run soak` have done last, for the README. */
export function reliabilityTable(): string {
  const { date, minutes, finds, targets } = fuzz;
  const total = targets.reduce((sum, { runs }) => sum + runs, 0);
  const found =
    finds === 0
      ? 'found none that breaks any of these or takes more steps than its length allows'
      : `found ${finds} that broke one of these`;
  return [
    `The last run of \`npm run fuzz\` (${date}, ${minutes} minutes, guided by the code that each text reaches) tried ${total.toLocaleString('en')} texts, with those that it begins from, and ${found}.`,
    '',
    '| What holds for every text | Texts tried |',
    '| --- | --: |',
    ...targets.map(({ target, runs }) => `| ${PROMISES[target] ?? target} | ${runs.toLocaleString('en')} |`),
    '',
    soakStatement(),
  ].join('\n');
}

function soakStatement(): string {
  const { date, version, steps, compared, ghosts, lost, strays, memory } = soak;
  return [
    `The last run of \`npm run soak\` (${date}, VS Code ${version}) did ${steps.toLocaleString('en')} edits and commands at random.`,
    `Of ${compared} comparisons with a fresh reading of the text ${ghosts} differed, ${lost} ticks changed more or less than their box, and ${strays} errors went uncaught.`,
    `The extension host held ${memory.start} MB after the warm-up, ${memory.middle} MB in the middle and ${memory.end} MB at the end.`,
  ].join(' ');
}
