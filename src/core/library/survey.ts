import { readFrontMatter } from '../config/documentFrontMatter';
import type { LintSettings } from '../config/settings';
import { countWords, tokenize } from '../language/tokens';
import { declarationOf, kindOf, storyFiles } from '../story/declaration';
import { findStoryRuns, readStoryRuns, type StoryText } from '../story/passages';
import { type PlacedRun, toRuns } from '../story/runs';
import { spokenSeconds } from '../story/summary';
import { DocumentText } from '../text/documentText';
import { LONGEST_TEXT } from '../text/limits';
import { fileTitle } from '../text/markdownFile';
import { moveBy } from '../text/moveBy';
import { type DocumentInfo, PARTS, type PartOutline, type Report, type StoryOutline } from '../types';
import type { Source } from './record';

/** What can be told of a text without judging it, and the text as it was read for that. */
export interface Survey extends Pick<Report, 'kind' | 'outline'> {
  readonly source: Source;
}

/** Tells of a text which stories it holds, how long they are and which parts their marks name, and judges none of it. */
export function createSurveyor({
  files,
  wordsPerMinute: { min, max },
}: Pick<LintSettings, 'files' | 'wordsPerMinute'>): (text: string, info: DocumentInfo) => Survey {
  const isStoryFile = storyFiles(files);
  return (text, info) => {
    const { path } = info;
    const { frontMatter, end } = readFrontMatter(text);
    const { regions, starts } = DocumentText.read(text);
    const declared = declarationOf(info, frontMatter, regions[0]?.text ?? '', isStoryFile);
    const blocks = regions.flatMap((region, i) => region.blocks.map(moveBy(starts[i] ?? end)));
    const comments = regions.flatMap((region, i) => region.comments.map(moveBy(starts[i] ?? end)));
    const source = { frontMatter, blocks, comments };
    if (text.length > LONGEST_TEXT || declared.isOff || declared.kind === 'design')
      return { kind: declared.kind, outline: [], source };
    const runs = toRuns(blocks).map((run): PlacedRun => ({ run, at: 0 }));
    const stories = findStoryRuns(runs, {
      whole: declared.whole,
      title: frontMatter.title,
      fallback: path && fileTitle(path),
    }).map((story) => readStoryRuns(story, 0));
    return {
      kind: kindOf(declared, stories.length > 0),
      outline: stories.map((story) => outlineOf(story, (min + max) / 2)),
      source,
    };
  };
}

/** Where nothing marks the parts, only a judgement can tell them. */
function outlineOf({ title, start, end, passages, marks }: StoryText, wordsPerMinute: number): StoryOutline {
  const counts = passages.map(({ block, start: from, end: to }) => countWords(tokenize(block.text.slice(from, to))));
  const words = counts.reduce((sum, count) => sum + count, 0);
  const parts = PARTS.flatMap((part): PartOutline[] => {
    const mark = marks.find((one) => one.part === part);
    const first = passages.find((one) => one.part === part);
    const own = mark?.start ?? (first && first.block.start + first.start);
    if (own === undefined || marks.length === 0) return [];
    const last = passages.findLast((one) => one.part === part);
    const partWords = counts.reduce((sum, count, index) => (passages[index]?.part === part ? sum + count : sum), 0);
    return [
      {
        part,
        start: own,
        end: last ? last.block.start + last.end : (mark?.end ?? own),
        words: partWords,
        seconds: spokenSeconds(partWords, wordsPerMinute),
        share: words === 0 ? 0 : partWords / words,
        marked: mark !== undefined,
      },
    ];
  });
  return { title, start, end, words, seconds: spokenSeconds(words, wordsPerMinute), parts };
}
