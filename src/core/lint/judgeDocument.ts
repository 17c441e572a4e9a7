import { findConfidential } from '../confidential/findConfidential';
import type { Redactor } from '../confidential/redact';
import { Surroundings } from '../confidential/surroundings';
import type { TermFinder } from '../confidential/termFinder';
import { withoutQuotedTerms } from '../confidential/withoutQuotedTerms';
import { type DocumentFrontMatterResult, readFrontMatter } from '../config/documentFrontMatter';
import type { LintSettings } from '../config/settings';
import { findUnclosed } from '../config/unclosedFrontMatter';
import { findMisspeltHeadings, type UnknownId } from '../library/unknownIds';
import { isApplicable, type Rule, type RuleFix, type RuleInfo } from '../rules/rule';
import { declarationOf, type IsStoryFile, kindOf } from '../story/declaration';
import type { Analyse } from '../story/story';
import type { DocumentText } from '../text/documentText';
import { LONGEST_LINE, LONGEST_TEXT } from '../text/limits';
import type { Comment } from '../text/markdown';
import { fileTitle } from '../text/markdownFile';
import { moveBy } from '../text/moveBy';
import type { Region } from '../text/regions';
import type { Span } from '../text/span';
import type { DocumentInfo, DocumentKind } from '../types';
import { movedBy, type Objection, toProblems } from '../yaml/problem';
import type { AllowedPhrases } from './allowed';
import { isEnglish } from './english';
import { applyIgnores } from './ignores';
import type { RawFinding } from './judge';
import { judgeMappings } from './judgeMappings';
import { CONFIDENTIAL, FRONT_MATTER, STALE_IGNORE, UNKNOWN_ID } from './pseudoRules';
import { type PlacedReading, StoryFinder } from './storyFinder';
import { type Standard, StoryReader } from './storyReading';

/** What documents are judged with, made once for all of them. */
export interface Tools {
  readonly settings: LintSettings;
  /** The catalogue and the user's own rules. */
  readonly rules: readonly Rule[];
  /** The ids of all that can be ignored. */
  readonly known: readonly string[];
  readonly analyse: Analyse;
  readonly finder: TermFinder;
  readonly redactor: Redactor;
  readonly allowed: AllowedPhrases;
  readonly isStoryFile: IsStoryFile;
}

export interface JudgedDocument {
  readonly document: DocumentText;
  readonly kind: DocumentKind | undefined;
  /** What is not judged, and why, in words for the user. */
  readonly notes: readonly string[];
  readonly stories: readonly PlacedReading[];
  /** Works out the findings, a story at a time where nothing but the stories themselves decides what is found in them. */
  findings(): readonly FoundHere[];
}

/** Findings that stand together, before all that come in the list behind them. */
export interface FoundHere {
  /** In no order; the offsets count from `base`. */
  readonly findings: readonly RawFinding[];
  readonly base: number;
}

interface JudgingStandard extends Standard {
  readonly english: boolean;
  readonly front: DocumentFrontMatterResult;
  /** What is found in the front matter, once it has been looked for. */
  head: readonly RawFinding[] | undefined;
}

/** Judges the states of one document one after the other; what has not changed from one to the next is not done again. */
export class DocumentJudge {
  readonly #tools: Tools;
  readonly #info: DocumentInfo;
  readonly #stories: StoryFinder;
  #front: { readonly written: string; readonly result: DocumentFrontMatterResult } | undefined;
  #standard: JudgingStandard | undefined;
  /** What is wrong with the headings of framings, by region. */
  readonly #headings = new WeakMap<Region, readonly UnknownId[]>();

  constructor(tools: Tools, info: DocumentInfo) {
    const { min, max } = tools.settings.wordsPerMinute;
    this.#tools = tools;
    this.#info = info;
    this.#stories = new StoryFinder(new StoryReader(tools.analyse, (min + max) / 2));
  }

  judge(document: DocumentText): JudgedDocument {
    const front = this.#readFront(document);
    const { title } = front.frontMatter;
    const fallback = this.#info.path && fileTitle(this.#info.path);
    const beginning = document.regions[0]?.text ?? '';
    const declared = declarationOf(this.#info, front.frontMatter, beginning, this.#tools.isStoryFile);
    const { whole, isOff } = declared;
    const isTooLong = document.length > LONGEST_TEXT;
    const sheet = declared.kind === 'design';
    const stories = isTooLong || isOff ? [] : this.#stories.find(document, { whole, sheet, title, fallback });
    const kind = kindOf(declared, stories.length > 0);
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

  #readFront(document: DocumentText): DocumentFrontMatterResult {
    const { head, regions } = document;
    const unclosed = regions[0]?.text.startsWith('---') ? findUnclosed(document.text) : undefined;
    const written = unclosed ? JSON.stringify(unclosed) : head;
    if (this.#front?.written === written) return this.#front.result;
    const own = this.#tools.settings.ownRules.map(({ id }) => id);
    const { starl, objection } = unclosed ?? {};
    const result = objection
      ? { frontMatter: { starl }, problems: toProblems(document.text, [objection]), end: head.length }
      : readFrontMatter(head, own);
    this.#front = { written, result };
    return result;
  }

  /** The same object for as long as the same holds. */
  #standardOf(kind: DocumentKind, english: boolean, front: DocumentFrontMatterResult): JudgingStandard {
    const kept = this.#standard;
    if (kept?.context.kind === kind && kept.english === english && kept.front === front) return kept;
    const { settings, rules, allowed } = this.#tools;
    this.#standard = {
      rules: rules.filter((rule) => isApplicable(rule, kind, english)),
      context: { kind, settings: { ...settings, rules: { ...settings.rules, ...front.frontMatter.rules } } },
      allowed,
      english,
      front,
      head: undefined,
    };
    return this.#standard;
  }

