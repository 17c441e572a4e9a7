import { removeWords } from '../../src/core/rules/fixes/sentence';
import type { SentenceRule } from '../../src/core/rules/rule';

export const honestOpening: SentenceRule = {
  id: 'honest-opening',
  scope: 'sentence',
  title: 'Honesty announced',
  hears: 'And the rest was not honest?',
  why: 'What is announced as honest makes the listener doubt the rest.',
  cure: 'Leave the announcement out, and say it.',
  sources: ['002'],
  severity: 'information',
  examples: [{ part: 'action', bad: 'Honestly, I called the bank.', good: 'I called the bank.' }],
  check(at) {
    const [word, comma] = at.sentence.tokens;
    if (word?.text !== 'honestly' || comma?.text !== ',') return undefined;
    const fixes = () => [removeWords(at, 'Leave it out', 0, 1)];
    return { start: word.start, end: word.end, message: 'Just say it.', fixes };
  },
};
