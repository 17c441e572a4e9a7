import type { Story } from '../../story/story';
import { insertSection, type SectionText } from '../fixes/insertSection';
import type { RuleInfo, StoryRule } from '../rule';
import { type SheetLine, says, sheetLines } from './designSheet';

/** What a design sheet has to say somewhere. */
interface Unsaid {
  readonly message: string;
  readonly fix: string;
  readonly section: SectionText;
  isSaid(line: SheetLine, lines: readonly SheetLine[]): boolean;
}

/** A rule that holds where no line of a design sheet says something. */
export function unsaidRule(info: Omit<RuleInfo, 'sources' | 'severity'>, unsaid: Unsaid): StoryRule {
  const { message, fix, section, isSaid } = unsaid;
  return {
    ...info,
    scope: 'story',
    kinds: ['design'],
    sources: ['003'],
    severity: 'information',
    check(story: Story, { text }) {
      const lines = sheetLines(story, text);
      if (lines.length === 0 || says(lines, (line) => isSaid(line, lines))) return undefined;
      return { message, fixes: [insertSection(story, fix, section)] };
    },
  };
}
