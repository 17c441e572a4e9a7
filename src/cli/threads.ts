import { on } from 'node:events';
import { availableParallelism } from 'node:os';
import { type MessagePort, Worker } from 'node:worker_threads';
import { Failure } from './failure';
import { createJudge, type Job, type JudgedFile, judgeFile, type RefusedFile } from './judge';

/** So many files are handed to a thread at once. */
const CHUNK = 16;
/** So many chunks a thread has in hand: it need not wait for the output, and little is kept for it. */
const AHEAD = 2;
/** For fewer files, threads take longer to start than they save. */
const WORTHWHILE = 200;
/** One thread writes what no more than these find. */
const MOST_THREADS = 8;

/**
 * Memory of a thread in megabytes, twice what the longest text takes: without a bound, each thread grows as if it had
 * the machine for itself.
 */
const MEMORY = 1024;

/** What came of a chunk: the files before the first for which there is no judge, and why there is none. */
interface Answer {
  readonly files: readonly (JudgedFile | RefusedFile)[];
  readonly error?: { readonly cause: unknown; readonly expected: boolean };
}

/** How many threads to judge so many files in; 1 is the thread that asks. */
export function threadsFor(files: number): number {
  return files < WORTHWHILE ? 1 : Math.min(availableParallelism(), MOST_THREADS);
}

/** Judges files in threads of their own, which run the script. Gives what came of each in the order of the files, and holds few at a time. */
export async function* judgeInThreads(
  job: Job,
  paths: readonly string[],
  threads: number,
  script = __filename,
): AsyncGenerator<JudgedFile | RefusedFile, void, void> {
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(script, { workerData: job, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
    return { worker, answers: on(worker, 'message', { close: ['exit'] }) };
  });
  const workerOf = (start: number) => workers[(start / CHUNK) % threads];
  const send = (start: number): void => {
    if (start < paths.length) workerOf(start)?.worker.postMessage(paths.slice(start, start + CHUNK));
  };
  const window = threads * AHEAD * CHUNK;
  try {
    for (let start = 0; start < window; start += CHUNK) send(start);
    for (let start = 0; start < paths.length; start += CHUNK) {
      const next = await workerOf(start)?.answers.next();
      if (!next || next.done) throw new Error('a thread has ended too soon');
      const { files, error }: Answer = next.value[0];
      send(start + window);
      yield* files;
      if (error) throw error.expected ? new Failure(String(error.cause)) : error.cause;
    }
  } finally {
    await Promise.all(workers.map(({ worker }) => worker.terminate()));
  }
}

/** What a thread does: answers each chunk of paths that comes through the port. */
export function serve(job: Job, port: MessagePort): void {
  const judge = createJudge(job);
  port.on('message', (paths: readonly string[]) => {
    const files: (JudgedFile | RefusedFile)[] = [];
    let answer: Answer = { files };
    try {
      for (const path of paths) files.push(judgeFile(path, judge));
    } catch (error) {
      const expected = error instanceof Failure;
      answer = { files, error: { cause: expected ? error.message : error, expected } };
    }
    port.postMessage(answer);
  });
}
