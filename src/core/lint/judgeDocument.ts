import { findConfidential } from '../confidential/findConfidential';
import type { TermFinder } from '../confidential/termFinder';
import { type DocumentFrontMatterResult, readFrontMatter } from '../config/documentFrontMatter';
import type { LintSettings } from '../config/settings';
import { isApplicable, type Rule, type RuleFix, type RuleInfo } from '../rules/rule';
import { findStoryRuns } from '../story/passages';
import { type PlacedRun, Run, toRuns } from '../story/runs';
import type { Analyse } from '../story/story';
import type { DocumentText } from '../text/documentText';
import { LONGEST_LINE, LONGEST_TEXT } from '../text/limits';
import type { Block, Comment } from '../text/markdown';
import type { Region } from '../text/regions';
import type { DocumentInfo, DocumentKind } from '../types';
import { isEnglish } from './english';
import { applyIgnores, type Range } from './ignores';
import type { RawFinding } from './judge';
import { judgeMappings } from './judgeMappings';
import { CONFIDENTIAL, FRONT_MATTER, STALE_IGNORE, UNKNOWN_ID } from './pseudoRules';
import { type Standard, StoryReader, type StoryReading } from './storyReading';

/** What documents are judged with, made once for all of them. */
export interface Tools {
  readonly settings: LintSettings;
  /** The catalogue and the user's own rules. */
  readonly rules: readonly Rule[];
  /** The ids of all that can be ignored. */
  readonly known: readonly string[];
  readonly analyse: Analyse;
  readonly finder: TermFinder;
  isStoryFile(path: string): boolean;
}

/** A story in its document. */
export interface PlacedReading {
  readonly reading: StoryReading;
  /** Add this to the reading's offsets to get offsets in the document. */
  readonly base: number;
}

export interface JudgedDocument {
  readonly document: DocumentText;
  readonly kind: DocumentKind | undefined;
  /** What is not judged, and why, in words for the user. */
  readonly notes: readonly string[];
  readonly stories: readonly PlacedReading[];
  /** Works out the findings, in no order; offsets in the document. */
  findings(): RawFinding[];
}

/** Judges the states of one document one after the other; what has not changed from one to the next is not done again. */
export class DocumentJudge {
  readonly #tools: Tools;
  readonly #info: DocumentInfo;
  readonly #reader: StoryReader;
  readonly #runs = new WeakMap<Region, readonly Run[]>();
  #front: { readonly head: string; readonly result: DocumentFrontMatterResult } | undefined;
  #standard: (Standard & { readonly english: boolean; readonly front: DocumentFrontMatterResult }) | undefined;

  constructor(tools: Tools, info: DocumentInfo) {
    const { min, max } = tools.settings.wordsPerMinute;
    this.#tools = tools;
    this.#info = info;
    this.#reader = new StoryReader(tools.analyse, (min + max) / 2);
  }

  judge(document: DocumentText): JudgedDocument {
    const { path, kind: named } = this.#info;
    const front = this.#readFront(document.head);
    const { starl, title } = front.frontMatter;
    const declared = named ?? starl;
    const whole = declared !== undefined || (path !== undefined && this.#tools.isStoryFile(path));
    const isTooLong = document.length > LONGEST_TEXT;
    const stories = isTooLong ? [] : this.#readStories(document, { whole, sheet: declared === 'design', title });
    const kind = declared ?? (whole || stories.length > 0 ? 'story' : undefined);
    const english = isEnglish(stories.map(({ reading }) => reading));
    const isJudged = kind !== undefined && !isTooLong;
    return {
      document,
      kind,
      stories,
      notes: notesOn(document, english),
      findings: () =>
        isJudged ? this.#findings(document, stories, front, this.#standardOf(kind, english, front)) : [],
    };
  }

  #readFront(head: string): DocumentFrontMatterResult {
    const own = this.#tools.settings.ownRules.map(({ id }) => id);
    if (this.#front?.head !== head) this.#front = { head, result: readFrontMatter(head, own) };
    return this.#front.result;
  }

  #readStories(
    document: DocumentText,
    options: { readonly whole: boolean; readonly sheet: boolean; readonly title: string | undefined },
  ): PlacedReading[] {
    const runs = document.regions.flatMap((region, i): PlacedRun[] => {
      const at = document.starts[i] ?? 0;
      return this.#runsOf(region).map((run) => ({ run, at }));
    });
    const eol = document.hasCarriageReturns ? '\r\n' : '\n';
    return findStoryRuns(runs, options).map((story) => {
      const base = story.runs[0]?.at ?? 0;
      const text = (): string => document.slice(base, story.runs.at(-1)?.at ?? base);
      return { base, reading: this.#reader.read({ runs: story, base, eol, text }) };
    });
  }

  /** At least one run for each region, so that a change of code is a change of the story in which it stands. */
  #runsOf(region: Region): readonly Run[] {
    let runs = this.#runs.get(region);
    if (!runs) {
      const found = toRuns(region.blocks);
      runs = found.length > 0 ? found : [new Run(undefined, [])];
      this.#runs.set(region, runs);
    }
    return runs;
  }