  #findings(
    document: DocumentText,
    stories: readonly PlacedReading[],
    front: DocumentFrontMatterResult,
    standard: JudgingStandard,
  ): readonly FoundHere[] {
    const told = stories.map(({ reading, base }) => ({ findings: reading.judge(standard), base }));
    const { settings } = this.#tools;
    if (settings.confidential.length > 0 || document.hasComments || this.#headingsOf(document).length > 0)
      return [{ findings: this.#findAcross(document, stories, told, front, standard), base: 0 }];
    if (document.head === '' && front.problems.length === 0) return told;
    standard.head ??= this.#complainOfMappings(document.head, [], [], front, standard);
    return [{ findings: standard.head, base: 0 }, ...told];
  }

  /** The findings where comments may silence any of them, or words are looked for in the whole text. */
  #findAcross(
    document: DocumentText,
    stories: readonly PlacedReading[],
    told: readonly FoundHere[],
    front: DocumentFrontMatterResult,
    standard: JudgingStandard,
  ): readonly RawFinding[] {
    const { settings, finder, redactor, known } = this.#tools;
    const levels = standard.context.settings.rules;
    const { text } = document;
    const comments = document.regions.flatMap((region, i) => region.comments.map(moveBy(document.starts[i] ?? 0)));
    const blocks = document.regions.flatMap((region, i) => region.blocks.map(moveBy(document.starts[i] ?? 0)));
    const findings = told.flatMap(({ findings: own, base }) => own.map((finding) => moveFinding(finding, base)));
    if (settings.confidential.length > 0) {
      const surroundings = new Surroundings(text, document.head.length, blocks);
      for (const finding of findConfidential(finder, surroundings, levels)) findings.push(finding);
    }
    const { kept, stale } = applyIgnores({
      text,
      comments,
      blocks,
      findings,
      known,
      partRange: (offset) => partAround(stories, offset),
      hasRun: (id) => levels[id] !== 'off' && (id === CONFIDENTIAL.id || standard.rules.some((rule) => rule.id === id)),
    });
    const starts = stories.map(({ reading, base }) => ({ start: base + reading.story.start }));
    const found = [
      ...kept,
      ...complaints(STALE_IGNORE, stale, levels),
      ...this.#complainOfMappings(text, comments, starts, front, standard),
      ...complaints(UNKNOWN_ID, this.#headingsOf(document), levels),
    ];
    return settings.confidential.length > 0 ? withoutQuotedTerms(found, redactor) : found;
  }

  /** The headings of framings whose names were most likely misspelt. */
  #headingsOf({ regions, starts }: DocumentText): Objection[] {
    if (!this.#tools.settings.vocabulary) return [];
    return regions.flatMap((region, i) => {
      const known = this.#headings.get(region) ?? findMisspeltHeadings(region.blocks, this.#tools.settings);
      this.#headings.set(region, known);
      return known.map(movedBy(starts[i] ?? 0));
    });
  }

  /** What is wrong with the front matter, and with what it and comments say that stories are for. */
  #complainOfMappings(
    text: string,
    comments: readonly Comment[],
    stories: readonly { readonly start: number }[],
    { frontMatter, problems }: DocumentFrontMatterResult,
    { context }: Standard,
  ): RawFinding[] {
    const { rules: levels } = context.settings;
    const mapped = judgeMappings(text, { frontMatter, comments, stories, settings: this.#tools.settings });
    return [
      ...complaints(FRONT_MATTER, [...problems, ...mapped.problems], levels),
      ...complaints(UNKNOWN_ID, mapped.unknown, levels),
    ];
  }
}

/** A note names no more lines than that. */
const MOST_LINES_NAMED = 5;

function notesOn(document: DocumentText, english: boolean): string[] {
  const notes: string[] = [];
  if (!english) notes.push('Only English is judged; this text is mostly in another language.');
  if (document.length > LONGEST_TEXT) notes.push('This text is longer than 2 MB; nothing in it is judged.');
  const note = (offsets: readonly number[], tell: (lines: string, are: string) => string): void => {
    if (offsets.length === 0) return;
    const lines = [...new Set(offsets.map((offset) => document.position(offset).line))].sort((a, b) => a - b);
    const [which, are] = lines.length === 1 ? ['Line', 'is'] : ['Lines', 'are'];
    const named = lines.slice(0, lines.length > MOST_LINES_NAMED ? MOST_LINES_NAMED - 1 : MOST_LINES_NAMED).map(String);
    if (named.length < lines.length) named.push(`${lines.length - named.length} more`);
    notes.push(tell(`${which} ${new Intl.ListFormat('en').format(named)}`, are));
  };
  note(document.longLines, (lines, are) => {
    const longest = LONGEST_LINE.toLocaleString('en');
    return `${lines} ${are} longer than ${longest} characters and ${are} not judged.`;
  });
  note(document.tooDeep, (lines, are) => `${lines} ${are} nested too deeply, and ${are} judged only in part.`);
  return notes;
}

export function moveFinding(finding: RawFinding, by: number): RawFinding {
  if (by === 0) return finding;
  const move = moveBy(by);
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
function partAround(stories: readonly PlacedReading[], offset: number): Span | undefined {
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
