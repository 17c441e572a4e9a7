import * as v from 'valibot';
import { section } from '../config/schemas';
import { endRunStart } from '../text/endRun';
import type { Comment } from '../text/markdown';
import type { Span } from '../text/span';
import type { Problem } from '../yaml/problem';
import { readYaml } from '../yaml/yaml';
import { FramingsSchema, MappingsSchema, type StoryMappings } from './mapping';

/**
 * A comment `<!-- starl: ... -->` below a story's heading. It says for one story of a file what front matter says for
 * all of them, in the same YAML, and no preview shows it.
 */
export interface StoryComment {
  readonly mappings: StoryMappings;
  /** Placed in the whole document. */
  readonly problems: readonly Problem[];
  /** Where its YAML stands in the document. */
  readonly yaml: Span;
}

const OPENING = /^<!--\s*?starl:[ \t]*(?:\r\n|\n|\r)?/;
const CLOSING = '-->';

const CommentSchema: v.GenericSchema<unknown, StoryMappings> = v.strictObject({
  competencies: section(MappingsSchema),
  questions: section(MappingsSchema),
  framings: section(FramingsSchema),
});

/** The comment that belongs to a story: the first of its kind within it. */
export function readStoryComment(text: string, comments: readonly Comment[], story: Span): StoryComment | undefined {
  for (const { start, end } of comments) {
    if (start < story.start || start >= story.end) continue;
    const comment = text.slice(start, end);
    const [opening] = OPENING.exec(comment) ?? [];
    if (opening === undefined || !comment.endsWith(CLOSING)) continue;
    const yaml = yamlBefore(comment.slice(opening.length, -CLOSING.length));
    const range = { start: start + opening.length, end: start + opening.length + yaml.length };
    const { value, problems } = readYaml(text, CommentSchema, { range });
    return { mappings: value ?? {}, problems, yaml: range };
  }
  return undefined;
}

/** The YAML of a comment, without the line break and the gap before the mark that closes it. */
export function yamlBefore(inner: string): string {
  const end = endRunStart(inner, /[ \t]/);
  const lineBreak = /(?:\r\n|\n|\r)$/.exec(inner.slice(0, end))?.[0].length ?? 0;
  return inner.slice(0, end - lineBreak);
}
