import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** So much is held back, in UTF-16 code units: a run that fails soon prints nothing but why. */
const HELD = 1 << 16;

/** Output in large pieces, no faster than its reader takes it. */
export class Output {
  readonly #stream: Writable;
  #held = '';

  constructor(stream: Writable) {
    this.#stream = stream;
  }

  async write(text: string): Promise<void> {
    this.#held += text;
    if (this.#held.length > HELD) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#held;
    this.#held = '';
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }
}
