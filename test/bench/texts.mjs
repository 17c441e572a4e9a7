// @ts-check
// Texts to measure with: stories made up from a seed, and the stories of the development corpus where there are any.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @param {number} seed gives numbers from 0 to 1, the same for the same seed */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const WHO = 'I|We|My manager|The vendor|Our team|The team in Lyon|Legal|The night shift|A colleague from finance'.split(
  '|',
);
const DID =
  'decided to move|rewrote|measured|argued for|was asked to look into|helped with|blamed|escalated|counted|replaced|tested|postponed'.split(
    '|',
  );
const WHAT =
  'the billing import|the release checklist|the old scheduler|a second data center|the login page|the weekly report|the on-call rota|our intake form|the price feed|the map tiles'.split(
    '|',
  );
const WHY =
  'because customers waited for nine minutes|since it had always been done that way|although the contract said otherwise|so that nobody had to work on Sundays|after three outages in May|with the approval of the board|and of course nobody had told us|which cost us two weeks'.split(
    '|',
  );
const CLOSE =
  'It went from 41 minutes to 6.|The result was a huge success.|Everybody was really happy with it.|I learned that communication is key.|Since then I write the rollback plan first.|It was decided to wait.|“That is how we do it here,” she said.|Two of nine clients renewed.'.split(
    '|',
  );
const PARTS = ['Situation', 'Task', 'Action', 'Result', 'Learning'];

/** @param {() => number} next @param {number} words a story of about so many words, with a heading for each part */
export function makeStory(next, words) {
  const pick = (/** @type {readonly string[]} */ list) => list[Math.floor(next() * list.length)] ?? '';
  let text = `# The ${pick(WHAT).split(' ').at(-1)} of ${Math.floor(next() * 1e6)}\n`;
  for (const part of PARTS) {
    text += `\n## ${part}\n\n`;
    const share = (words * (part === 'Action' ? 0.4 : 0.15)) / 17;
    for (let i = 0; i < share; i++) {
      text += `${pick(WHO)} ${pick(DID)} ${pick(WHAT)} ${pick(WHY)}. ${next() < 0.5 ? `${pick(CLOSE)} ` : ''}`;
      if (i % 4 === 3) text += '\n\n';
    }
    text = `${text.trimEnd()}\n`;
  }
  return text;
}

/** @param {() => number} next @param {number} words a document of stories of 300 words */
export function makeDocument(next, words) {
  const stories = [];
  for (let at = 0; at < words; at += 300) stories.push(makeStory(next, 300));
  return stories.join('\n');
}

/** The stories of the development corpus; none where it is not there. */
export const readCorpus = () => readTexts('../../../shared/corpus/dev.jsonl');

/** Stories that people would write, no two with a sentence in common: those of the training and of the development corpus. */
export function readWritten() {
  const training = '../quality/train/';
  const files = readdirSync(fileURLToPath(new URL(training, import.meta.url))).sort();
  const stories = files.filter((name) => name.startsWith('stories') && name.endsWith('.jsonl'));
  return [...stories.flatMap((name) => readTexts(training + name)), ...readCorpus()];
}

/** @param {string} file of records with a text, one a line @returns {string[]} */
function readTexts(file) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => String(JSON.parse(line).text));
}

/** @param {string} text */
export const countWords = (text) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
