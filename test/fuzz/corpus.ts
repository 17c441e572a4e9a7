import { mutate } from './mutate';
import type { Random } from './random';
import type { Target } from './targets';

/** Steps that a text may take: so many for each UTF-16 code unit, above so many for any text. */
const STEPS_PER_UNIT = 20_000;
const STEPS_AT_LEAST = 20_000_000;

/** What running a target on a text has shown. */
export interface Tried {
  readonly text: string;
  readonly error: unknown;
}

/** What measures a run; without it every text is as good as any other. */
export interface Meter {
  take(): { readonly marks: readonly number[]; readonly steps: number };
}

/** Texts that each made a target do something that none before it had done. */
export class Corpus {
  readonly #texts: string[];
  readonly #seen = new Set<number>();
  readonly #target: Target;
  readonly #meter: Meter | undefined;
  /** The most steps for a code unit that any text has taken. */
  worst = 0;

  constructor(target: Target, seeds: readonly string[], meter?: Meter) {
    this.#target = target;
    this.#texts = [...seeds];
    this.#meter = meter;
  }

  get size(): number {
    return this.#texts.length;
  }

  /** How many stretches of code, each at a scale of how often, have run. */
  get reached(): number {
    return this.#seen.size;
  }

  /** A text to try next: later ones, which reach further, come up more often. */
  next(random: Random): string {
    const { length } = this.#texts;
    const late = Math.max(random(length), random(length));
    return mutate(this.#texts[late] ?? '', this.#texts[random(length)] ?? '', random);
  }

  /** Runs the target on a text, keeps it where it leads to something new, and tells what went wrong. */
  try(text: string): Tried | undefined {
    this.#meter?.take();
    try {
      this.#target(text);
    } catch (error) {
      return { text, error };
    }
    const ran = this.#meter?.take();
    if (!ran) return undefined;
    this.worst = Math.max(this.worst, ran.steps / (text.length + STEPS_AT_LEAST / STEPS_PER_UNIT));
    if (ran.steps > STEPS_AT_LEAST + STEPS_PER_UNIT * text.length)
      return { text, error: new Error(`${ran.steps} steps for ${text.length} characters`) };
    const known = this.#seen.size;
    for (const mark of ran.marks) this.#seen.add(mark);
    if (this.#seen.size > known) this.#texts.push(text);
    return undefined;
  }
}

/** The shortest text that still goes wrong in the same way, by leaving out ever smaller pieces. */
export function shorten({ text, error }: Tried, target: Target): string {
  const same = (shorter: string): boolean => {
    try {
      target(shorter);
      return false;
    } catch (other) {
      return kindOf(other) === kindOf(error);
    }
  };
  let now = text;
  for (let size = now.length >> 1; size > 0; size = size >> 1)
    for (let at = 0; at < now.length; ) {
      const shorter = now.slice(0, at) + now.slice(at + size);
      if (same(shorter)) now = shorter;
      else at += size;
    }
  return now;
}

/** By which two faults are taken for the same: where they were thrown, whatever they say of the text. */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [first = ''] = error.message.split('\n');
  const [place = ''] = (error.stack ?? '').match(/[^ (]+:\d+:\d+(?=\)?$)/m) ?? [];
  return `${error.name} ${first.replace(/\d+/g, '#').slice(0, 80)} ${place}`;
}
