import { ConfidentialFinder } from '../confidential/findConfidential';
import { Redactor } from '../confidential/redact';
import { TermFinder } from '../confidential/termFinder';
import { knownRules } from '../config/knownRules';
import { DEFAULT_SETTINGS, type LintSettings } from '../config/settings';
import { toRules } from '../ownRules/asRule';
import { RULES } from '../rules';
import { storyFiles } from '../story/declaration';
import { DocumentText } from '../text/documentText';
import { withoutOverlaps } from '../text/edits';
import type { DocumentInfo, Edit, FindingsInTurn, Report, TextChange } from '../types';
import { BoundedCache } from '../util/cache';
import { AllowedPhrases } from './allowed';
import { Analyser } from './analyser';
import { moveFinding } from './judge';
import { DocumentJudge, type JudgedDocument, type Tools } from './judgeDocument';
import { FindingPlacer } from './placeFindings';
import { openReportOf, reportOf } from './report';

/** So many texts are judged once and remembered, those up to this length, in UTF-16 code units: a story file is far shorter. */
const KEPT_TEXTS = 32;
const KEPT_LENGTH = 10_000;

export interface LinterOptions {
  /** What differs from the defaults. */
  readonly settings?: Partial<LintSettings>;
}

export interface Linter {
  /** Judges a whole text; one of those judged last is not judged anew. */
  lint(text: string, info?: DocumentInfo): Report;
  /** Keeps a text open and judges it again at the cost of what an edit touches. */
  open(text: string, info?: DocumentInfo): OpenDocument;
  /** The edits that cure what can be cured without changing the meaning; ordered, never overlapping. */
  fixAll(text: string, info?: DocumentInfo): Edit[];
}

export interface OpenDocument {
  readonly report: Report;
  /** The same objects as in the report, for those who need how many there are, or the first of them, behind every key. */
  readonly findings: FindingsInTurn;
  /**
   * Applies changes in the order given and judges again. A change that does not fit the text is a RangeError, and then
   * none of them has been applied.
   */
  edit(changes: readonly TextChange[]): Report;
  /** As `Linter.fixAll`, for the text as it stands now. */
  fixAll(): Edit[];
  close(): void;
}

/** What documents are judged with under these settings. */
export function toolsFor(settings: LintSettings): Tools {
  const { analyse } = new Analyser();
  const finder = new TermFinder(settings.confidential);
  return {
    settings,
    rules: [...RULES, ...toRules(settings.ownRules)],
    known: knownRules(settings.ownRules).map(({ id }) => id),
    analyse,
    confidential: new ConfidentialFinder(finder),
    redactor: new Redactor(finder),
    allowed: new AllowedPhrases(settings.allowedPhrases, analyse),
    isStoryFile: storyFiles(settings.files),
  };
}

export function createLinter(options: LinterOptions = {}): Linter {
  const tools = toolsFor({ ...DEFAULT_SETTINGS, ...options.settings });
  const open = (text: string, info: DocumentInfo = {}): OpenDocument => {
    const judge = new DocumentJudge(tools, info);
    const placer = new FindingPlacer();
    let judged = judge.judge(DocumentText.read(text));
    let told = openReportOf(judged, placer);
    return {
      get report() {
        return told.report;
      },
      get findings() {
        return told.findings;
      },
      edit(changes) {
        judged = judge.judge(changes.reduce((document, change) => document.with(change), judged.document));
        told = openReportOf(judged, placer);
        return told.report;
      },
      fixAll: () => safeEdits(judged),
      close: () => undefined,
    };
  };
  const judgedLast = new BoundedCache<JudgedDocument>(KEPT_TEXTS);
  const judgeAnew = (text: string, info: DocumentInfo): JudgedDocument =>
    new DocumentJudge(tools, info).judge(DocumentText.read(text));
  const judgeOnce = (text: string, info: DocumentInfo): JudgedDocument =>
    text.length > KEPT_LENGTH
      ? judgeAnew(text, info)
      : judgedLast.get(`${JSON.stringify(info)}\n${text}`, () => judgeAnew(text, info));
  return {
    // Each report is the caller's own in all its parts, to sort, cut and rewrite as it likes.
    lint: (text, info = {}) => reportOf(judgeOnce(text, info)),
    open,
    fixAll: (text, info) => open(text, info).fixAll(),
  };
}

/** Of each finding the first fix that keeps the meaning in every case. */
function safeEdits(judged: JudgedDocument): Edit[] {
  const found = judged.findings().flatMap(({ findings, base }) => findings.map((one) => moveFinding(one, base)));
  const safe = found.flatMap(({ fixes }) =>
    fixes()
      .filter((fix) => fix.safe)
      .slice(0, 1),
  );
  return withoutOverlaps(safe.map(({ edits }) => edits));
}
