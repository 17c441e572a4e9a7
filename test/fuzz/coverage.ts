import { Session } from 'node:inspector';

/** What a piece of code has done, as V8 has counted it. */
export interface Ran {
  /** A number for each stretch of code that ran, and how often on a scale of powers of two. */
  readonly marks: readonly number[];
  /** How often stretches of code began in all: a measure of the work that is the same at every run. */
  readonly steps: number;
}

/** Counts what runs of one script. */
export class Coverage {
  readonly #session = new Session();
  readonly #script: string;

  /** @param script the end of the script's path */
  constructor(script: string) {
    this.#script = script;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** What has run since it was last asked. */
  take(): Ran {
    const marks: number[] = [];
    let steps = 0;
    this.#session.post('Profiler.takePreciseCoverage', (error, found) => {
      if (error) throw error;
      for (const { url, functions } of found.result) {
        if (!url.endsWith(this.#script)) continue;
        for (const { ranges } of functions)
          for (const { startOffset, endOffset, count } of ranges) {
            if (count === 0) continue;
            steps += count;
            marks.push((startOffset * 2 ** 23 + endOffset) * 32 + Math.min(31, Math.floor(Math.log2(count))));
          }
      }
    });
    return { marks, steps };
  }
}
