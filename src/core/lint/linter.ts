import picomatch from 'picomatch/posix';
import { findConfidential } from '../confidential/findConfidential';
import { TermFinder } from '../confidential/termFinder';
import { readFrontMatter } from '../config/documentFrontMatter';
import { knownRules } from '../config/knownRules';
import { DEFAULT_SETTINGS, type LintSettings } from '../config/settings';
import { toRules } from '../ownRules/asRule';
import { RULES } from '../rules';
import { isApplicable, type Rule, type RuleFix, type RuleInfo } from '../rules/rule';
import { findStories } from '../story/passages';
import { buildStory, type Story } from '../story/story';
import { outlineOf, summarise } from '../story/summary';
import { applyInTurn, withoutOverlaps } from '../text/edits';
import { readMarkdown } from '../text/markdown';
import type { DocumentInfo, DocumentKind, Edit, Report, TextChange } from '../types';
import { Analyser } from './analyser';
import { isEnglish } from './english';
import { applyIgnores, type Range } from './ignores';
import { judgeStory, type RawFinding } from './judge';
import { judgeMappings } from './judgeMappings';
import { once } from './once';
import { placeFindings } from './placeFindings';
import { CONFIDENTIAL, FRONT_MATTER, STALE_IGNORE, UNKNOWN_ID } from './pseudoRules';

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
  /**
   * Applies changes in the order given and judges again. A change that does not fit the text is a RangeError, and then
   * none of them has been applied.
   */
  edit(changes: readonly TextChange[]): Report;
  close(): void;
}

export function createLinter(options: LinterOptions = {}): Linter {
  const settings: LintSettings = { ...DEFAULT_SETTINGS, ...options.settings };
  const isStoryFile = once(() => picomatch([...settings.files], { dot: true }));
  const analyser = new Analyser();
  const allRules: readonly Rule[] = [...RULES, ...toRules(settings.ownRules)];
  const known = knownRules(settings.ownRules).map(({ id }) => id);
  const own = settings.ownRules.map(({ id }) => id);
  const finder = new TermFinder(settings.confidential);
  const wordsPerMinute = (settings.wordsPerMinute.min + settings.wordsPerMinute.max) / 2;

  const judge = (text: string, info: DocumentInfo): { report: Omit<Report, 'findings'>; findings: RawFinding[] } => {
    const { frontMatter, problems, end } = readFrontMatter(text, own);
    const declared = info.kind ?? frontMatter.starl;
    const { blocks, comments } = readMarkdown(text, end);
    const whole = declared !== undefined || (info.path !== undefined && isStoryFile()(info.path.replace(/^\.?\//, '')));
    const sheet = declared === 'design';
    const stories = findStories(blocks, { whole, sheet, title: frontMatter.title }).map((story) =>
      buildStory(story, analyser.analyse, text.includes('\r\n') ? '\r\n' : '\n'),
    );
    const kind: DocumentKind | undefined = declared ?? (whole || stories.length > 0 ? 'story' : undefined);
    const english = isEnglish(stories.flatMap(({ sentences }) => sentences));
    const rules = allRules.filter((rule) => isApplicable(rule, kind ?? 'story', english));
    const levels = { ...settings.rules, ...frontMatter.rules };
    const context = { kind: kind ?? 'story', text, settings: { ...settings, rules: levels } };
    const findings = [
      ...stories.flatMap((story) => judgeStory(story, rules, context, analyser.analyse)),
      ...findConfidential(finder, { text, blocks, body: end }, levels),
    ];
    const { kept, stale } = applyIgnores({
      text,
      comments,
      blocks,
      findings,
      known,
      partRange: (offset) => partAround(stories, offset),
      hasRun: (id) => levels[id] !== 'off' && (id === CONFIDENTIAL.id || rules.some((rule) => rule.id === id)),
    });
    const mapped = judgeMappings(text, { frontMatter, comments, stories, settings });
    return {
      report: {
        kind,
        stories: stories.map((story) => summarise(story, wordsPerMinute)),
        outline: stories.map((story) => outlineOf(story, wordsPerMinute)),
        notes: english ? [] : ['Only English is judged; this text is mostly in another language.'],
      },
      findings: kind
        ? [
            ...kept,
            ...complaints(STALE_IGNORE, stale, levels),
            ...complaints(FRONT_MATTER, [...problems, ...mapped.problems], levels),
            ...complaints(UNKNOWN_ID, mapped.unknown, levels),
          ]
        : [],
    };
  };

  const lint = (text: string, info: DocumentInfo = {}): Report => {
    const { report, findings } = judge(text, info);
    return { ...report, findings: placeFindings(text, findings) };
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
          current = applyInTurn(current, changes);
          report = lint(current, info);
          return report;
        },
        close: () => undefined,
      };
    },
    fixAll(text, info = {}) {
      const safe = judge(text, info).findings.flatMap(({ fixes }) =>
        fixes()
          .filter((fix) => fix.safe)
          .slice(0, 1),
      );
      return withoutOverlaps(safe.map(({ edits }) => edits));
    },
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
function partAround(stories: readonly Story[], offset: number): Range | undefined {
  const story = stories.findLast(({ start }) => start <= offset) ?? stories[0];
  const at = story?.sentences.find(({ base, sentence }) => base + sentence.end > offset) ?? story?.sentences.at(-1);
  const own = story?.sentences.filter(({ part }) => part === at?.part);
  const first = own?.[0];
  const last = own?.at(-1);
  return first && last ? { start: first.base + first.sentence.start, end: last.base + last.sentence.end } : undefined;
}
