import { plainText } from '../checklist/plainText';
import { splitSentences } from '../language/sentences';
import { tokenize } from '../language/tokens';
import { findLabels } from '../story/labels';
import { type Block, parseTree } from '../text/markdown';
import { oneLine } from '../text/oneLine';
import { endRunStart } from '../text/runs';
import { PARTS, type PartName, type PartOutline, type StoryOutline } from '../types';

/** What to say of one part of a story. */
export interface CueLine {
  readonly part: PartName;
  /** Plain text; empty where the part is not told. */
  readonly text: string;
}

/** A line on paper: longer sentences are cut at a word. */
const LONGEST = 170;

/** The five lines of a story: the first sentence of each part, of the result the first that can be counted. */
export function tellStory(text: string, blocks: readonly Block[], { parts }: StoryOutline): CueLine[] {
  return PARTS.map((part) => {
    const place = parts.find((one) => one.part === part);
    const sentences = place ? sentencesOf(text, blocks, place) : [];
    const counted = part === 'result' ? sentences.find((sentence) => /\p{N}/u.test(sentence)) : undefined;
    return { part, text: shortened(counted ?? sentences[0] ?? '') };
  });
}

function sentencesOf(text: string, blocks: readonly Block[], part: PartOutline): string[] {
  return blocks
    .filter(({ kind, start, end }) => kind !== 'heading' && start < part.end && end > part.start)
    .flatMap((block) => {
      const from = Math.max(0, part.start - block.start);
      const label = findLabels(block).find(({ start, trailing }) => !trailing && Math.abs(start - from) <= 3);
      const begin = label?.end ?? from;
      const told = block.text.slice(begin, part.end - block.start);
      return splitSentences(told, tokenize(told)).map((tokens) => {
        const base = block.start + begin;
        return plain(text.slice(base + (tokens[0]?.start ?? 0), base + (tokens.at(-1)?.end ?? 0)));
      });
    })
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** One line of Markdown as a reader sees it. */
export function plain(source: string): string {
  const line = oneLine(source);
  const block = parseTree(line).topNode.firstChild;
  return block && block.from === 0 && block.name === 'Paragraph' ? plainText(line, block) : line;
}

/** A note as far as there is room for it. */
export function shortenedNote(note: string): string {
  return shortened(note, 2 * LONGEST);
}

function shortened(line: string, most = LONGEST): string {
  if (line.length <= most) return line;
  const head = line.slice(0, most);
  return `${head.slice(0, endRunStart(head, /\S/)).trimEnd() || head} …`;
}
