import * as v from 'valibot';
import type { Problem } from '../config/problem';
import { section } from '../config/schemas';
import { type Range, readYaml } from '../config/yaml';
import type { Comment } from '../text/markdown';
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
  readonly yaml: Range;
}

const COMMENT = /^(?<opening><!--\s*?starl:[ \t]*(?:\r\n|\n|\r)?)(?<yaml>[\s\S]*?)(?:\r\n|\n|\r)?[ \t]*-->$/;

const CommentSchema: v.GenericSchema<unknown, StoryMappings> = v.strictObject({
  competencies: section(MappingsSchema),
  questions: section(MappingsSchema),
  framings: section(FramingsSchema),
});

/** The comment that belongs to a story: the first of its kind within it. */
export function readStoryComment(text: string, comments: readonly Comment[], story: Range): StoryComment | undefined {
  for (const { start, end } of comments) {
    if (start < story.start || start >= story.end) continue;
    const { opening, yaml } = COMMENT.exec(text.slice(start, end))?.groups ?? {};
    if (opening === undefined || yaml === undefined) continue;
    const range = { start: start + opening.length, end: start + opening.length + yaml.length };
    const { value, problems } = readYaml(text, CommentSchema, { range });
    return { mappings: value ?? {}, problems, yaml: range };
  }
  return undefined;
}
