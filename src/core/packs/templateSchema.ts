/** The shape of the templates, which all packs share. */
import * as v from 'valibot';
import { IdSchema, LineSchema, SourceListSchema, uniqueIds } from './primitives';

/**
 * What the writer is asked at one place, without the square brackets that it gets in a document. Characters that mean
 * something in Markdown or in a snippet are refused, so that the text can be put into either as it is.
 */
const PromptSchema = v.pipe(
  LineSchema,
  v.regex(/^[^[\]<>`*_$\\{}|]+$/u, 'Leave out brackets, angles, backticks, stars, underscores, $, \\, braces and bars'),
);

/** A heading and what to write under it. */
export const TemplatePartSchema = v.strictObject({
  heading: LineSchema,
  /** True where every prompt is an item of a list; otherwise each is a paragraph. */
  list: v.optional(v.boolean(), false),
  prompts: v.pipe(v.array(PromptSchema), v.minLength(1, 'Ask for at least one thing')),
});

/** A document to start from: the parts in order, each with its prompts. */
export const TemplateSchema = v.strictObject({
  id: IdSchema,
  title: LineSchema,
  description: LineSchema,
  /** What to type for the snippet. */
  prefix: v.pipe(v.string(), v.regex(/^starl-[a-z]+(?:-[a-z]+)*$/u, 'Start the prefix with "starl-"')),
  /** The value of `starl` in the front matter. */
  kind: v.picklist(['story', 'design', 'speech', 'narrative']),
  sources: SourceListSchema,
  parts: v.pipe(v.array(TemplatePartSchema), v.minLength(1, 'A template needs at least one part')),
});
export type Template = v.InferOutput<typeof TemplateSchema>;

/** The file of templates, which all packs share. */
export const TemplateFileSchema = v.strictObject({
  templates: v.pipe(v.array(TemplateSchema), uniqueIds()),
});
