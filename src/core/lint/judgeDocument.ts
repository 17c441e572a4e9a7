import type { ConfidentialFinder } from '../confidential/findConfidential';
import type { Redactor } from '../confidential/redact';
import { type DocumentFrontMatterResult, readFrontMatter } from '../config/documentFrontMatter';
import type { LintSettings } from '../config/settings';
import { findUnclosed } from '../config/unclosedFrontMatter';
import { isApplicable, type Rule } from '../rules/rule';
import { declarationOf, type IsStoryFile, kindOf } from '../story/declaration';
import type { Analyse } from '../story/story';
import type { DocumentText } from '../text/documentText';
import { LONGEST_LINE, LONGEST_TEXT } from '../text/limits';
import { fileTitle } from '../text/markdownFile';
import type { DocumentInfo, DocumentKind } from '../types';
import { toProblems } from '../yaml/problem';
import type { AllowedPhrases } from './allowed';
import { ChapterJudge, type FoundHere } from './chapters';
import { isEnglish } from './english';
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
  readonly confidential: ConfidentialFinder;
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
  /** Works out the findings, chapter by chapter. */
  findings(): readonly FoundHere[];
}

interface JudgingStandard extends Standard {
  readonly english: boolean;
  /** How loudly rules speak in this document, as JSON. */
  readonly levels: string | undefined;
}

/** Judges the states of one document one after the other; what has not changed from one to the next is not done again. */
export class DocumentJudge {
  readonly #tools: Tools;
  readonly #info: DocumentInfo;
  readonly #stories: StoryFinder;
  readonly #chapters: ChapterJudge;
  #front: { readonly written: string; readonly result: DocumentFrontMatterResult } | undefined;
  #standard: JudgingStandard | undefined;

  constructor(tools: Tools, info: DocumentInfo) {
    const { min, max } = tools.settings.wordsPerMinute;
    this.#tools = tools;
    this.#info = info;
    this.#stories = new StoryFinder(new StoryReader(tools.analyse, (min + max) / 2));
    this.#chapters = new ChapterJudge(tools);
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
        isJudged ? this.#chapters.judge(document, stories, front, this.#standardOf(kind, english, front)) : [],
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
  #standardOf(kind: DocumentKind, english: boolean, { frontMatter }: DocumentFrontMatterResult): JudgingStandard {
    const kept = this.#standard;
    const levels = JSON.stringify(frontMatter.rules);
    if (kept?.context.kind === kind && kept.english === english && kept.levels === levels) return kept;
    const { settings, rules, allowed } = this.#tools;
    this.#standard = {
      rules: rules.filter((rule) => isApplicable(rule, kind, english)),
      context: { kind, settings: { ...settings, rules: { ...settings.rules, ...frontMatter.rules } } },
      allowed,
      english,
      levels,
    };
    return this.#standard;
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
