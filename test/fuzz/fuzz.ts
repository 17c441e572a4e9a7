// Runs the fuzz targets in turn, guided by coverage: node out/test/fuzz/fuzz.js [MINUTES] [TARGET...]
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Corpus, kindOf, shorten } from './corpus';
import { Coverage } from './coverage';
import { randomFrom, seedOf } from './random';
import { seedTexts } from './seeds';
import { TARGETS } from './targets';

const MINUTES = 10;
/** A text that takes longer than this hangs, in milliseconds; what is slow but ends is found by its steps. */
const HANG = 120_000;
const FINDS = 'test/fuzz/finds';

/** What a run of one target has done. */
interface Done {
  readonly target: string;
  readonly runs: number;
  /** How many texts of its own it has kept, since they reached further. */
  readonly kept: number;
  readonly reached: number;
  readonly worst: number;
}

type Message = { readonly trying: string } | { readonly find: string; readonly why: string } | { readonly done: Done };

if (isMainThread) void main();
else work(workerData);

async function main(): Promise<void> {
  const [minutes = String(MINUTES), ...wanted] = process.argv.slice(2);
  const names = wanted.length > 0 ? wanted : Object.keys(TARGETS);
  const seed = Date.now() >>> 0;
  const done: Done[] = [];
  let finds = 0;
  for (const target of names) {
    const until = Date.now() + (Number(minutes) * 60_000) / names.length;
    const result = await runTarget(target, until, seed, () => finds++);
    if (!result) continue;
    done.push(result);
    const { runs, kept, reached, worst } = result;
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

/** Runs a target in a thread, so that a text that hangs can be named. */
function runTarget(target: string, until: number, seed: number, found: () => void): Promise<Done | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: { target, until, seed } });
    let trying = '';
    const ended = (): void => {
      clearTimeout(watch);
      reject(new Error(`${target}: the thread has ended before its time`));
    };
    const hangs = (): void => {
      worker.off('exit', ended);
      keep(target, trying, `no end within ${HANG} ms`);
      found();
      void worker.terminate().then(() => resolve(undefined));
    };
    let watch = setTimeout(hangs, HANG);
    worker.on('message', (message: Message) => {
      clearTimeout(watch);
      if ('done' in message) return resolve(message.done);
      if ('find' in message) {
        keep(target, message.find, message.why);
        found();
      } else trying = message.trying;
      watch = setTimeout(hangs, HANG);
    });
    worker.on('exit', ended);
    worker.on('error', (error) => {
      clearTimeout(watch);
      reject(error);
    });
  });
}

function keep(target: string, text: string, why: string): void {
  mkdirSync(join(FINDS, target), { recursive: true });
  const name = `${seedOf(text).toString(16).padStart(8, '0')}.txt`;
  writeFileSync(join(FINDS, target, name), text);
  console.log(`${target} ${name}: ${why}`);
}

function work({
  target: name,
  until,
  seed,
}: {
  readonly target: string;
  readonly until: number;
  readonly seed: number;
}): void {
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
  for (const text of seeds) attempt(text);
  const before = corpus.size;
  while (Date.now() < until) attempt(corpus.next(random));
  post({ done: { target: name, runs, kept: corpus.size - before, reached: corpus.reached, worst: corpus.worst } });
}
