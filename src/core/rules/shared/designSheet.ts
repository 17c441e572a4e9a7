import { type Evidence, NO_EVIDENCE } from '../../scorer/evidence';
import type { Story, StorySentence } from '../../story/story';
import { hasPrompt } from './prompt';

/** The rule whose evidence tells what a line of a sheet is. */
export const SCOPING = 'few-scoping-questions';
/** A sheet of fewer words has only been begun. */
const FEWEST_WORDS = 8;
/** A label ranks below every heading. */
const LABEL = 7;
const LONGEST_LABEL = 7;
/** Marks behind which an item of a list answers itself. */
const ANSWER = /→|->|=>|=|:\s|;|\s[–—-]\s/;

/** A sentence or heading of a design sheet in its place. */
export interface SheetLine {
  readonly at: StorySentence;
  /** The title only repeats what was asked for. */
  readonly isTitle: boolean;
  /** What heads it, the nearest last; without the title. */
  readonly headings: readonly StorySentence[];
  readonly isHeading: boolean;
  /** Stands among the questions to be asked first. */
  readonly isAsking: boolean;
  /** Asks and is not answered on the spot; or repeats what was asked for. */
  readonly isOpen: boolean;
  /** Sets the scene: what is given, wanted or there already. */
  readonly isScene: boolean;
}

export function evidenceOf(at: StorySentence, rule: string): Evidence {
  return at.evidence.get(rule) ?? NO_EVIDENCE;
}

/** The lines of a sheet in their order; none while the sheet has only been begun. */
export function sheetLines(story: Story, text: string): readonly SheetLine[] {
  if (story.sentences.reduce((sum, { sentence }) => sum + sentence.words, 0) < FEWEST_WORDS) return [];
  const lines: SheetLine[] = [];
  let open: { readonly at: StorySentence; readonly level: number }[] = [];
  const levels = story.sentences.map((at) => levelOf(at, text));
  for (const at of story.sentences) {
    const level = levels[at.index] ?? 0;
    const before = story.sentences[at.index - 1];
    // A label holds for the list or the table below it, or for one paragraph.
    const left =
      at.block.kind !== 'item' &&
      before !== undefined &&
      before.block !== at.block &&
      levels[before.index] !== LABEL &&
      !isCell(at, text);
    const sameHead = level === LABEL && before !== undefined && levels[before.index] === LABEL && isCell(at, text);
    open = open.filter((heading) => (level && !sameHead ? heading.level < level : !(left && heading.level === LABEL)));
    lines.push(
      readLine(
        at,
        open.map((heading) => heading.at),
        level > 0,
      ),
    );
    if (level > 0 && !isTitle(at)) open.push({ at, level });
  }
  return lines;
}

function readLine(at: StorySentence, headings: readonly StorySentence[], isHeading: boolean): SheetLine {
  const own = evidenceOf(at, SCOPING);
  const under = (name: string): boolean => headings.some((heading) => evidenceOf(heading, SCOPING).has(name));
  const isAsking = under('not asking');
  return {
    at,
    isTitle: isTitle(at),
    headings,
    isHeading,
    isAsking,
    isOpen: isTitle(at) || own.has('not prompt') || under('not prompt') || isUnanswered(at, isAsking),
    isScene:
      isTitle(at) ||
      under('not scene') ||
      own.has('not prompt') ||
      own.has('not chosen') ||
      (isHeading && own.has('not scene')),
  };
}

/** Opens the sheet and ranks above every other heading. */
function isTitle({ index, block, story }: StorySentence): boolean {
  if (index > 0 || block.kind !== 'heading') return false;
  const others = story.blocks.filter((other) => other.kind === 'heading' && other !== block);
  return others.every(({ level }) => level > block.level) && (block.level === 1 || others.length > 0);
}

function levelOf(at: StorySentence, text: string): number {
  const { block, sentence } = at;
  if (block.kind === 'heading') return block.level;
  if (isCell(at, text)) return isTableHead(at, text) ? LABEL : 0;
  const own = block.text.trim();
  // First whether it is all of its block, so that no block is looked through for each of its sentences.
  if (sentence.words > LONGEST_LABEL || sentence.text.length < own.length - 4) return 0;
  const isBold = block.bold.some(([start, end]) => block.text.slice(start, end).trim() === own);
  return isBold || /:\s*$/.test(own) ? LABEL : 0;
}

/** Whether a sentence stands in a cell of a table. */
function isCell({ block }: StorySentence, text: string): boolean {
  return (
    block.kind === 'paragraph' &&
    (/\|[ \t]*$/.test(before(text, block.start)) || /^[ \t]*\|/.test(text.slice(block.end, block.end + 80)))
  );
}

const before = (text: string, offset: number): string => text.slice(Math.max(0, offset - 80), offset);

function isTableHead({ block }: StorySentence, text: string): boolean {
  const next = text.indexOf('\n', block.end) + 1;
  const end = text.indexOf('\n', next);
  return next > 0 && /^[ \t]*(?:\|[ \t]*)?:?-[-:|\s]*$/.test(text.slice(next, end < 0 ? text.length : end));
}

function isUnanswered(at: StorySentence, isAsking: boolean): boolean {
  const next = at.story.sentences[at.index + 1];
  if (hasPrompt(at)) return false;
  if (questionMarks(at) > 0) return next?.block !== at.block && !ANSWER.test(behindQuestion(at));
  return isAsking && at.block.kind === 'item' && !ANSWER.test(at.block.text) && !at.block.text.includes('?');
}

const behindQuestion = ({ sentence }: StorySentence): string => sentence.text.slice(sentence.text.lastIndexOf('?') + 1);

/** How many question marks a sentence has; a quotation may hold several questions. */
export function questionMarks({ sentence }: StorySentence): number {
  return sentence.tokens.reduce((count, { text }) => count + (text.startsWith('?') ? 1 : 0), 0);
}

/** Whether some line of the sheet says it: a statement, a heading with something below it, a question that is answered. */
export function says(lines: readonly SheetLine[], isSaid: (line: SheetLine) => boolean): boolean {
  return lines.some((line) => !line.isOpen && isSaid(line));
}
