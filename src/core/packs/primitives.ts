/** The smallest pieces that packs and templates are made of. */
import * as v from 'valibot';

/** One line of plain text, as it stands in a tree or in a Markdown file. */
export const LineSchema = v.pipe(
  v.string(),
  v.maxLength(400, 'Keep this to 400 characters'),
  v.regex(/^[^\s](?:[^\r\n]*[^\s])?$/u, 'Write one line of text, with no space at either end'),
);

/** A name to refer to: lower-case words joined by hyphens. Ids are kept for good, since the files of users name them. */
export const IdSchema = v.pipe(
  v.string(),
  v.maxLength(60, 'Keep an id to 60 characters'),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'Write an id in lower-case words joined by hyphens'),
);

/** A key of a `sources` table. Numbers need quotes in YAML, else "004" is read as 4. */
export const SourceIdSchema = v.pipe(
  v.string('Put the source in quotes, as in "004"'),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'Name a source by its key in a sources table'),
);

/** Where a statement comes from. May be left out in a pack of one's own; the built-in packs always say. */
export const SourceListSchema = v.optional(v.array(SourceIdSchema), []);

/** Refuses the second of two entries with the same id, at its own place in the file. */
export function uniqueIds<T extends { id: string }>() {
  return v.checkItems<T[], string>(
    (entry, index, all) => all.findIndex((other) => other.id === entry.id) === index,
    'This id is already taken in the same list',
  );
}

/** Several lines of text. */
export const LinesSchema = v.array(LineSchema);

/** A whole number above 0 that somebody reports, apart from what else is said. */
export const FigureSchema = v.strictObject({
  value: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  sources: SourceListSchema,
});
