import type { StorySentence } from '../story/story';
import type { Block } from '../text/markdown';
import { continueSection, insertSection, type SectionText } from './fixes/insertSection';
import type { StoryRule } from './rule';
import { evidenceOf, questionMarks, SCOPING, type SheetLine, sheetLines } from './shared/designSheet';
import { hasPrompt } from './shared/prompt';

const ENOUGH = 3;
const QUESTION_WORDS = new Set(
  'who whose what which when where why how whether if is are was does do did can may will would should must has have'.split(
    ' ',
  ),
);
const ASK = new Set('ask asks asked clarify confirm know check'.split(' '));
const FIX = 'Add scoping questions to fill in';
const QUESTIONS: SectionText = {
  heading: 'Scoping questions',
  name: 'question',
  prompts: [
    'who uses it, the public or staff',
    'how much and how often, at peak and on average',
    'how much failure is acceptable, and what happens then',
  ],
  mark: '?',
};

export const fewScopingQuestions: StoryRule = {
  id: SCOPING,
  scope: 'story',
  kinds: ['design'],
  title: 'Drawn before it was asked about',
  hears: 'They built what was asked for, not what should have been built.',
  why: 'The first ten minutes of questions are reported to count for half of the score. Whoever names parts before limits are known designs the wrong system well.',
  cure: 'Ask three questions or more before you name a part: who uses it, how much and how often, how much failure is acceptable, who consumes the output.',
  sources: ['003'],
  severity: 'information',
  examples: [
    {
      bad: '# Thumbnails\n\nWe put a CDN in front, store the images in an object store, and let a worker choose one each night.',
      good: '# Thumbnails\n\n- How often do they change?\n- Is this for members or for staff?\n- What may go wrong, and for how long?\n\nWe put a CDN in front and store the images in an object store.',
    },
    {
      bad: '# Parcel tracking\n\nIs this for customers? A queue takes the scans and feeds a database.\n\n## Later\n\nHow many scans are there? How late may they be?',
      good: '# Parcel tracking\n\nBefore I draw anything, I would ask who reads the status, how many scans come in at peak, and how late they may be. Is it for customers? Does anyone bill by it? A queue takes the scans and feeds a database.',
    },
  ],
  check(story, { text }) {
    const lines = sheetLines(story, text);
    if (lines.length === 0) return undefined;
    const first = lines.findIndex(namesComponent);
    const before = first < 0 ? lines : lines.slice(0, first);
    const asked = countQuestions(before);
    const component = lines[first]?.at;
    const last = lastAsked(before);
    if (asked >= ENOUGH) return undefined;
    return {
      message: `${asked === 0 ? 'No question is' : `Only ${asked} ${asked === 1 ? 'question is' : 'questions are'}`} asked ${component ? 'before the first component is named' : 'here'}; ask at least three.`,
      related: component
        ? [
            {
              start: component.base,
              end: component.base + component.sentence.end,
              message: 'The first component',
            },
          ]
        : [],
      fixes: [
        last
          ? continueSection(last, story, text, FIX, QUESTIONS)
          : insertSection(story, FIX, QUESTIONS, component?.base ?? story.end),
      ],
    };
  },
};

/** The last block of what the first heading or label for questions stands above, up to the next heading. */
function lastAsked(lines: readonly SheetLine[]): Block | undefined {
  const opening = lines.findIndex(
    ({ at, isHeading, isTitle }) => isHeading && !isTitle && evidenceOf(at, SCOPING).has('not asking'),
  );
  const head = lines[opening]?.at;
  if (!head) return undefined;
  const behind = lines.slice(opening + 1);
  const end = behind.findIndex(({ isHeading, headings }) => isHeading || !headings.includes(head));
  return (behind.slice(0, end < 0 ? undefined : end).at(-1)?.at ?? head).block;
}

/** A product, or a box that is put in place; not what is asked about, given, or there already. */
function namesComponent({ at, isHeading, isAsking, isScene }: SheetLine): boolean {
  const here = evidenceOf(at, SCOPING);
  if (isAsking || isScene || questionMarks(at) > 0 || here.has('not asks') || hasPrompt(at)) return false;
  if (here.has('product')) return true;
  if (here.count('box') <= here.count('not component')) return false;
  return isHeading || here.has('builds') || at.sentence.clauses.length === 0;
}

/** Questions by their marks and words, or by the items of a list that is headed as one. */
function countQuestions(lines: readonly SheetLine[]): number {
  let count = 0;
  for (const { at, isHeading, isAsking } of lines) {
    const opensItem = isAsking && at.story.sentences[at.index - 1]?.block !== at.block && !at.block.text.includes('?');
    const asks = evidenceOf(at, SCOPING).has('not asks');
    if (questionMarks(at) > 0 || (!isHeading && asks)) count += Math.max(questionMarks(at), questionWords(at), 1);
    else if (!isHeading && opensItem) count++;
  }
  return count;
}

/** "who reads it, how many come in, and is it public?": one question a word that opens a clause. */
function questionWords({ sentence: { tokens } }: StorySentence): number {
  const words = tokens.filter(({ text }) => text !== 'and' && text !== 'or' && text !== 'then');
  return words.filter(
    ({ text }, i) =>
      QUESTION_WORDS.has(text) && (i === 0 || words[i - 1]?.tag === 'mark' || ASK.has(words[i - 1]?.text ?? '')),
  ).length;
}
