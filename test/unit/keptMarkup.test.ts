import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLinter } from '../../src/core';
import { analyse } from '../../src/core/language/analyse';
import { RULES } from '../../src/core/rules';
import { FILLER } from '../../src/core/text/mask';
import { applyFix } from './applyFix';
import { readSentences } from './trainingSet';

const linter = createLinter();
const TAIL = ' It rained.\n';
const PLACE = /\b\p{L}+\b/gu;

/** What is put around a word or behind it, and what must still stand there once a fix is applied. */
const MARKUPS: readonly (readonly [before: string, behind: string, kept: string])[] = [
  ['`x-', '`', '`x-'],
  ['[', '](https://x.io/a)', 'https://x.io/a'],
  ['', ' <!-- a remark -->', '<!-- a remark -->'],
  ['', ' ![plan](plan.png)', 'plan.png'],
  ['<b>', '</b>', '</b>'],
];

/** Short enough for a word with markup to be near what is found. */
const LONGEST = 140;
const SENTENCES = RULES.filter(({ scope }) => scope === 'sentence')
  .flatMap(({ id }) => readSentences(id))
  .filter(({ text }) => text.length < LONGEST && !/[`<[*_]/.test(text) && analyse(text).length === 1);

describe('a fix of a sentence with code, an image, an address or a comment in it', () => {
  it('keeps it unless the whole sentence goes, and inserts nothing that only stands for it', () => {
    let fixes = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...SENTENCES),
        fc.constantFrom(...MARKUPS),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        ({ text: words, part }, [before, behind, kept], share) => {
          const places = [...words.matchAll(PLACE)];
          const place = places[Math.floor(share * places.length)];
          if (!place) return;
          const end = place.index + place[0].length;
          const sentence = words.slice(0, place.index) + before + place[0] + behind + words.slice(end);
          const head = `## ${part === 'none' ? 'action' : part}\n\nThe line was long. `;
          const text = head + sentence + TAIL;
          const last = text.length - TAIL.length;
          for (const { rule, fixes: offered } of linter.lint(text, { kind: 'story' }).findings)
            for (const fix of offered) {
              fixes++;
              const fixed = applyFix(text, fix);
              const why = `${rule}, ${fix.title}: ${fixed}`;
              assert.ok(!fixed.includes(FILLER), why);
              assert.equal(fixed.includes('<b>'), fixed.includes('</b>'), why);
              const isReplaced = fix.edits.some(
                (edit) => edit.start <= head.length && !/\w/.test(text.slice(edit.end, last).replace(/<.*?>/, '')),
              );
              assert.ok(isReplaced || fixed.includes(kept), why);
            }
        },
      ),
      { numRuns: 500 },
    );
    assert.ok(fixes > 0, 'some sentence is found fault with');
  });
});