  /** The same object for as long as the same holds. */
  #standardOf(kind: DocumentKind, english: boolean, front: DocumentFrontMatterResult): Standard {
    const kept = this.#standard;
    if (kept?.context.kind === kind && kept.english === english && kept.front === front) return kept;
    const { settings, rules } = this.#tools;
    this.#standard = {
      rules: rules.filter((rule) => isApplicable(rule, kind, english)),
      context: { kind, settings: { ...settings, rules: { ...settings.rules, ...front.frontMatter.rules } } },
      english,
      front,
    };
    return this.#standard;
  }

  #findings(
    document: DocumentText,
    stories: readonly PlacedReading[],
    { frontMatter, problems }: DocumentFrontMatterResult,
    standard: Standard,
  ): RawFinding[] {
    const { settings, finder, known } = this.#tools;
    const levels = standard.context.settings.rules;
    const comments = document.regions.flatMap((region, i) => region.comments.map(moveBy(document.starts[i] ?? 0)));
    const blocks = (): Block[] =>
      document.regions.flatMap((region, i) => region.blocks.map(moveBy(document.starts[i] ?? 0)));
    const findings = stories.flatMap(({ reading, base }) =>
      reading.judge(standard).map((finding) => moveFinding(finding, base)),
    );
    if (settings.confidential.length > 0) {
      const surroundings = { text: document.text, blocks: blocks(), body: document.head.length };
      findings.push(...findConfidential(finder, surroundings, levels));
    }
    if (comments.length === 0 && document.head === '') return findings;
    const { text } = document;
    const { kept, stale } = applyIgnores({
      text,
      comments,
      blocks: blocks(),
      findings,
      known,
      partRange: (offset) => partAround(stories, offset),
      hasRun: (id) => levels[id] !== 'off' && (id === CONFIDENTIAL.id || standard.rules.some((rule) => rule.id === id)),
    });
    const starts = stories.map(({ reading, base }) => ({ start: base + reading.story.start }));
    const mapped = judgeMappings(text, { frontMatter, comments, stories: starts, settings });
    return [
      ...kept,
      ...complaints(STALE_IGNORE, stale, levels),
      ...complaints(FRONT_MATTER, [...problems, ...mapped.problems], levels),
      ...complaints(UNKNOWN_ID, mapped.unknown, levels),
    ];
  }
}

function notesOn(document: DocumentText, english: boolean): string[] {
  const notes: string[] = [];
  if (!english) notes.push('Only English is judged; this text is mostly in another language.');
  if (document.length > LONGEST_TEXT) notes.push('This text is longer than 2 MB; nothing in it is judged.');
  const lines = document.longLines.map((offset) => document.position(offset).line);
  if (lines.length > 0) {
    const [which, are] = lines.length === 1 ? ['Line', 'is'] : ['Lines', 'are'];
    const named = new Intl.ListFormat('en').format(lines.map(String));
    notes.push(
      `${which} ${named} ${are} longer than ${LONGEST_LINE.toLocaleString('en')} characters and ${are} not judged.`,
    );
  }
  return notes;
}

const moveBy =
  (by: number) =>
  <Placed extends Block | Comment>(placed: Placed): Placed =>
    by === 0 ? placed : { ...placed, start: placed.start + by, end: placed.end + by };

function moveFinding(finding: RawFinding, by: number): RawFinding {
  if (by === 0) return finding;
  const move = <Placed extends Range>(placed: Placed): Placed => ({
    ...placed,
    start: placed.start + by,
    end: placed.end + by,
  });
  return {
    ...move(finding),
    related: finding.related.map(move),
    fixes: () => finding.fixes().map((fix) => ({ ...fix, edits: fix.edits.map(move) })),
  };
}

/** What is wrong with the directives or the front matter, as findings of a rule. */
function complaints(
  { id, severity }: RuleInfo,
  objections: readonly {
    readonly start: number;
    readonly end: number;
    readonly message: string;
    readonly fixes?: readonly RuleFix[];
  }[],
  levels: LintSettings['rules'],
): RawFinding[] {
  const level = levels[id] ?? severity;
  if (level === 'off') return [];
  return objections.map(({ start, end, message, fixes = [] }) => ({
    rule: id,
    severity: level,
    message,
    start,
    end,
    related: [],
    fixes: () => fixes,
  }));
}

/** From the first to the last sentence of the part in which an offset stands, or which follows it. */
function partAround(stories: readonly PlacedReading[], offset: number): Range | undefined {
  const placed = stories.findLast(({ reading, base }) => base + reading.story.start <= offset) ?? stories[0];
  if (!placed) return undefined;
  const shift = placed.base;
  const { sentences } = placed.reading.story;
  const at = sentences.find(({ base, sentence }) => shift + base + sentence.end > offset) ?? sentences.at(-1);
  const own = sentences.filter(({ part }) => part === at?.part);
  const first = own[0];
  const last = own.at(-1);
  return first && last ? { start: shift + first.base, end: shift + last.base + last.sentence.end } : undefined;
}
