/** What a pack offers to practise with, besides questions and design. */
import * as v from 'valibot';
import { IdSchema, LineSchema, LinesSchema, SourceListSchema, uniqueIds } from './primitives';

/** A scene to play with two partners who want opposite things. */
export const SimulationSchema = v.strictObject({
  id: IdSchema,
  title: LineSchema,
  scene: LineSchema,
  parties: v.pipe(
    v.array(v.strictObject({ role: LineSchema, wants: LineSchema })),
    v.minLength(2, 'Name at least two parties'),
  ),
  probes: LineSchema,
  sources: SourceListSchema,
});

/** A question for the candidate to ask. */
export const AskSchema = v.strictObject({
  id: IdSchema,
  text: LineSchema,
  /** What the answer tells about the place. */
  learns: LineSchema,
  sources: SourceListSchema,
});

/** Something to study and take notes on. */
export const NoteSchema = v.strictObject({
  id: IdSchema,
  kind: v.picklist(['product', 'outage', 'technology']),
  title: LineSchema,
  /** What to write down about it. */
  prompts: LinesSchema,
  sources: SourceListSchema,
});

/** A column of the feedback log. */
export const FeedbackFieldSchema = v.strictObject({
  id: IdSchema,
  title: LineSchema,
  asks: LineSchema,
  sources: SourceListSchema,
});

export const ReadingSchema = v.strictObject({
  id: IdSchema,
  title: LineSchema,
  /** What to take from it. */
  why: LineSchema,
  sources: SourceListSchema,
});

/** How long the plan of a pack is, in days. */
export const PLAN_DAYS = 30;

const DaySchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PLAN_DAYS));

/** One thing to do on a day of the plan. */
export const PlanTaskSchema = v.strictObject({
  id: IdSchema,
  /** Counted from 1, the first day of preparing. */
  day: DaySchema,
  /** In which `{of}` stands for the amount of the first item served that has one, and `{n}` for the how many-th time it is. */
  text: LineSchema,
  /** Makes it come as often as that amount, spread from `day` to the day `until`. */
  times: v.optional(v.strictObject({ until: DaySchema })),
  /** Whether it is among the first to be left out where days are few. */
  optional: v.optional(v.boolean()),
  /** Ids of the checklist items that it serves. */
  items: v.optional(v.array(IdSchema), []),
  sources: SourceListSchema,
});

/** The lists of a pack that are there to practise with. */
export const PRACTICE_SECTIONS = {
  simulations: v.optional(v.pipe(v.array(SimulationSchema), uniqueIds()), []),
  asks: v.optional(v.pipe(v.array(AskSchema), uniqueIds()), []),
  notes: v.optional(v.pipe(v.array(NoteSchema), uniqueIds()), []),
  feedbackLog: v.optional(v.pipe(v.array(FeedbackFieldSchema), uniqueIds()), []),
  reading: v.optional(v.pipe(v.array(ReadingSchema), uniqueIds()), []),
  plan: v.optional(v.pipe(v.array(PlanTaskSchema), uniqueIds()), []),
} as const;
