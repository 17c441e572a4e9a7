import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Corpus, shorten } from '../fuzz/corpus';
import { randomFrom } from '../fuzz/random';
import { seedTexts } from '../fuzz/seeds';
import { TARGETS } from '../fuzz/targets';

const FINDS = 'test/fuzz/finds';
/** So many made-up texts a target; `npm run fuzz` tries many more, and goes by what they reach. */
const RUNS = 30;

describe('fuzzing', function () {
  this.timeout(60_000);

  for (const [name, target] of Object.entries(TARGETS)) {
    const folder = join(FINDS, name);
    for (const file of existsSync(folder) ? readdirSync(folder).sort() : [])
      it(`${name} holds for what once broke it: ${file}`, () => target(readFileSync(join(folder, file), 'utf8')));

    it(`${name} holds for texts made from a seed`, () => {
      const random = randomFrom(1);
      const corpus = new Corpus(target, seedTexts('.'));
      for (let left = RUNS; left > 0; left--) {
        const tried = corpus.try(corpus.next(random));
        if (tried) assert.fail(`${JSON.stringify(tried.text)}: ${String(tried.error)}`);
      }
    });
  }

  it('gets step by step to what no text at random would reach, and shortens it', () => {
    let matched = 0;
    const target = (text: string): void => {
      matched = 0;
      for (const wanted of ['we', 'our', 'team', '# A']) if (text.includes(wanted)) matched++;
      if (matched === 4) throw new Error('found');
    };
    const corpus = new Corpus(target, ['', 'x'.repeat(50)], { take: () => ({ marks: [matched], steps: matched }) });
    const random = randomFrom(1);
    let found: ReturnType<typeof corpus.try>;
    for (let left = 20_000; left > 0 && !found; left--) found = corpus.try(corpus.next(random));
    assert.ok(found && corpus.size >= 5);
    assert.match(shorten(found, target), /^(?=.*we)(?=.*our)(?=.*team)(?=.*# A).{5,18}$/s);
  });

  it('takes a text for a fault that costs more steps than its length allows', () => {
    const corpus = new Corpus(() => undefined, [''], { take: () => ({ marks: [], steps: 1e9 }) });
    assert.match(String(corpus.try('short')?.error), /1000000000 steps for 5 characters/);
  });
});
