// @ts-check
// Builds the bundles of dist/. Options:
//   --watch     rebuild on change
//   --tests     build the tests into out/test/ as well
//   --profile   build the engine with its names into out/bench/ as well, for the profile of the bench
//   --generate  write what is generated from the rules and packs (manifest settings, rule pages, README table)
//   --train     train the scored rules (all, or those named) and write their weights
//   --patterns  fail where a regular expression is not proven to take linear time
//   --check     fail where a generated file differs from what would be generated
const { execFileSync } = require('node:child_process');
const { context } = require('esbuild');
const { buildAll } = require('./src/build/esbuild/buildAll');
const { load } = require('./src/build/esbuild/load');
const { madePatterns } = require('./src/build/esbuild/madePatterns');
const { plugins, product, profiled, tests } = require('./src/build/esbuild/targets');

const argv = new Set(process.argv.slice(2));
const rulesNamed = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));

/** @param {boolean} check whether files that differ fail instead of being written */
async function generate(check) {
  const { generateAll } = await load('src/build/generate.ts', plugins);
  const stale = await generateAll(__dirname, { check });
  if (check && stale.length > 0) {
    console.error(`Out of date: ${stale.join(', ')}. Run "npm run generate" and commit the result.`);
    process.exitCode = 1;
  }
}

async function patterns() {
  const { slowPatterns } = await load('src/build/patterns.ts', [], ['recheck']);
  const slow = await slowPatterns(['src', 'media'], await madePatterns());
  for (const why of slow) console.error(why);
  process.exit(slow.length > 0 ? 1 : 0);
}

async function main() {
  if (argv.has('--patterns')) return patterns();
  if (argv.has('--train')) {
    // The parts come first, and again with the rest: rules learn from sentences in their parts, and the chances are chosen by rules.
    if (rulesNamed.length === 0) execFileSync(process.execPath, [__filename, '--train', 'parts'], { stdio: 'inherit' });
    return (await load('src/build/train.ts', plugins)).train(__dirname, rulesNamed);
  }
  if (argv.has('--generate') || argv.has('--check')) return generate(argv.has('--check'));
  const targets = [...product, ...(argv.has('--tests') ? tests : []), ...(argv.has('--profile') ? profiled : [])];
  if (argv.has('--watch')) {
    for (const options of targets) await (await context(options)).watch();
    return;
  }
  await buildAll(targets);
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
