import { plainText } from '../checklist/plainText';
import type { Sentence } from '../language/analyse';
import type { Clause } from '../language/clauses';
import { missingTradeoff } from '../rules/missingTradeoff';
import { NO_EVIDENCE } from '../scorer/evidence';
import { isAct, isAdvice, isAphorism, JOB_EVIDENCE, tellsHabit } from '../story/jobs';
import { findLabels } from '../story/labels';
import type { Analyse, AnalysedSentence } from '../story/story';
import { withoutEnd } from '../text/endRun';
import { type Block, parseTree } from '../text/markdown';
import { oneLine } from '../text/oneLine';
import { shortened } from '../text/shortened';
import type { Span } from '../text/span';
import { PARTS, type PartName, type PartOutline, type StoryOutline } from '../types';

/** What to say of one part of a story. */
export interface CueLine {
  readonly part: PartName;
  /** Plain text; empty where the part is not told. */
  readonly text: string;
}

/** How the sentences of a story are weighed. */
export interface CueTools {
  readonly analyse: Analyse;
  /** Where single sentences are objected to. */
  readonly objections: readonly Span[];
  /** What is shown of a span of the text. */
  readonly show: (span: Span) => string;
}

/** A line on paper: longer sentences are cut at a word. */
const LONGEST = 170;
/** Behind a sentence that is objected to. */
const TO_BE_MENDED = ' (to be mended)';
/** What a list follows. */
const ANNOUNCES = /:\p{P}?$/u;
const ITEM_END = /[.;,\s]/;

/** Of a choice that was the narrator's; what follows is told more easily than the choice. */
const DECIDING = new Set(
  'decide choose argue refuse insist propose reject pick commit overrule push recommend persuade convince drop kill cancel'.split(
    ' ',
  ),
);

/** A decision says more than any other act; one that names what it cost, or what else there was, says most. */
const DECISION = 2;

/** Days and years say when, not how much: "3 June", "May 9", "2027-05-09", "in 2025". */
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}';
const DAYS = new RegExp(
  String.raw`\b\d{4}-\d\d-\d\d\b|\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\b|\b${MONTH} \d{1,2}(?:st|nd|rd|th)?\b|\b(?:in|since|by|until|of|${MONTH}) (?:19|20)\d\d\b`,
  'gi',
);
const FIGURES = /\p{N}[\p{N}.,]*/gu;
/** A change says most of a result: what it was, and what it is. */
const MOST_FIGURES = 2;

const INTENDING = new Set('plan intend want hope try aim go wish mean promise'.split(' '));

/** "Next time I will ask", "I'd go slower", "I want to ask earlier": of what the narrator does since, no word. */
function intends({ clauses, tokens }: Sentence): boolean {
  const own = clauses.find(({ actor, subordinator }) => actor === 'i' && subordinator === undefined);
  if (!own || own.tense === 'past') return false;
  const { unreal, lemma, groupStart, verb } = own;
  const next = clauses[clauses.indexOf(own) + 1];
  const wants = INTENDING.has(lemma) && next?.unreal === true && next.actor === 'i';
  return unreal || wants || tokens.slice(groupStart, verb).some(({ text }) => text === "'d");
}

/** What speaks for saying a sentence aloud, by part; of equals the first is said. */
const WEIGHT: Readonly<Record<PartName, (said: AnalysedSentence, text: string) => number>> = {
  situation: () => 0,
  task: () => 0,
  action: ({ sentence, evidence }) => {
    const act = Math.max(0, ...sentence.clauses.map(weightOfAct));
    const against = evidence.get(missingTradeoff.id) ?? NO_EVIDENCE;
    return act === DECISION && (against.has('not cost') || against.has('not alternative')) ? DECISION + 1 : act;
  },
  result: (_, text) => Math.min(MOST_FIGURES, text.replace(DAYS, '').match(FIGURES)?.length ?? 0),
  learning: (said) => {
    const evidence = said.evidence.get(JOB_EVIDENCE) ?? NO_EVIDENCE;
    const changes = evidence.has('change') || evidence.has('now');
    const isHabit = tellsHabit(said.sentence);
    if ((changes || isHabit) && !intends(said.sentence)) return changes && isHabit ? 3 : 2;
    return Number(changes || isHabit || evidence.has('lesson') || isAdvice(said.sentence) || isAphorism(said.sentence));
  },
};

