import * as v from 'valibot';
import { PACE, SECONDS } from '../packs/packSchema';
import { DEFAULT_PROFILE, PACKS } from '../packs/packs';
import { explain, pathOf } from '../yaml/issues';
import { misspelt } from '../yaml/nearest';
import { validate } from '../yaml/validate';
import { KNOWN_RULE_IDS } from './knownRules';
import type { ProfileLayer } from './layers';
import {
  AllowedPhrasesSchema,
  FilesSchema,
  LimitsSchema,
  PERCENT,
  RulesSchema,
  SharesSchema,
  WordsPerMinuteSchema,
} from './schemas';
import { DEFAULT_SETTINGS } from './settings';

/** A setting of an editor that decides how texts are judged. The severities of the rules come in addition. */
export interface LintSetting {
  /** Without the prefix `starl.`; the same key as in `starl.yaml`. */
  readonly key: string;
  readonly type: 'string' | 'integer' | 'array';
  readonly default: string | number | readonly string[];
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** Markdown. */
  readonly description: string;
}

const pace = { type: 'integer', minimum: PACE.min, maximum: PACE.max } as const;
const seconds = { type: 'integer', minimum: SECONDS.min, maximum: SECONDS.max } as const;
const percent = { type: 'integer', minimum: PERCENT.min, maximum: PERCENT.max } as const;
const { files, wordsPerMinute, limits, shares, allowedPhrases } = DEFAULT_SETTINGS;

/** What an editor offers besides the severities; a `starl.yaml` overrules it. */
export const LINT_SETTINGS: readonly LintSetting[] = [
  {
    key: 'profile',
    type: 'string',
    default: DEFAULT_PROFILE,
    enum: PACKS.map(({ id }) => id),
    enumDescriptions: PACKS.map(({ description }) => description),
    description: 'The interview that you prepare for, where no `starl.yaml` names one.',
  },
  {
    key: 'files',
    type: 'array',
    default: files,
    description:
      'Globs of the Markdown files that hold stories, from the folder of the `starl.yaml`, or of the workspace where there is none. Any other Markdown is read as a story only if it looks like one, and none that a glob with `!` in front means.',
  },
  {
    key: 'wordsPerMinute.min',
    ...pace,
    default: wordsPerMinute.min,
    description: 'How many words a minute you speak when unhurried.',
  },
  {
    key: 'wordsPerMinute.max',
    ...pace,
    default: wordsPerMinute.max,
    description: 'How many words a minute you speak when brisk.',
  },
  {
    key: 'limits.story',
    ...seconds,
    default: limits.story,
    description: 'The longest that a story may take when spoken, in seconds.',
  },
  {
    key: 'limits.speech',
    ...seconds,
    default: limits.speech,
    description: 'The longest that an elevator speech may take, in seconds.',
  },
  {
    key: 'shares.action',
    ...percent,
    default: shares.action,
    description: "The least of a story's words that the action should have, in per cent.",
  },
  {
    key: 'shares.scene',
    ...percent,
    default: shares.scene,
    description: 'The most that situation and task may have together, in per cent.',
  },
  {
    key: 'allowedPhrases',
    type: 'array',
    default: allowedPhrases,
    description:
      'Words and phrases that are never objected to, in any case. Terms listed as confidential in `starl.yaml` are pointed out all the same.',
  },
];

/** In the settings of an editor: the rule keeps the severity that profile and rule give it. */
export const AS_PROFILE = 'default';

const UserSchema: v.GenericSchema<unknown, ProfileLayer> = v.strictObject({
  profile: v.optional(v.picklist(PACKS.map(({ id }) => id))),
  files: v.optional(FilesSchema),
  rules: v.optional(RulesSchema),
  wordsPerMinute: v.optional(WordsPerMinuteSchema),
  limits: v.optional(LimitsSchema),
  shares: v.optional(SharesSchema),
  allowedPhrases: v.optional(AllowedPhrasesSchema),
});

/**
 * Makes a layer of what a user has set in an editor. `read` gives what is set for a key (`limits.story`,
 * `rules.vague-we`, or `rules` for all of them), and undefined where only the default stands. What is set wrongly is left
 * out, and told. The user's `own` rules, by id, can be set as all others.
 */
export function readUserLayer(
  read: (key: string) => unknown,
  own: readonly string[] = [],
): { layer: ProfileLayer; problems: readonly string[] } {
  const input: Record<string, unknown> = {};
  const known = [...KNOWN_RULE_IDS, ...own];
  const keys = [...LINT_SETTINGS.map((setting) => setting.key), ...known.map((id) => `rules.${id}`)];
  for (const key of keys) {
    const value = structuredClone(read(key));
    if (value === undefined || (value === AS_PROFILE && key.startsWith('rules.'))) continue;
    const [group = key, name] = key.split('.', 2);
    if (name === undefined) input[group] = value;
    else input[group] = { ...(input[group] as object | undefined), [name]: value };
  }
  const { value, issues } = validate(UserSchema, input);
  const problems = issues.map((issue) => `starl.${pathOf(issue).join('.')}: ${explain(issue, UserSchema)}`);
  return { layer: value ?? {}, problems: [...problems, ...misspeltRules(read('rules'), known)] };
}

/** Any other rule may be the user's own in another folder. */
function misspeltRules(rules: unknown, known: readonly string[]): string[] {
  if (typeof rules !== 'object' || rules === null) return [];
  return Object.keys(rules).flatMap((id) => {
    const [meant] = misspelt(id, known);
    return meant === undefined ? [] : `starl.rules.${id}: There is no rule "${id}". Did you mean "${meant}"?`;
  });
}
