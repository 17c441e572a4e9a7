import { type DocumentFrontMatter, readFrontMatter } from '../config/documentFrontMatter';
import { titleIn } from '../story/passages';
import { counted } from '../text/counted';
import { LineIndex } from '../text/lines';
import { type Markdown, readMarkdown } from '../text/markdown';
import type { Span } from '../text/span';
import {
  type Finding,
  PARTS,
  type PartName,
  type PartOutline,
  type Report,
  type Severity,
  type StoryOutline,
} from '../types';
import { readFramings } from './framing';
import { headingOf, headingTitle } from './heading';
import { type AllMappings, type Framing, joinMappings } from './mapping';
import { readStoryComment } from './storyComment';
import { contentWords } from './words';

/** Told, told too shortly or with a finding against the part as a whole, not told, or not known before it is judged. */
export type PartState = 'present' | 'thin' | 'missing' | 'unread';

/** One of the five parts of a story. */
export interface PartRecord {
  readonly part: PartName;
  readonly state: PartState;
  readonly words: number;
  /** Spoken time. */
  readonly seconds: number;
  /** Where it begins, counted from 1; undefined where it is not told. */
  readonly line: number | undefined;
  /** Why it is thin or missing, in sentences. */
  readonly reasons: readonly string[];
  /** What it speaks of: its content words, each once, separated by spaces. */
  readonly vocabulary: string;
}

/** What the views, the coverage and the command line know of one story. It holds on to nothing of the file's text. */
export interface StoryRecord extends AllMappings {
  /** Names the story in its file for as long as its title stays. */
  readonly id: string;
  readonly title: string;
  /** Offsets in the file as it was read. */
  readonly start: number;
  readonly end: number;
  /** Counted from 1. */
  readonly line: number;
  readonly words: number;
  /** Spoken time. */
  readonly seconds: number;
  /** All five, in the order of STARL. */
  readonly parts: readonly PartRecord[];
  /** False where only its marks have been read: there may be findings, then, and parts may be missing or thin. */
  readonly isJudged: boolean;
  /** How many findings there are of each severity. */
  readonly findings: Readonly<Record<Severity, number>>;
}

/** A part with fewer words is thin: hardly more than one sentence. */
const THIN_WORDS = 12;

/** The rules that judge a part as a whole, beside those that miss it. */
const PART_RULES: ReadonlySet<string> = new Set([
  'unmeasured-result',
  'low-ownership',
  'timeline-only',
  'missing-tradeoff',
  'part-balance',
]);

/** A text, read. */
export interface Source extends Pick<Markdown, 'blocks' | 'comments'> {
  readonly frontMatter: DocumentFrontMatter;
}

/** What is known of a text: by a survey, which has no findings, or by the linter. */
export type Known = Pick<Report, 'kind' | 'outline'> & {
  readonly findings?: Report['findings'];
  readonly source?: Source;
};

/** The stories of a file, from what is known of its text; none where it is no file of stories. */
export function readRecords(text: string, report: Known): StoryRecord[] {
  if (report.kind !== 'story' && report.kind !== 'narrative') return [];
  const isJudged = report.findings !== undefined;
  const { frontMatter, comments, blocks } = report.source ?? readSource(text);
  const lines = new LineIndex(text);
  const seen = new Map<string, number>();
  const records = report.outline.map((story, index): StoryRecord => {
    // What stands above the first story is told of it, too.
    const from = index === 0 ? 0 : story.start;
    const to = report.outline[index + 1]?.start ?? text.length + 1;
    const findings = (report.findings ?? []).filter(({ start }) => start.offset >= from && start.offset < to);
    const own = readStoryComment(text, comments, { start: from, end: to });
    const heading = headingOf(blocks, story, (one) => titleIn(one) === story.title);
    const title = heading && frontMatter.title !== story.title ? headingTitle(text, heading) : story.title;
    const nth = (seen.get(title) ?? 0) + 1;
    seen.set(title, nth);
    return {
      id: nth === 1 ? title : `${title}\n${nth}`,
      title,
      start: story.start,
      end: story.end,
      line: lines.position(story.start).line,
      words: story.words,
      seconds: story.seconds,
      parts: PARTS.map((part) =>
        isJudged ? readPart(part, story, findings, text, lines) : surveyPart(part, story, lines),
      ),
      isJudged,
      findings: countBySeverity(findings),
      ...joinMappings(frontMatter, own?.mappings ?? {}, {
        framings: framingsUnder(text, blocks, { start: from, end: to }),
      }),
    };
  });
  // A slice of a string keeps all of it alive.
  return JSON.parse(JSON.stringify(records));
}

function framingsUnder(text: string, blocks: Source['blocks'], within: Span): Framing[] {
  return readFramings(text, blocks, within).map(({ name, note }) => ({ name, note }));
}

function readSource(text: string): Source {
  const { frontMatter, end } = readFrontMatter(text);
  return { frontMatter, ...readMarkdown(text, end) };
}

/** A part that is marked or has words of its own; what is told in passing has neither. */
const ownPart = ({ parts }: StoryOutline, part: PartName): PartOutline | undefined =>
  parts.find((one) => one.part === part && (one.marked || one.words > 0));

function surveyPart(part: PartName, story: StoryOutline, lines: LineIndex): PartRecord {
  const told = ownPart(story, part);
  const { words, seconds } = told ?? { words: 0, seconds: 0 };
  return {
    part,
    state: 'unread',
    words,
    seconds,
    line: told && lines.position(told.start).line,
    reasons: [],
    vocabulary: '',
  };
}

function readPart(
  part: PartName,
  story: StoryOutline,
  findings: readonly Finding[],
  text: string,
  lines: LineIndex,
): PartRecord {
  const told = ownPart(story, part);
  const missing = findings.find(({ rule }) => rule === `missing-${part}`);
  const { words, seconds } = told ?? { words: 0, seconds: 0 };
  const place = {
    part,
    words,
    seconds,
    line: told && lines.position(told.start).line,
    // The prompts of a template are nobody's story.
    vocabulary: told && words > 0 ? contentWords(text.slice(told.start, told.end)).join(' ') : '',
  };
  if (missing) return { ...place, state: 'missing', reasons: [missing.message] };
  const reasons = findings.filter((one) => one.part === part && PART_RULES.has(one.rule)).map(({ message }) => message);
  // The linter has found it told, then: in passing, within another part.
  if (words === 0) reasons.unshift('It has no sentence of its own.');
  else if (words < THIN_WORDS) reasons.unshift(`Only ${counted(words, 'word')}.`);
  return { ...place, state: reasons.length > 0 ? 'thin' : 'present', reasons };
}

function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
