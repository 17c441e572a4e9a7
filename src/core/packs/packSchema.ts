/**
 * The shape of a pack: what Starl knows about one kind of interview, written down as data.
 *
 * A pack is a YAML file. The built-in ones stand in `src/packs/`; people may keep their own in a workspace. Both are
 * checked against {@link PackSchema}. Every object is strict, so a misspelt key is an error and never silently ignored.
 * This module only describes; reading files, following `extends` and reporting positions belong to the loader.
 */
import * as v from 'valibot';
import { readEvidence } from '../evidence/readEvidence';
import { DESIGN_SECTIONS } from './designSchema';
import { PLAN_DAYS, PRACTICE_SECTIONS } from './practiceSchema';
import { IdSchema, LineSchema, SourceIdSchema, SourceListSchema, uniqueIds } from './primitives';
import { REFERENCE_SECTIONS } from './referenceSchema';

/** What a source is: someone else's guide, a company's own publication, figures sent in by people, or our own judgement. */
export const SourceSchema = v.strictObject({
  title: LineSchema,
  /** What it is called where figures stand beside it; its id where that is left out. */
  short: v.optional(LineSchema),
  kind: v.picklist(['guide', 'official', 'survey', 'own']),
});
export type Source = v.InferOutput<typeof SourceSchema>;

/** A quality that interviewers look for. */
export const CompetencySchema = v.strictObject({
  id: IdSchema,
  title: LineSchema,
  /** What an interviewer wants to find out. */
  probes: LineSchema,
  sources: SourceListSchema,
});

/** A behavioural question, in words of our own. */
export const QuestionSchema = v.strictObject({
  id: IdSchema,
  text: LineSchema,
  /** Ids of competencies, of this pack or of one that it extends; the most telling one first. */
  competencies: v.pipe(v.array(IdSchema), v.minLength(1, 'Name at least one competency')),
  /** What the answer gives away. */
  probes: LineSchema,
  sources: SourceListSchema,
});

const EvidenceSchema = v.pipe(
  LineSchema,
  v.rawCheck(({ dataset, addIssue }) => {
    const [objection] = dataset.typed ? readEvidence(dataset.value).objections : [];
    if (objection) addIssue({ message: objection.message });
  }),
);

/** Something to do before the interview, in one sentence that can be ticked. */
export const ChecklistItemSchema = v.strictObject({
  /** Unique in the whole checklist, not only in its group. */
  id: IdSchema,
  text: LineSchema,
  /** Figures, examples, and what each source says where they disagree. */
  detail: v.optional(LineSchema),
  /** What shows that it is done, in the language of `readEvidence`: `mocks >= 3`. */
  evidence: v.optional(EvidenceSchema),
  /** How many times, where no evidence says so. */
  amount: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PLAN_DAYS))),
  sources: SourceListSchema,
});
export type ChecklistItem = v.InferOutput<typeof ChecklistItemSchema>;

/** Checklist items that belong together. */
export const ChecklistGroupSchema = v.strictObject({
  id: IdSchema,
  title: LineSchema,
  items: v.array(ChecklistItemSchema),
});
export type ChecklistGroup = v.InferOutput<typeof ChecklistGroupSchema>;

const ChecklistSchema = v.pipe(
  v.array(ChecklistGroupSchema),
  uniqueIds(),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const seen = new Set<string>();
    dataset.value.forEach((group, groupIndex, groups) => {
      group.items.forEach((item, index) => {
        if (seen.has(item.id)) {
          addIssue({
            message: 'This id is already taken in the checklist',
            path: [
              { type: 'array', origin: 'value', input: groups, key: groupIndex, value: group },
              { type: 'object', origin: 'value', input: group, key: 'items', value: group.items },
              { type: 'array', origin: 'value', input: group.items, key: index, value: item },
            ],
          });
        }
        seen.add(item.id);
      });
    });
  }),
);

/** How loudly a rule speaks, or that it doesn't. */
export const RuleLevelSchema = v.picklist(['error', 'warning', 'information', 'hint', 'off']);
export type RuleLevel = v.InferOutput<typeof RuleLevelSchema>;

/** How long something spoken may be made to take, in seconds. */
export const SECONDS = { min: 1, max: 3600 } as const;
/** How fast people may be said to speak, in words a minute. */
export const PACE = { min: 50, max: 400 } as const;

export const SecondsSchema = v.pipe(v.number(), v.integer(), v.minValue(SECONDS.min), v.maxValue(SECONDS.max));
export const PaceSchema = v.pipe(v.number(), v.integer(), v.minValue(PACE.min), v.maxValue(PACE.max));

/** How fast people speak, and how long they may. Each figure has sources of its own. */
export const SpokenSchema = v.strictObject({
  /** Words a minute, from unhurried to brisk. */
  wordsPerMinute: v.pipe(
    v.strictObject({ min: PaceSchema, max: PaceSchema, sources: SourceListSchema }),
    v.check(({ min, max }) => min <= max, 'The smaller figure belongs in "min"'),
  ),
  /** The longest a story should take. */
  story: v.strictObject({ seconds: SecondsSchema, sources: SourceListSchema }),
  /** The longest an elevator speech should take. */
  speech: v.strictObject({ seconds: SecondsSchema, sources: SourceListSchema }),
});
export type Spoken = v.InferOutput<typeof SpokenSchema>;

/**
 * One pack as its file says it, before `extends` is followed.
 *
 * A pack inherits everything from the one it extends. An entry of any list whose id the base already has replaces that
 * entry where it stood; any other is appended. Of a checklist group only the title is replaced, and its items are merged
 * by the same law. `spoken` is replaced as a whole.
 */
export const PackSchema = v.strictObject({
  id: IdSchema,
  title: LineSchema,
  description: LineSchema,
  /** The id of the pack to build on. */
  extends: v.optional(IdSchema),
  /** What the source ids in this pack, and in those that extend it, stand for. */
  sources: v.optional(v.record(SourceIdSchema, SourceSchema), {}),
  competencies: v.optional(v.pipe(v.array(CompetencySchema), uniqueIds()), []),
  questions: v.optional(v.pipe(v.array(QuestionSchema), uniqueIds()), []),
  checklist: v.optional(ChecklistSchema, []),
  ...DESIGN_SECTIONS,
  ...PRACTICE_SECTIONS,
  ...REFERENCE_SECTIONS,
  /** Levels that differ from the defaults of the rules, by rule id. */
  rules: v.optional(v.record(IdSchema, RuleLevelSchema), {}),
  spoken: v.optional(SpokenSchema),
});
export type Pack = v.InferOutput<typeof PackSchema>;
