import { partsBefore, type Story } from '../../story/story';
import { capital } from '../../text/capital';
import { tabStop } from '../../text/snippet';
import { PARTS, type PartName } from '../../types';
import type { RuleFix } from '../rule';

/** What the writer is asked for in a part that is inserted; in square brackets, as in the templates. */
const PROMPTS: Readonly<Record<PartName, string>> = {
  situation: 'where and when, what was at stake, and why it mattered',
  task: 'what was yours to decide or deliver, by when, and how you would know',
  action: 'what you decided and did yourself, what else you could have done, and what it cost',
  result: 'what changed, as a number or something that anyone could see',
  learning: 'what you do differently since, and where you have already done it',
};

/** A fix that inserts a part where it belongs, in the form in which the other parts are marked. */
export function insertPartFix(story: Story, part: PartName): RuleFix {
  const title = `Add ${part === 'action' ? 'an' : 'a'} ${part} to fill in`;
  const prompt = tabStop(1, `[${PROMPTS[part]}]`);
  const mark = story.marks.find((candidate) => candidate.part === part);
  if (mark)
    return {
      title,
      edits: [{ start: mark.end, end: mark.end, text: `${mark.heading ? story.eol + story.eol : ' '}${prompt}` }],
      snippet: true,
    };
  const isFree = story.sentences[0]?.marked === false && partsBefore(story.marks).includes(part);
  const opens = part === 'situation' || part === 'task';
  const next = story.marks.find((candidate) => PARTS.indexOf(candidate.part) > PARTS.indexOf(part));
  const at = isFree && opens ? firstSentence(story) : (next?.start ?? (opens ? firstSentence(story) : story.end));
  const before = at >= story.end;
  const line = isFree ? prompt : markLine(story, part, prompt);
  return {
    title,
    edits: [{ start: at, end: at, text: before ? story.eol + story.eol + line : line + story.eol + story.eol }],
    snippet: true,
  };
}

function firstSentence(story: Story): number {
  const first = story.sentences[0];
  return first ? first.base : story.end;
}

function markLine(story: Story, part: PartName, prompt: string): string {
  const name = capital(part);
  const heading = story.marks.find(({ heading: level }) => level > 0)?.heading;
  if (heading) return `${'#'.repeat(heading)} ${name}${story.eol}${story.eol}${prompt}`;
  return story.marks.length > 0 ? `**${name}:** ${prompt}` : prompt;
}
