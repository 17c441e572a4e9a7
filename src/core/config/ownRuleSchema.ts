import * as v from 'valibot';
import { IdSchema } from '../../packs/primitives';
import { PARTS, SEVERITIES } from '../types';
import { LineSchema } from './schemas';
import type { OwnRule } from './settings';

/** How much there may be of what is looked for in every sentence. */
const MOST = { rules: 100, phrases: 100, sentences: 50, fixes: 5, pattern: 200 } as const;

const PhrasesSchema = v.pipe(
  v.array(LineSchema),
  v.nonEmpty(),
  v.maxLength(MOST.phrases, `Keep this under ${MOST.phrases} phrases`),
);
const TextSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500, 'Keep this under 500 characters'));
const SentencesSchema = v.pipe(
  v.array(TextSchema),
  v.maxLength(MOST.sentences, `Keep this under ${MOST.sentences} sentences`),
);

/** What stands for it; `""` takes it out. */
const ReplacementSchema = v.pipe(
  v.string(),
  v.maxLength(200, 'Keep this under 200 characters'),
  v.regex(/^[^\r\n]*$/, 'Write this in one line'),
);
/** `fix: text`, or a list of several. */
const FixSchema = v.lazy((input): v.GenericSchema<unknown, readonly string[]> => {
  const list = v.pipe(v.array(ReplacementSchema), v.nonEmpty(), v.maxLength(MOST.fixes, 'Keep this to five fixes'));
  const one = v.pipe(
    ReplacementSchema,
    v.transform((text) => [text]),
  );
  return Array.isArray(input) ? list : one;
});

const OwnRuleSchema: v.GenericSchema<unknown, OwnRule> = v.strictObject({
  id: IdSchema,
  message: LineSchema,
  hears: v.optional(TextSchema),
  why: v.optional(TextSchema),
  cure: v.optional(TextSchema),
  severity: v.optional(v.picklist(SEVERITIES)),
  parts: v.optional(v.pipe(v.array(v.picklist(PARTS)), v.nonEmpty())),
  phrases: v.optional(PhrasesSchema),
  unless: v.optional(PhrasesSchema),
  pattern: v.optional(
    v.pipe(v.string(), v.nonEmpty(), v.maxLength(MOST.pattern, `Keep a pattern under ${MOST.pattern} characters`)),
  ),
  fix: v.optional(FixSchema),
  flag: v.optional(SentencesSchema),
  pass: v.optional(SentencesSchema),
});

export const OwnRulesSchema = v.pipe(
  v.array(OwnRuleSchema),
  v.maxLength(MOST.rules, `Keep this under ${MOST.rules} rules`),
);
