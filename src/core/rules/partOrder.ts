import type { PartMark } from '../story/passages';
import type { Story } from '../story/story';
import { PARTS } from '../types';
import type { RuleFix, StoryRule } from './rule';

export const partOrder: StoryRule = {
  id: 'part-order',
  scope: 'story',
  anyLanguage: true,
  title: 'The parts stand out of order',
  hears: 'Wait, was that before or after?',
  why: 'A listener cannot scroll back. A story that goes from situation to task, action, result and learning can be followed at the first hearing and noted down as it is told.',
  cure: 'Tell what was going on, what was yours, what you did, what came of it and what you do differently since, in this order.',
  sources: ['002'],
  severity: 'information',
  examples: [
    {
      bad: '## Situation\n\nIn March the queue at our hall took 50 minutes.\n\n## Action\n\nI moved two counters to the entrance.\n\n## Task\n\nI had to halve the queue by May.\n\n## Result\n\nThe queue fell to 20 minutes.',
      good: '## Situation\n\nIn March the queue at our hall took 50 minutes.\n\n## Task\n\nI had to halve the queue by May.\n\n## Action\n\nI moved two counters to the entrance.\n\n## Result\n\nThe queue fell to 20 minutes.',
    },
  ],
  check(story, { text }) {
    const sections = sectionsOf(story);
    const misplaced = sections.find((section, i) => i > 0 && rank(section) < rank(sections[i - 1]));
    if (!misplaced) return undefined;
    const before = sections[sections.indexOf(misplaced) - 1];
    return {
      message: `The ${misplaced.part} stands behind the ${before?.part ?? 'rest'}.`,
      part: misplaced.part,
      related: [{ start: misplaced.start, end: misplaced.end, message: `The ${misplaced.part} stands here.` }],
      fixes: canMove(story, sections) ? [moveFix(story, sections, text)] : [],
    };
  },
};

const rank = (mark: PartMark | undefined): number => (mark ? PARTS.indexOf(mark.part) : -1);

/** Where each part is marked first; a mark that names two parts counts once. */
function sectionsOf({ marks }: Story): PartMark[] {
  const sorted = marks.toSorted((a, b) => a.start - b.start || rank(a) - rank(b));
  return sorted.filter(
    (mark, i) => sorted.findIndex(({ part, start }) => part === mark.part || start === mark.start) === i,
  );
}

/** Parts can be moved whole where each is marked once, and all of them by headings of one rank or all by labels. */
function canMove({ marks }: Story, sections: readonly PartMark[]): boolean {
  return marks.length === sections.length && sections.every(({ heading }) => heading === sections[0]?.heading);
}

function moveFix({ end, eol }: Story, sections: readonly PartMark[], text: string): RuleFix {
  const start = sections[0]?.start ?? end;
  const bodies = sections.map((section, i) => ({
    section,
    body: text.slice(section.start, sections[i + 1]?.start ?? end).trimEnd(),
  }));
  const first = text.slice(start, sections[1]?.start);
  const gap = first.slice(first.trimEnd().length) || eol + eol;
  const sorted = bodies.toSorted((a, b) => rank(a.section) - rank(b.section)).map(({ body }) => body);
  return { title: 'Put the parts in order', edits: [{ start, end, text: sorted.join(gap) }] };
}
