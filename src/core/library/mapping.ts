import * as v from 'valibot';
import { LineSchema } from '../config/schemas';

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

const NoteSchema = v.pipe(v.string(), v.nonEmpty(), v.maxLength(2000, 'Keep a framing note under 2000 characters'));

/** `netflix-tpm: Begin with the cost`, a line each. */
export const FramingsSchema = v.pipe(
  v.record(LineSchema, NoteSchema),
  v.transform((notes): Framing[] => Object.entries(notes).map(([name, note]) => ({ name, note: note.trim() }))),
);

/** What holds for a story: what its own comment says on top of what the file says. */
export function joinMappings(file: StoryMappings, own: StoryMappings): AllMappings {
  return {
    competencies: join(file.competencies, own.competencies, ({ id }) => id),
    questions: join(file.questions, own.questions, ({ id }) => id),
    framings: join(file.framings, own.framings, ({ name }) => name),
  };
}

function join<T>(below: readonly T[] = [], above: readonly T[] = [], key: (entry: T) => string): T[] {
  return [...new Map([...below, ...above].map((entry) => [key(entry), entry])).values()];
}
