import { isMap, isScalar } from 'yaml';
import type { Outcome } from '../checklist/edits';
import { readFrontMatter } from '../config/documentFrontMatter';
import { titleIn } from '../story/passages';
import { applyEdit } from '../text/edits';
import { endRunStart } from '../text/endRun';
import { escapeMarkdown } from '../text/escapeMarkdown';
import { findFrontMatter } from '../text/frontMatter';
import { lineBreak } from '../text/lineBreaks';
import { readMarkdown } from '../text/markdown';
import { oneLine } from '../text/oneLine';
import type { Edit } from '../types';
import { parseYaml } from '../yaml/yamlSyntax';
import type { ReadStories } from './editing';
import { headingOf, headingTitle } from './heading';
import type { StoryRecord } from './record';

/**
 * Gives a story (by its id) another title, wherever it has it from: its heading, or the front matter. A front matter and
 * a first heading that agree stay in agreement.
 */
export function renameStory(text: string, storyId: string, title: string, read: ReadStories): Outcome {
  const name = oneLine(title);
  if (name === '') return { refusal: 'a story needs a title' };
  const before = read(text);
  const index = before.findIndex(({ id }) => id === storyId);
  const story = before[index];
  if (!story) return { refusal: 'the story is no longer there' };
  if (story.title === name) return { edit: undefined };
  const wanted = before.map((one, at) => (at === index ? name : one.title)).join('\n');
  const reads = (edit: Edit): boolean =>
    read(applyEdit(text, edit))
      .map((one) => one.title)
      .join('\n') === wanted;
  const inHeading = headingEdit(text, story, name);
  const inYaml = before.length === 1 ? yamlEdit(text, name) : undefined;
  const isSame = inYaml?.old === story.title;
  const both = inHeading && inYaml && isSame ? join(text, inYaml.edit, inHeading) : undefined;
  const edit = [both, inHeading, inYaml?.edit, before.length === 1 ? newFrontMatter(text, name) : undefined].find(
    (one) => one && reads(one),
  );
  return edit ? { edit } : { refusal: 'the title is written in a way that only you can change' };
}

function headingEdit(text: string, story: StoryRecord, name: string): Edit | undefined {
  const { blocks } = readMarkdown(text, readFrontMatter(text).end);
  const heading = headingOf(blocks, story, (one) => [titleIn(one), headingTitle(text, one)].includes(story.title));
  if (!heading) return undefined;
  const source = text.slice(heading.start, heading.end);
  const line = source.split(/\r\n|\n|\r/, 1)[0] ?? '';
  const opening = /^[ \t]*(?:#{1,6}[ \t]+)?/.exec(line)?.[0] ?? '';
  const end = opening.includes('#') ? opening.length + titleEnd(line.slice(opening.length)) : line.length;
  const start = heading.start + opening.length;
  return { start, end: heading.start + end, text: escapeMarkdown(name) };
}

function yamlEdit(text: string, name: string): { readonly edit: Edit; readonly old: string } | undefined {
  const found = findFrontMatter(text);
  const syntax = found && parseYaml(found.yaml);
  if (!found || !syntax || 'objections' in syntax) return undefined;
  const root = syntax.document.contents;
  const value = isMap(root) ? root.get('title', true) : undefined;
  if (isScalar(value) && value.range) {
    const [start, end] = value.range;
    const edit = { start: found.yamlStart + start, end: found.yamlStart + end, text: JSON.stringify(name) };
    return { edit, old: String(value.value) };
  }
  return undefined;
}

function newFrontMatter(text: string, name: string): Edit {
  const eol = lineBreak(text, 0);
  const found = findFrontMatter(text);
  const line = `title: ${JSON.stringify(name)}`;
  if (!found) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    return { start, end: start, text: `---${eol}${line}${eol}---${eol}${eol}` };
  }
  return { start: found.yamlStart, end: found.yamlStart, text: `${line}${eol}` };
}

/** Two edits, the first before the second, as one that repeats what stands between them. */
function join(text: string, first: Edit, second: Edit): Edit | undefined {
  if (first.end > second.start) return undefined;
  const between = text.slice(first.end, second.start);
  return { start: first.start, end: second.end, text: first.text + between + second.text };
}

/** Where a heading's text ends before the signs that may close it. */
function titleEnd(line: string): number {
  const end = endRunStart(line, /[ \t]/);
  const signs = endRunStart(line, /#/, end);
  const gap = endRunStart(line, /[ \t]/, signs);
  return signs < end && gap < signs ? gap : end;
}
