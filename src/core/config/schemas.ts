import * as v from 'valibot';
import { type CalendarDate, isDate, WRITE_DATE } from '../calendar/calendarDate';
import { PaceSchema, RuleLevelSchema, SecondsSchema } from '../packs/packSchema';
import { keepTo, LONGEST } from '../text/longest';
import { nearest, suggest } from '../yaml/nearest';
import type { Complaint } from '../yaml/yaml';
import { KNOWN_RULE_IDS } from './knownRules';
import type { ConfidentialTerm, RuleLevel } from './settings';

/** A stretch of text in one line. */
export const LineSchema = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.maxLength(LONGEST.line, keepTo(LONGEST.line)),
  v.regex(/^[^\r\n]*$/, 'Write this in one line'),
);

/** A day of the calendar. */
export const DateSchema = v.pipe(v.string(WRITE_DATE), v.check(isDate, WRITE_DATE));

const EmptySchema = v.pipe(
  v.null(),
  v.transform(() => undefined),
);

/** A key that may be left out, and may stand there with nothing behind it, as when everything below is commented out. */
export function section<T>(schema: v.GenericSchema<unknown, T>) {
  return v.optional(
    v.lazy((input): v.GenericSchema<unknown, T | undefined> => (input === null ? EmptySchema : schema)),
  );
}

/** A section with what it is for, as completion, hover and the JSON schema show it. */
export function told<T>(description: string, schema: v.GenericSchema<unknown, T>) {
  return v.pipe(section(schema), v.description(description));
}

const LevelEntrySchema = v.lazy(
  (input): v.GenericSchema<unknown, RuleLevel> =>
    typeof input === 'object' && input !== null
      ? v.pipe(
          v.strictObject({ severity: v.pipe(RuleLevelSchema, v.description('How loudly the rule speaks.')) }),
          v.transform(({ severity }) => severity),
        )
      : RuleLevelSchema,
);

/** `vague-we: off`, or `vague-we: { severity: warning }`. */
export const RulesSchema = v.record(v.string(), LevelEntrySchema);

export const FilesSchema = v.pipe(v.array(LineSchema), v.nonEmpty(), v.maxLength(100, 'Keep this to 100 patterns'));

export const WordsPerMinuteSchema = v.pipe(
  v.strictObject({
    min: v.pipe(v.optional(PaceSchema), v.description('When you are unhurried.')),
    max: v.pipe(v.optional(PaceSchema), v.description('When you are brisk.')),
  }),
  v.check(({ min = 0, max = Infinity }) => min <= max, 'The smaller figure belongs in "min"'),
);

export const LimitsSchema = v.strictObject({
  story: v.pipe(v.optional(SecondsSchema), v.description('The longest that a story may take, in seconds.')),
  speech: v.pipe(v.optional(SecondsSchema), v.description('The longest that an elevator speech may take, in seconds.')),
});

/** A share of a whole, in per cent. */
export const PERCENT = { min: 0, max: 100 } as const;

const PercentSchema = v.pipe(
  v.number(),
  v.integer('Write a whole number of per cent'),
  v.minValue(PERCENT.min, 'A share is 0 per cent or more'),
  v.maxValue(PERCENT.max, 'A share is 100 per cent at most'),
);

export const SharesSchema = v.strictObject({
  action: v.pipe(
    v.optional(PercentSchema),
    v.description("The least of a story's words that the action should have, in per cent."),
  ),
  scene: v.pipe(
    v.optional(PercentSchema),
    v.description('The most that situation and task may have together, in per cent.'),
  ),
});

const TermSchema = v.pipe(
  LineSchema,
  v.regex(/[\p{L}\p{N}\p{Extended_Pictographic}]/u, 'A term has to hold a letter or a digit'),
);

/** `Acme`, or `{ term: Acme, say: the client }`. */
const ConfidentialTermSchema = v.lazy(
  (input): v.GenericSchema<unknown, ConfidentialTerm> =>
    typeof input === 'object' && input !== null && !Array.isArray(input)
      ? v.strictObject({
          term: v.pipe(TermSchema, v.description('What must not be told, in any case, as plural and possessive.')),
          say: v.pipe(v.optional(LineSchema), v.description('What to say in its place.')),
        })
      : v.pipe(
          TermSchema,
          v.transform((term) => ({ term })),
        ),
);

export const AllowedPhrasesSchema = v.pipe(v.array(TermSchema), v.maxLength(1000, 'Keep this to 1,000 phrases'));

export const ConfidentialSchema = v.array(ConfidentialTermSchema);

/** A conversation of the loop: when it is, what it tests and which stories (by title) are meant for it. */
export interface Round {
  readonly title: string;
  readonly date?: CalendarDate | undefined;
  readonly tests?: string | undefined;
  readonly stories?: readonly string[] | undefined;
}

const RoundSchema: v.GenericSchema<unknown, Round> = v.strictObject({
  title: v.pipe(LineSchema, v.description('What the conversation is called.')),
  date: told('Its day, as year, month and day.', DateSchema),
  tests: told('What it tests.', v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST.tests, keepTo(LONGEST.tests)))),
  stories: told('The stories meant for it, by their titles.', v.array(LineSchema)),
});

export const RoundsSchema = v.pipe(v.array(RoundSchema), v.maxLength(50, 'Keep this to 50 rounds'));

/** Complains about ids under `rules` that no rule has, neither one of Starl's nor one of the user's `own`. */
export function unknownRules(
  rules: Readonly<Record<string, unknown>> | undefined,
  own: readonly (string | undefined)[] = [],
): Complaint[] {
  const known = [...KNOWN_RULE_IDS, ...own.filter((id) => id !== undefined)];
  return Object.keys(rules ?? {})
    .filter((id) => !known.includes(id))
    .map((id) => ({
      path: ['rules', id],
      key: true,
      message: `There is no rule "${id}". ${suggest(id, known)}`,
      meant: nearest(id, known),
    }));
}
