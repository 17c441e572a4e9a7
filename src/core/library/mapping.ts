import * as v from 'valibot';
import { LineSchema } from '../config/schemas';
import { LONGEST } from '../text/longest';

export const GRADES = ['strong', 'partial'] as const;
/** How well a story shows a competency or answers a question. */
export type Grade = (typeof GRADES)[number];

/** What a story can be mapped to; the keys of the front matter. */
export const TARGETS = ['competencies', 'questions'] as const;
export type Target = (typeof TARGETS)[number];

/** A competency that a story shows, or a question that it answers, by the id that it has in a pack. */
export interface Mapping {
  readonly id: string;
  readonly grade: Grade;
}

/** What to bring out when the story is told for one company, profile or question. */
export interface Framing {
  /** The name of a company, or the id of a profile, a competency or a question. */
  readonly name: string;
  readonly note: string;
}

/** What the front matter of a file, or the comment below a story's heading, says about a story. */
export interface StoryMappings {
  readonly competencies?: readonly Mapping[] | undefined;
  readonly questions?: readonly Mapping[] | undefined;
  readonly framings?: readonly Framing[] | undefined;
}

/** The same with nothing left out. */
export interface AllMappings {
  readonly competencies: readonly Mapping[];
  readonly questions: readonly Mapping[];
  readonly framings: readonly Framing[];
}

/** `influence` for a strong one, or `{ id: influence, grade: partial }`. */
const MappingSchema = v.lazy(
  (input): v.GenericSchema<unknown, Mapping> =>
    typeof input === 'object' && input !== null
      ? v.strictObject({ id: LineSchema, grade: v.optional(v.picklist(GRADES), 'strong') })
      : v.pipe(
          LineSchema,
          v.transform((id) => ({ id, grade: 'strong' as const })),
        ),
);

export const MappingsSchema = v.array(MappingSchema);

const NoteSchema = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.maxLength(LONGEST.note, `Keep a framing note to ${LONGEST.note} characters`),
);

/** `netflix-tpm: Begin with the cost`, a line each. */
export const FramingsSchema = v.pipe(
  v.record(LineSchema, NoteSchema),
  v.transform((notes): Framing[] => Object.entries(notes).map(([name, note]) => ({ name, note: note.trim() }))),
);

/** What holds for a story: each source on top of those before it, such as its own comment on top of the front matter. */
export function joinMappings(...sources: readonly StoryMappings[]): AllMappings {
  return {
    competencies: join(
      sources,
      ({ competencies }) => competencies,
      ({ id }) => id,
    ),
    questions: join(
      sources,
      ({ questions }) => questions,
      ({ id }) => id,
    ),
    framings: join(
      sources,
      ({ framings }) => framings,
      ({ name }) => name.toLowerCase(),
    ),
  };
}

function join<T>(
  sources: readonly StoryMappings[],
  list: (source: StoryMappings) => readonly T[] | undefined,
  key: (entry: T) => string,
): T[] {
  return [...new Map(sources.flatMap((source) => list(source) ?? []).map((entry) => [key(entry), entry])).values()];
}
