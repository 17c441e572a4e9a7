/** What is reported about the interview itself: rounds, levels, facts. */
import * as v from 'valibot';
import { FigureSchema, IdSchema, LineSchema, SourceListSchema, uniqueIds } from './primitives';

/** One conversation of the loop. */
export const RoundSchema = v.strictObject({
  id: IdSchema,
  title: LineSchema,
  tests: LineSchema,
  /** Who holds it, where that is reported. */
  holds: v.optional(LineSchema),
  minutes: v.optional(FigureSchema),
  /** What the sources say, each with its number, where they differ. */
  detail: v.optional(LineSchema),
  sources: SourceListSchema,
});

/** A level that one may be hired at, from the lowest to the highest. */
export const LevelSchema = v.strictObject({
  id: IdSchema,
  /** As people say it, and as `level` in `starl.yaml` names it. */
  name: v.pipe(LineSchema, v.maxLength(40, 'Keep the name of a level to 40 characters')),
  title: LineSchema,
  scope: LineSchema,
  /** What changes on the way here from the level below. */
  step: LineSchema,
  sources: SourceListSchema,
});

/** What one or several sources say alike. */
export const ReportSchema = v.strictObject({ says: LineSchema, sources: SourceListSchema });

export const FACT_TOPICS = [
  'acceptance',
  'duration',
  'rounds',
  'compensation',
  'evaluation',
  'preparation',
  'role',
] as const;

/** Something that is said about the interview or the job. Where reports differ, they stand side by side. */
export const FactSchema = v.pipe(
  v.strictObject({
    id: IdSchema,
    topic: v.picklist(FACT_TOPICS),
    title: LineSchema,
    reports: v.pipe(v.array(ReportSchema), v.minLength(1, 'Give at least one report')),
    /** How the reports fit together, or where they contradict one another. */
    together: v.optional(LineSchema),
  }),
  v.check(
    ({ reports, together }) => reports.length < 2 || together !== undefined,
    'Say under "together" how the reports fit together, or where they disagree',
  ),
);

/** The lists of a pack that are there to be looked up. */
export const REFERENCE_SECTIONS = {
  rounds: v.optional(v.pipe(v.array(RoundSchema), uniqueIds()), []),
  levels: v.optional(v.pipe(v.array(LevelSchema), uniqueIds()), []),
  facts: v.optional(v.pipe(v.array(FactSchema), uniqueIds()), []),
} as const;
