import picomatch from 'picomatch/posix';
import { DEFAULT_SETTINGS, type LintSettings } from '../config/settings';
import { analyse, type Sentence } from '../language/analyse';
import { RULES } from '../rules';
import { findStories } from '../story/passages';
import { buildStory } from '../story/story';
import { outlineOf, summarise } from '../story/summary';
import { findFrontMatter } from '../text/frontMatter';
import { LineIndex } from '../text/lines';
import { readMarkdown } from '../text/markdown';
import type { DocumentInfo, DocumentKind, Edit, Finding, Fix, Report, TextChange } from '../types';
import { BoundedCache } from './cache';
import { isEnglish } from './english';
import { judgeStory, type RawFinding } from './judge';

export interface LinterOptions {
  /** What differs from the defaults. */
  readonly settings?: Partial<LintSettings>;
}

export interface Linter {
  /** Judges a whole text. */
  lint(text: string, info?: DocumentInfo): Report;
  /** Keeps a text open and judges it again at the cost of what an edit touches. */
  open(text: string, info?: DocumentInfo): OpenDocument;
  /** The edits that cure what can be cured without changing the meaning; ordered, never overlapping. */
  fixAll(text: string, info?: DocumentInfo): Edit[];
}

export interface OpenDocument {
  readonly report: Report;
  /** Applies changes in the order given, as the editor's change event lists them, and judges again. */
  edit(changes: readonly TextChange[]): Report;
  close(): void;
}

/** Paragraphs whose analysis is kept: about forty stories. */
const CACHED_PASSAGES = 1000;

export function createLinter(options: LinterOptions = {}): Linter {
  const settings: LintSettings = { ...DEFAULT_SETTINGS, ...options.settings };
  const isStoryFile = picomatch([...settings.files], { dot: true });
  const cache = new BoundedCache<readonly Sentence[]>(CACHED_PASSAGES);
  const wordsPerMinute = (settings.wordsPerMinute.min + settings.wordsPerMinute.max) / 2;

  const judge = (text: string, info: DocumentInfo): { report: Omit<Report, 'findings'>; findings: RawFinding[] } => {
    const front = findFrontMatter(text);
    const declared = info.kind;
    const { blocks } = readMarkdown(text, front?.end ?? 0);
    const whole = declared !== undefined || (info.path !== undefined && isStoryFile(info.path.replace(/^\.?\//, '')));
    const stories = findStories(blocks, { whole, title: undefined }).map((story) =>
      buildStory(story, (passage) => cache.get(passage, analyse)),
    );
    const kind: DocumentKind | undefined = declared ?? (whole || stories.length > 0 ? 'story' : undefined);
    const english = isEnglish(stories.flatMap(({ sentences }) => sentences.map(({ sentence }) => sentence)));
    const rules = english ? RULES : RULES.filter(({ scope }) => scope === 'story');
    return {
      report: {
        kind,
        stories: stories.map((story) => summarise(story, wordsPerMinute)),
        outline: stories.map((story) => outlineOf(story, wordsPerMinute)),
        notes: english ? [] : ['Only English is judged; this text is mostly in another language.'],
      },
      findings: stories.flatMap((story) => judgeStory(story, rules, settings.rules)),
    };
  };

  const lint = (text: string, info: DocumentInfo = {}): Report => {
    const { report, findings } = judge(text, info);
    return { ...report, findings: place(text, findings) };
  };

  return {
    lint,
    open(text, info = {}) {
      let current = text;
      let report = lint(current, info);
      return {
        get report() {
          return report;
        },
        edit(changes) {
          for (const { start, end, text: inserted } of changes)
            current = current.slice(0, start) + inserted + current.slice(end);
          report = lint(current, info);
          return report;
        },
        close: () => undefined,
      };
    },
    fixAll(text, info = {}) {
      const safe = judge(text, info).findings.flatMap(({ fixes }) => fixes.filter((fix) => fix.safe).slice(0, 1));
      return withoutOverlaps(safe.flatMap(({ edits }) => edits));
    },
  };
}

function place(text: string, findings: readonly RawFinding[]): Finding[] {
  const lines = new LineIndex(text);
  return findings
    .map(({ rule, severity, message, start, end, part, fixes }) => ({
      rule,
      severity,
      message,
      start: lines.position(start),
      end: lines.position(end),
      ...(part && { part }),
      fixes: fixes.map((fix): Fix => ({ title: fix.title, edits: fix.edits, snippet: fix.snippet ?? false })),
    }))
    .sort((a, b) => a.start.offset - b.start.offset || a.end.offset - b.end.offset || a.rule.localeCompare(b.rule));
}

function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  }
  return kept;
}
