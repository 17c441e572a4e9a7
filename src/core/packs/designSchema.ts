/** What a pack knows about the system design round. */
import * as v from 'valibot';
import { FigureSchema, IdSchema, LineSchema, LinesSchema, SourceListSchema, uniqueIds } from './primitives';

/** A system to design, in words of our own. */
export const PromptSchema = v.strictObject({
  id: IdSchema,
  text: LineSchema,
  /** What a strong answer asks about or takes into account. */
  looksFor: v.optional(LinesSchema, []),
  sources: SourceListSchema,
});

/** A question to ask before anything is drawn. */
export const ScopingQuestionSchema = v.strictObject({
  id: IdSchema,
  text: LineSchema,
  /** What depends on the answer. */
  decides: LineSchema,
  sources: SourceListSchema,
});

/** A stretch of the round, in the order in which they follow one another. */
export const PhaseSchema = v.strictObject({
  id: IdSchema,
  title: LineSchema,
  /** What stands at its end. */
  goal: LineSchema,
  minutes: v.optional(FigureSchema),
  sources: SourceListSchema,
});

/** A dimension by which an answer is scored. The weights of a pack, with all that it inherits, add up to 100. */
export const DimensionSchema = v.strictObject({
  id: IdSchema,
  title: LineSchema,
  /** In percent. */
  weight: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  looksFor: LineSchema,
  sources: SourceListSchema,
});

/** A limit that an interviewer brings in halfway. */
export const ShiftSchema = v.strictObject({
  id: IdSchema,
  /** As the interviewer says it. */
  text: LineSchema,
  probes: LineSchema,
  sources: SourceListSchema,
});

/** The lists of a pack that have to do with design. */
export const DESIGN_SECTIONS = {
  prompts: v.optional(v.pipe(v.array(PromptSchema), uniqueIds()), []),
  scoping: v.optional(v.pipe(v.array(ScopingQuestionSchema), uniqueIds()), []),
  phases: v.optional(v.pipe(v.array(PhaseSchema), uniqueIds()), []),
  rubric: v.optional(v.pipe(v.array(DimensionSchema), uniqueIds()), []),
  shifts: v.optional(v.pipe(v.array(ShiftSchema), uniqueIds()), []),
} as const;
