import assert from 'node:assert/strict';
import fc from 'fast-check';
import { itemsWithin } from '../../src/core/checklist/checklist';
import { addItem, tickItem } from '../../src/core/checklist/edits';
import { readChecklist } from '../../src/core/checklist/readChecklist';
import { decodeText } from '../../src/core/text/decode';
import { type Change, changeBytes } from '../../src/editor/files/changeBytes';
import { WriteQueue } from '../../src/editor/files/writeQueue';
import { FakeClock, settled } from './fakeEditor';

const LABELS = ['Tell a failure', 'Tell a conflict', 'Find a partner', 'Read the values'];
const LIST = `# Preparation\n\n${LABELS.map((label) => `- [ ] ${label}\n`).join('\n')}`;

const ticked = (...labels: readonly string[]) =>
  labels.reduce((text, label) => text.replace(`[ ] ${label}`, `[x] ${label}`), LIST);
const tick = (label: string): Change => {
  const { checklist } = readChecklist(LIST);
  const item = checklist && [...itemsWithin(checklist)].find((one) => one.label === label);
  assert(item);
  return (text) => tickItem(text, item.id, true);
};

/** A file on a disk that takes its time, and is emptied before it is written to, as VS Code does. */
class SlowFile {
  bytes = new TextEncoder().encode(LIST);
  /** Called before a read; a test throws here, or changes the file. */
  beforeRead: (() => void) | undefined;
  writes = 0;
  readonly #clock: FakeClock;
  readonly #latency: () => number;

  constructor(clock: FakeClock, latency: () => number = () => 1) {
    this.#clock = clock;
    this.#latency = latency;
  }

  get text(): string {
    return new TextDecoder().decode(this.bytes);
  }

  put(text: string): void {
    this.bytes = new TextEncoder().encode(text);
  }

  isOpen = () => false;

  read = async (): Promise<Uint8Array> => {
    await this.#wait();
    this.beforeRead?.();
    return this.bytes;
  };

  async write(bytes: Uint8Array): Promise<void> {
    await this.#wait();
    this.bytes = new Uint8Array();
    await this.#wait();
    this.bytes = new Uint8Array(bytes);
    this.writes++;
  }

  #wait(): Promise<void> {
    return new Promise((resolve) => this.#clock.after(this.#latency(), resolve));
  }
}

/** Lets time pass until all of this has ended. */
async function ended<T>(clock: FakeClock, all: readonly Promise<T>[]): Promise<PromiseSettledResult<T>[]> {
  let results: PromiseSettledResult<T>[] | undefined;
  void Promise.allSettled(all).then((found) => {
    results = found;
  });
  for (let ms = 0; !results; ms++) {
    assert(ms < 100_000, 'it does not end');
    await settled();
    clock.pass(1);
  }
  return results;
}

/** What a window does to change a file. */
async function changed(clock: FakeClock, file: SlowFile, change: Change): Promise<void> {
  const decode = async (bytes: Uint8Array) => decodeText(bytes);
  while (!(await changeBytes(file, change, { clock, decode })));
}

/** A file into which somebody else puts a text just before it is read for the nth time. */
function overtaken(clock: FakeClock, nth: number, text: string): SlowFile {
  const file = new SlowFile(clock);
  let reads = 0;
  file.beforeRead = () => {
    if (++reads === nth) file.put(text);
  };
  return file;
}

describe('a file that others write to', () => {
  it('keeps what has come between reading and writing', async () => {
    const clock = new FakeClock();
    const file = overtaken(clock, 2, ticked('Tell a conflict'));
    await ended(clock, [changed(clock, file, tick('Tell a failure'))]);
    assert.equal(file.text, ticked('Tell a failure', 'Tell a conflict'));
    assert.equal(file.writes, 1);
  });

  it('gets the change again where another window wrote what it had made of the text before', async () => {
    const clock = new FakeClock();
    const file = overtaken(clock, 3, ticked('Tell a conflict'));
    await ended(clock, [changed(clock, file, tick('Tell a failure'))]);
    assert.equal(file.text, ticked('Tell a failure', 'Tell a conflict'));
  });

  it('stays as it was where somebody has just taken the change back', async () => {
    const clock = new FakeClock();
    const file = overtaken(clock, 3, LIST);
    await ended(clock, [changed(clock, file, tick('Tell a failure'))]);
    assert.equal(file.text, LIST);
    assert.equal(file.writes, 1);
  });

  it('is not written to where it cannot be read, then or just before', async () => {
    for (const bad of [1, 2]) {
      const clock = new FakeClock();
      const file = new SlowFile(clock);
      let reads = 0;
      file.beforeRead = () => {
        if (++reads === bad) throw new Error('the disk is gone');
      };
      const [result] = await ended(clock, [changed(clock, file, tick('Tell a failure'))]);
      assert.equal(result?.status, 'rejected');
      assert.equal(file.writes, 0);
    }
  });

  it('loses nothing to windows that tick and add within milliseconds', async () => {
    const window = fc.record({ start: fc.nat(30), isAdding: fc.boolean() });
    const windows = fc.array(window, { minLength: 2, maxLength: LABELS.length });
    const latencies = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 50 });
    const together = fc.asyncProperty(windows, latencies, async (all, given) => {
      const clock = new FakeClock();
      let turn = 0;
      const file = new SlowFile(clock, () => given[turn++ % given.length] ?? 1);
      const work = all.map(async ({ start, isAdding }, index) => {
        await new Promise<void>((resolve) => clock.after(start, resolve));
        const label = LABELS[index] ?? '';
        const change: Change = isAdding ? (text) => addItem(text, undefined, `Added by ${index}`) : tick(label);
        await changed(clock, file, change);
      });
      for (const { status } of await ended(clock, work)) assert.equal(status, 'fulfilled');
      const expected = all.map(({ isAdding }, index) =>
        isAdding ? `- [ ] Added by ${index}` : `- [x] ${LABELS[index]}`,
      );
      const lines = file.text.split('\n');
      for (const line of expected)
        assert.equal(lines.filter((one) => one === line).length, 1, `${line} in ${file.text}`);
      assert.equal(
        lines.filter((line) => line.startsWith('- [')).length,
        LABELS.length + all.filter((one) => one.isAdding).length,
      );
    });
    await fc.assert(together, { numRuns: 300 });
  });
});

describe('the queue of all that writes', () => {
  it('does what concerns the same file in turn, after failures too, and the rest at once', async () => {
    const queue = new WriteQueue();
    const log: string[] = [];
    const task = (name: string, failure?: string) => async () => {
      log.push(`${name} begins`);
      await settled();
      log.push(`${name} ends`);
      if (failure) throw new Error(failure);
      return name;
    };
    const results = await Promise.allSettled([
      queue.run(['a'], task('first', 'full')),
      queue.run(['a', 'b'], task('both')),
      queue.run(['b'], task('last')),
      queue.run(['c'], task('other')),
    ]);
    const inTurn = ['first begins', 'first ends', 'both begins', 'both ends', 'last begins', 'last ends'];
    assert.deepEqual(
      log.filter((line) => !line.startsWith('other')),
      inTurn,
    );
    assert.ok(log.indexOf('other begins') < log.indexOf('first ends'));
    assert.deepEqual(
      results.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message)),
      ['full', 'both', 'last', 'other'],
    );
  });
});
