// Runs the fuzz targets in turn, guided by coverage: node out/test/fuzz/fuzz.js [MINUTES] [TARGET...]
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Corpus, kindOf, shorten } from './corpus';
import { Coverage } from './coverage';
import { randomFrom, seedOf } from './random';
import { seedTexts } from './seeds';
import { TARGETS } from './targets';
import { type Done, type Message, Trial } from './trial';

const MINUTES = 10;
const FINDS = 'test/fuzz/finds';

if (isMainThread) void main();
else work(workerData);

async function main(): Promise<void> {
  const [minutes = String(MINUTES), ...wanted] = process.argv.slice(2);
  const names = wanted.length > 0 ? wanted : Object.keys(TARGETS);
  const end = Date.now() + Number(minutes) * 60_000;
  const seed = Date.now() >>> 0;
  const begun: Trial[] = [];
  const done: Done[] = [];
  let finds = 0;
  for (const target of names) {
    const trial = new Trial(target, new Worker(__filename, { workerData: { target, seed } }), (text, why) => {
      keep(target, text, why);
      finds++;
    });
    if (await trial.begin()) begun.push(trial);
  }
  // By what a text costs, so that each gets as many.
  let costs = begun.reduce((sum, { cost }) => sum + cost, 0);
  for (const trial of begun) {
    const share = trial.cost / costs;
    costs -= trial.cost;
    const result = await trial.run(Date.now() + Math.max(0, end - Date.now()) * share);
    if (!result) continue;
    done.push(result);
    const { target, runs, kept, reached, worst } = result;
    console.log(
      `${target}: ${runs} texts, ${kept} kept, ${reached} marks, at most ${Math.round(worst)} steps a character`,
    );
  }
  const total = done.reduce((sum, { runs }) => sum + runs, 0);
  console.log(
    `${total} texts in ${minutes} minutes, seed ${seed}: ${finds === 0 ? 'no fault' : `${finds} faults, see ${FINDS}`}`,
  );
  if (wanted.length === 0) {
    const results = {
      date: new Date().toISOString().slice(0, 10),
      minutes: Number(minutes),
      seed,
      finds,
      targets: done,
    };
    writeFileSync('test/fuzz/results.json', `${JSON.stringify(results, null, 2)}\n`);
  }
  process.exitCode = finds === 0 ? 0 : 1;
}

function keep(target: string, text: string, why: string): void {
  mkdirSync(join(FINDS, target), { recursive: true });
  const name = `${seedOf(text).toString(16).padStart(8, '0')}.txt`;
  writeFileSync(join(FINDS, target, name), text);
  console.log(`${target} ${name}: ${why}`);
}

function work({ target: name, seed }: { readonly target: string; readonly seed: number }): void {
  const post = (message: Message): void => parentPort?.postMessage(message);
  const target = TARGETS[name];
  if (!target) throw new Error(`there is no target ${name}; there are: ${Object.keys(TARGETS).join(', ')}`);
  const random = randomFrom(seed);
  const seeds = seedTexts('.');
  const corpus = new Corpus(target, seeds, new Coverage(basename(__filename)));
  const known = new Set<string>();
  let runs = 0;
  const attempt = (text: string): void => {
    post({ trying: text });
    const tried = corpus.try(text);
    runs++;
    if (!tried || known.has(kindOf(tried.error))) return;
    known.add(kindOf(tried.error));
    const why =
      tried.error instanceof Error
        ? (tried.error.stack ?? '').split('\n').slice(0, 12).join('\n')
        : String(tried.error);
    post({ find: shorten(tried, target), why });
  };
  const start = Date.now();
  for (const text of seeds) attempt(text);
  const before = corpus.size;
  parentPort?.once('message', (until: number) => {
    while (Date.now() < until) attempt(corpus.next(random));
    post({ done: { target: name, runs, kept: corpus.size - before, reached: corpus.reached, worst: corpus.worst } });
  });
  post({ cost: (Date.now() - start) / seeds.length });
}
