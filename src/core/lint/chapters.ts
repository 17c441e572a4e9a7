import type { DocumentFrontMatterResult } from '../config/documentFrontMatter';
import type { DocumentText } from '../text/documentText';
import type { Region } from '../text/regions';
import { Chapter, type ChapterText } from './chapter';
import { applyIgnores } from './ignores';
import type { RawFinding } from './judge';
import type { Tools } from './judgeDocument';
import type { PlacedReading } from './storyFinder';
import type { Standard } from './storyReading';

/** Findings that stand together, before all that come in the list behind them. */
export interface FoundHere {
  /** In no order; the offsets count from `base`. */
  readonly findings: readonly RawFinding[];
  readonly base: number;
}

interface PlacedChapter extends ChapterText {
  /** Where the chapter starts in the document. */
  readonly start: number;
}

const NO_FRONT: DocumentFrontMatterResult = { frontMatter: {}, problems: [], end: 0 };

/** Tells what is found in the states of documents, chapter by chapter; one that stays the same is not put together again. */
export class ChapterJudge {
  readonly #tools: Tools;
  /** By the first region. */
  readonly #chapters = new WeakMap<Region, Chapter>();

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  judge(
    document: DocumentText,
    stories: readonly PlacedReading[],
    front: DocumentFrontMatterResult,
    standard: Standard,
  ): FoundHere[] {
    const placed = divide(document, stories, front);
    const chapters = placed.map((one) => this.#chapterOf(one, standard));
    const ignored = applyIgnores(chapters.map(({ ignores }) => ignores));
    return chapters.flatMap((chapter, i) => {
      const [own, base] = [ignored[i], placed[i]?.start ?? 0];
      return own ? { findings: chapter.findings(own), base } : [];
    });
  }

  #chapterOf(at: ChapterText, standard: Standard): Chapter {
    const [first] = at.regions;
    const known = first && this.#chapters.get(first);
    if (known?.isOf(at, standard)) return known;
    const chapter = new Chapter(at, standard, this.#tools);
    if (first) this.#chapters.set(first, chapter);
    return chapter;
  }
}

/** Divides a document into chapters, at least one. */
function divide(
  { head, regions, starts }: DocumentText,
  stories: readonly PlacedReading[],
  front: DocumentFrontMatterResult,
): PlacedChapter[] {
  const together: PlacedReading[][] = [];
  for (const story of stories) {
    const open = together.at(-1);
    if (open && story.first <= (open.at(-1)?.last ?? 0)) open.push(story);
    else together.push([story]);
  }
  const firsts = together.map(([story], i) => (i === 0 ? 0 : (story?.first ?? 0)));
  return (firsts.length > 0 ? firsts : [0]).map((first, i) => {
    const start = first === 0 ? 0 : (starts[first] ?? 0);
    return {
      start,
      head: first === 0 ? head : '',
      front: first === 0 ? front : NO_FRONT,
      regions: regions.slice(first, firsts[i + 1]),
      stories: (together[i] ?? []).map((story) => ({ ...story, base: story.base - start })),
    };
  });
}