function weightOfAct(clause: Clause): number {
  if (clause.actor !== 'i' || !isAct(clause)) return 0;
  return DECIDING.has(clause.lemma) && clause.subordinator === undefined ? DECISION : 1;
}

/**
 * The five lines of a story: of each part the sentence that says most for the narrator. One that overlaps what is objected
 * to is said only where no other says anything for it, and one that announces a list only with some of that list.
 */
export function tellStory(
  text: string,
  blocks: readonly Block[],
  { parts }: StoryOutline,
  { analyse, objections, show }: CueTools,
): CueLine[] {
  const isGood = ({ start, end }: Said): boolean => !objections.some((one) => one.start < end && one.end > start);
  return PARTS.map((part) => {
    const place = parts.find((one) => one.part === part);
    const told = place ? sentencesOf(text, blocks, place, analyse) : [];
    const weightOf = ({ analysed, text }: Said): number => WEIGHT[part](analysed, text);
    const most = Math.max(...told.map(weightOf));
    const saying = told.filter((one) => most === 0 || weightOf(one) > 0);
    const listed = (one: Said): Said[] => itemsBehind(told, told.indexOf(one)).filter(isGood);
    const full = saying.filter((one) => !ANNOUNCES.test(one.text) || listed(one).length > 0);
    const among = [full.filter(isGood), saying.filter(isGood), full, saying].find(({ length }) => length > 0) ?? [];
    const best = Math.max(...among.map(weightOf));
    const chosen = among.find((one) => weightOf(one) === best);
    if (!chosen) return { part, text: '' };
    const items = ANNOUNCES.test(chosen.text) ? listed(chosen) : [];
    const line = withItems(show(chosen), items.map(show));
    return {
      part,
      text: isGood(chosen) ? shortened(line, LONGEST) : shortened(line, LONGEST - TO_BE_MENDED.length) + TO_BE_MENDED,
    };
  });
}

/** The items of the list behind a sentence, of each the first sentence. */
function itemsBehind(told: readonly Said[], at: number): Said[] {
  const behind = told.slice(at + 1);
  const end = behind.findIndex(({ isItem }) => !isItem);
  return (end < 0 ? behind : behind.slice(0, end)).filter(({ opensBlock }) => opensBlock);
}

/** A line with as many items behind it as there is room for, and one of them at least. */
function withItems(line: string, [first, ...others]: readonly string[]): string {
  if (first === undefined) return line;
  let all = `${line} ${withoutEnd(first, ITEM_END)}`;
  for (const item of others) {
    const longer = `${all}; ${withoutEnd(item, ITEM_END)}`;
    if (longer.length > LONGEST) break;
    all = longer;
  }
  return all;
}

/** A sentence with its plain text and its place in the file. */
interface Said extends Span {
  readonly text: string;
  readonly analysed: AnalysedSentence;
  /** Whether it is of an item of a list. */
  readonly isItem: boolean;
  readonly opensBlock: boolean;
}

function sentencesOf(text: string, blocks: readonly Block[], part: PartOutline, analyse: Analyse): Said[] {
  return blocks
    .filter(({ kind, start, end }) => kind !== 'heading' && start < part.end && end > part.start)
    .flatMap((block) => {
      const from = Math.max(0, part.start - block.start);
      const label = findLabels(block).find(({ start, trailing }) => !trailing && Math.abs(start - from) <= 3);
      const begin = label?.end ?? from;
      return analyse(block.text.slice(begin, part.end - block.start)).map(({ at, analysed }, index) => {
        const start = block.start + begin + at;
        const span = withMarks({ start, end: start + analysed.sentence.end }, text, block);
        const isItem = block.kind === 'item';
        return { ...span, analysed, text: plain(text.slice(span.start, span.end)), isItem, opensBlock: index === 0 };
      });
    })
    .filter((said) => /[\p{L}\p{N}]/u.test(said.text));
}

/** A sentence with the marks of emphasis right before and behind it, without which the others of their pairs would be text. */
function withMarks({ start, end }: Span, text: string, block: Block): Span {
  const isMark = (at: number): boolean => /[*_]/.test(text.charAt(at)) && block.text.charAt(at - block.start) === ' ';
  let from = start;
  let to = end;
  while (isMark(from - 1)) from--;
  while (isMark(to)) to++;
  return { start: from, end: to };
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
