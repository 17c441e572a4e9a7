// @ts-check
// `node profiled.mjs CORE WORK`: what profile.mjs watches.
import { makeDocument, makeStory, random } from './texts.mjs';

const [core = '', work] = process.argv.slice(2);
const next = random(7);
const stories = Array.from({ length: 1500 }, () => makeStory(next, 300));
const document = makeDocument(next, 2000);
const { createLinter } = await import(core);
const linter = createLinter();

if (work === 'first') linter.lint(stories[0], { kind: 'story' }).findings.length;
else if (work === 'stories') for (const story of stories) linter.lint(story, { kind: 'story' }).findings.length;
else {
  const open = linter.open(document, { kind: 'story' });
  const middle = document.indexOf(' ', document.length / 2);
  for (let key = 0; key < 5000; key++) {
    const start = middle + (key % 200);
    if (key % 200 === 0) open.edit([{ start: middle, end: middle + (key > 0 ? 200 : 0), text: '' }]);
    open.edit([{ start, end: start, text: key % 7 === 6 ? ' ' : 'a' }]);
    open.findings.length;
  }
}
