import type { Worker } from 'node:worker_threads';

/** A text that takes longer than this hangs, in milliseconds; what is slow but ends is found by its steps. */
const HANG = 120_000;

/** What a run of one target has done. */
export interface Done {
  readonly target: string;
  readonly runs: number;
  /** How many texts of its own it has kept, since they reached further. */
  readonly kept: number;
  readonly reached: number;
  readonly worst: number;
}

/** Of a thread: which text it is about to try, what it has found, what a text takes it in ms, and at last what it has done. */
export type Message =
  | { readonly trying: string }
  | { readonly find: string; readonly why: string }
  | { readonly cost: number }
  | { readonly done: Done };

/** Is told of a text that breaks a promise, and how. */
type Found = (text: string, why: string) => void;

/** A target in a thread of its own, so that a text that hangs can be named. */
export class Trial {
  readonly #target: string;
  readonly #worker: Worker;
  readonly #found: Found;
  #trying = '';
  /** What a text takes, in ms. */
  cost = 0;

  constructor(target: string, worker: Worker, found: Found) {
    this.#target = target;
    this.#worker = worker;
    this.#found = found;
  }

  /** Tries the texts that a run begins with; false where one hangs. */
  async begin(): Promise<boolean> {
    const message = await this.#hear();
    if (!message || !('cost' in message)) return false;
    this.cost = message.cost;
    return true;
  }

  /** Tries other texts until some time, in ms since 1970; undefined where one hangs. */
  async run(until: number): Promise<Done | undefined> {
    const heard = this.#hear();
    this.#worker.postMessage(until);
    const message = await heard;
    await this.#worker.terminate();
    return message && 'done' in message ? message.done : undefined;
  }

  /** The next message that is about all of the texts; undefined where one of them hangs. */
  #hear(): Promise<Message | undefined> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(watch);
        worker.off('message', heed).off('exit', ended).off('error', failed);
      };
      const failed = (error: Error): void => {
        end();
        reject(error);
      };
      const ended = (): void => failed(new Error(`${this.#target}: the thread has ended before its time`));
      const hangs = (): void => {
        end();
        this.#found(this.#trying, `no end within ${HANG} ms`);
        void worker.terminate().then(() => resolve(undefined));
      };
      let watch = setTimeout(hangs, HANG);
      const heed = (message: Message): void => {
        clearTimeout(watch);
        if ('done' in message || 'cost' in message) {
          end();
          resolve(message);
          return;
        }
        if ('find' in message) this.#found(message.find, message.why);
        else this.#trying = message.trying;
        watch = setTimeout(hangs, HANG);
      };
      worker.on('message', heed).on('exit', ended).on('error', failed);
    });
  }
}
