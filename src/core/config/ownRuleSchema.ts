import * as v from 'valibot';
import { IdSchema } from '../packs/primitives';
import { PARTS, SEVERITIES } from '../types';
import { LineSchema } from './schemas';
import type { OwnRule } from './settings';

/** How much there may be of what is looked for in every sentence. */
const MOST = { rules: 100, phrases: 100, sentences: 50, fixes: 5, pattern: 200 } as const;

const PhrasesSchema = v.pipe(
  v.array(LineSchema),
  v.nonEmpty(),
  v.maxLength(MOST.phrases, `Keep this to ${MOST.phrases} phrases`),
);
const TextSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500, 'Keep this to 500 characters'));
const SentencesSchema = v.pipe(
  v.array(TextSchema),
  v.maxLength(MOST.sentences, `Keep this to ${MOST.sentences} sentences`),
);

/** What stands for it; `""` takes it out. */
const ReplacementSchema = v.pipe(
  v.string(),
  v.maxLength(200, 'Keep this to 200 characters'),
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
  id: v.pipe(IdSchema, v.description('A name of its own, in lower-case words joined by hyphens.')),
  message: v.pipe(LineSchema, v.description('What is said where it finds something.')),
  hears: v.pipe(v.optional(TextSchema), v.description('What an interviewer hears.')),
  why: v.pipe(v.optional(TextSchema), v.description('Why it matters.')),
  cure: v.pipe(v.optional(TextSchema), v.description('How to cure it.')),
  severity: v.pipe(v.optional(v.picklist(SEVERITIES)), v.description('How loudly it speaks.')),
  parts: v.pipe(
    v.optional(v.pipe(v.array(v.picklist(PARTS)), v.nonEmpty())),
    v.description('The parts of a story in which it looks; everywhere where left out.'),
  ),
  phrases: v.pipe(
    v.optional(PhrasesSchema),
    v.description('What it looks for: words, with signs for their forms and for gaps.'),
  ),
  unless: v.pipe(v.optional(PhrasesSchema), v.description('What in the same sentence makes it silent.')),
  pattern: v.pipe(
    v.optional(
      v.pipe(v.string(), v.nonEmpty(), v.maxLength(MOST.pattern, `Keep a pattern to ${MOST.pattern} characters`)),
    ),
    v.description('A regular expression to look for, in the syntax of RE2.'),
  ),
  fix: v.pipe(
    v.optional(FixSchema),
    v.description('What to put in place, one text or several; an empty one takes the words out.'),
  ),
  flag: v.pipe(v.optional(SentencesSchema), v.description('Sentences in which it must find something.')),
  pass: v.pipe(v.optional(SentencesSchema), v.description('Sentences that it must leave alone.')),
});

export const OwnRulesSchema = v.pipe(
  v.array(OwnRuleSchema),
  v.maxLength(MOST.rules, `Keep this to ${MOST.rules} rules`),
);
