import { withoutQuotedTerms } from '../confidential/withoutQuotedTerms';
import type { DocumentFrontMatterResult } from '../config/documentFrontMatter';
import { findMisspeltHeadings } from '../library/unknownIds';
import { moveBy } from '../text/moveBy';
import type { Region } from '../text/regions';
import type { Span } from '../text/span';
import { complaints } from './complaints';
import { ChapterIgnores, type Ignored } from './ignores';
import { moveFinding, type RawFinding } from './judge';
import type { Tools } from './judgeDocument';
import { judgeMappings } from './judgeMappings';
import { CONFIDENTIAL, FRONT_MATTER, STALE_IGNORE, UNKNOWN_ID } from './pseudoRules';
import type { PlacedReading } from './storyFinder';
import type { Standard } from './storyReading';

/**
 * A story with all that stands up to the next one, and what stands before the first. Stories that share a region share a
 * chapter. All offsets count from its start.
 */
export interface ChapterText {
  /** The front matter with its fences, where the document begins with the chapter and has any. */
  readonly head: string;
  /** What it says; nothing in any other chapter. */
  readonly front: DocumentFrontMatterResult;
  readonly regions: readonly Region[];
  readonly stories: readonly PlacedReading[];
}

/** What is found in a chapter, but for what the directives of other chapters have a say in. */
export class Chapter {
  readonly ignores: ChapterIgnores<RawFinding>;
  readonly #at: ChapterText;
  readonly #standard: Standard;
  readonly #tools: Tools;
  /** What no directive silences. */
  readonly #complaints: readonly RawFinding[];
  #last: { readonly ignored: Ignored<RawFinding>; readonly findings: readonly RawFinding[] } | undefined;

  constructor(at: ChapterText, standard: Standard, tools: Tools) {
    this.#at = at;
    this.#standard = standard;
    this.#tools = tools;
    const { head, front, regions, stories } = at;
    const { rules: levels } = standard.context.settings;
    const starts = startsOf(at);
    const text = head + regions.map((region) => region.text).join('');
    const blocks = regions.flatMap((region, i) => region.blocks.map(moveBy(starts[i] ?? 0)));
    const comments = regions.flatMap((region, i) => region.comments.map(moveBy(starts[i] ?? 0)));
    const place = (findings: readonly RawFinding[], from = 0) => findings.map((one) => moveFinding(one, from));
    const found = [
      ...tools.confidential.inFrontMatter(head, levels),
      ...stories.flatMap(({ reading, base }) => place(reading.judge(standard), base)),
      ...regions.flatMap((region, i) => place(tools.confidential.inRegion(region, levels), starts[i])),
    ];
    const { frontMatter, problems } = front;
    const { settings } = tools;
    const placed = stories.map(({ reading, base }) => ({ start: base + reading.story.start }));
    const mapped = judgeMappings(text, { frontMatter, comments, stories: placed, settings });
    this.#complaints = this.#clean([
      ...complaints(FRONT_MATTER, [...problems, ...mapped.problems], levels),
      ...complaints(UNKNOWN_ID, [...mapped.unknown, ...findMisspeltHeadings(blocks, settings)], levels),
    ]);
    this.ignores = new ChapterIgnores({
      text,
      comments,
      blocks,
      findings: this.#clean(found),
      known: tools.known,
      partRange: (offset) => partAround(stories, offset),
      hasRun: (id) => levels[id] !== 'off' && (id === CONFIDENTIAL.id || standard.rules.some((rule) => rule.id === id)),
    });
  }

  /** Whether a chapter of the same text, judged by the same, would hold the same. */
  isOf({ head, front, regions, stories }: ChapterText, standard: Standard): boolean {
    const own = this.#at;
    return (
      this.#standard === standard &&
      own.head === head &&
      own.front === front &&
      own.regions.length === regions.length &&
      own.stories.length === stories.length &&
      own.regions.every((region, i) => region === regions[i]) &&
      own.stories.every(({ reading, base }, i) => reading === stories[i]?.reading && base === stories[i]?.base)
    );
  }

  /** The findings in no order; the same list for as long as the same is ignored. */
  findings(ignored: Ignored<RawFinding>): readonly RawFinding[] {
    if (this.#last?.ignored !== ignored) {
      const stale = complaints(STALE_IGNORE, ignored.stale, this.#standard.context.settings.rules);
      this.#last = { ignored, findings: [...ignored.kept, ...this.#clean(stale), ...this.#complaints] };
    }
    return this.#last.findings;
  }

  #clean(findings: readonly RawFinding[]): readonly RawFinding[] {
    const { settings, redactor } = this.#tools;
    return settings.confidential.length > 0 ? withoutQuotedTerms(findings, redactor) : findings;
  }
}

/** Where each region of a chapter starts. */
function startsOf({ head, regions }: ChapterText): number[] {
  let at = head.length;
  return regions.map(({ text }) => {
    at += text.length;
    return at - text.length;
  });
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
