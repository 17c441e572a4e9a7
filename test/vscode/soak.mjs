// @ts-check
// `npm run soak`: 20,000 random edits and commands in the real Node extension host; --steps for fewer, --seed for others.
// Says what came of them, and writes it to test/fuzz/soak.json, for the README.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureInHost } from '../bench/hostRun.mjs';
import { main, Problem } from './command.mjs';
import { get } from './get.mjs';
import { newest, output, root } from './pins.mjs';

const STEPS = 20_000;
const MARK = 'SOAKED ';

main(async () => {
  const { values } = parseArgs({
    options: { steps: { type: 'string', default: String(STEPS) }, seed: { type: 'string', default: '1' } },
  });
  await get({ versions: [newest] });
  const settings = { 'starlTest.steps': Number(values.steps), 'starlTest.seed': Number(values.seed) };
  const tests = join(output, 'test', 'host', 'soak.js');
  const started = Date.now();
  const soaked = await measureInHost({ version: newest, settings, tests }, MARK, async () => {});
  const { steps, compared, seed, ghosts, lost, strays, memory } = /** @type {Record<string, any>} */ (soaked);
  const minutes = Math.round((Date.now() - started) / 6_000) / 10;
  const [start, middle, end] = memory.map((/** @type {number} */ bytes) => Math.round(bytes / 1e5) / 10);
  console.log(`${steps} edits and commands in ${minutes} minutes, seed ${seed}, VS Code ${newest}`);
  console.log(`memory after warm-up ${start} MB, in the middle ${middle} MB, at the end ${end} MB`);
  console.log(
    `${compared} comparisons, ${ghosts.length} with ghosts; ${lost.length} wrong ticks; ${strays.length} stray errors`,
  );
  for (const fault of [...ghosts, ...lost, ...strays]) console.error(fault);
  const date = new Date().toISOString().slice(0, 10);
  const counts = { ghosts: ghosts.length, lost: lost.length, strays: strays.length };
  const results = { date, version: newest, minutes, seed, steps, compared, ...counts, memory: { start, middle, end } };
  await writeFile(join(root, 'test', 'fuzz', 'soak.json'), `${JSON.stringify(results, null, 2)}\n`);
  if (ghosts.length + lost.length + strays.length > 0) throw new Problem('The soak found faults.');
});
