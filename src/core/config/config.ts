import * as v from 'valibot';
import type { CalendarDate } from '../calendar/calendarDate';
import { checkOwnRules } from '../ownRules/checkOwnRules';
import type { Pack } from '../packs/packSchema';
import { findPack, PACKS } from '../packs/packs';
import { nearest, suggest } from '../yaml/nearest';
import type { Problem } from '../yaml/problem';
import { keysAt } from '../yaml/schemaNodes';
import { type Complaint, readYaml } from '../yaml/yaml';
import { parseYaml } from '../yaml/yamlSyntax';
import type { ConfigLayer } from './layers';
import { ownRuleIds } from './ownRuleIds';
import { OwnRulesSchema } from './ownRuleSchema';
import {
  AllowedPhrasesSchema,
  ConfidentialSchema,
  DateSchema,
  FilesSchema,
  LimitsSchema,
  LineSchema,
  type Round,
  RoundsSchema,
  RulesSchema,
  SharesSchema,
  section,
  told,
  unknownRules,
  WordsPerMinuteSchema,
} from './schemas';

/** What stands in a `starl.yaml`. */
export interface Config extends ConfigLayer {
  /** The id of a pack. */
  readonly profile?: string | undefined;
  /** The level that is interviewed for, in the words of the profile ("L6"). */
  readonly level?: string | undefined;
  /** The day of the interview, as `2026-12-31`. */
  readonly interview?: CalendarDate | undefined;
  /** The conversations of the loop, in their order. */
  readonly rounds?: readonly Round[] | undefined;
}

export interface ConfigResult {
  /** Everything that could be read; what was wrong is left out. */
  readonly config: Config;
  readonly problems: readonly Problem[];
  /** Whether a confidential term may be among what was left out, so that a text could not be cleared of all of them. */
  readonly mayLoseTerms?: boolean;
}

/** The shape of a `starl.yaml`. */
export const ConfigSchema: v.GenericSchema<unknown, Config> = v.strictObject({
  profile: told('What you prepare for: a built-in profile, or the id of a pack in the folder packs.', LineSchema),
  level: told('The level that you are interviewed for, as the profile names it.', LineSchema),
  interview: told('The day of the first interview, as year, month and day.', DateSchema),
  rounds: told('The conversations of the loop, in their order.', RoundsSchema),
  files: told(
    'Globs of the Markdown files that hold stories. Any other Markdown is read as a story only if it looks like one, and none that a glob with `!` in front means.',
    FilesSchema,
  ),
  rules: told('How loudly rules speak: error, warning, information, hint or off, by the id of the rule.', RulesSchema),
  wordsPerMinute: told('How fast you speak, in words a minute.', WordsPerMinuteSchema),
  limits: told('The longest that something may take when spoken, in seconds.', LimitsSchema),
  shares: told("How much of a story's words its parts should have, in per cent.", SharesSchema),
  allowedPhrases: told('Words and phrases that are never objected to, in any case: a list.', AllowedPhrasesSchema),
  confidential: told(
    'What must not be told: a list of terms, each with what to say in its place if you like.',
    ConfidentialSchema,
  ),
  ownRules: told('Rules of your own, as data: phrases or a pattern to look for, and what to say then.', OwnRulesSchema),
});

/** What there has to be for all terms to be known. */
const WrittenSchema = v.looseObject({ confidential: section(ConfidentialSchema) });

/**
 * Reads a `starl.yaml`, which may name one of the `packs` of the user's own as its profile; where these are `unknown`, any
 * name. Never throws; an empty file is an empty configuration.
 */
export function parseConfig(text: string, packs: readonly Pack[] | 'unknown' = []): ConfigResult {
  const { value, problems } = readYaml(text, ConfigSchema, {
    check: (config, written) => check(config, written, packs),
  });
  return {
    config: { ...value, ...(packs !== 'unknown' && packs.length > 0 && { packs }) },
    problems,
    ...(problems.length > 0 && mayLoseTerms(text) && { mayLoseTerms: true }),
  };
}

function mayLoseTerms(text: string): boolean {
  const syntax = parseYaml(text);
  if ('objections' in syntax) return syntax.objections.length > 0;
  const { success, output } = v.safeParse(WrittenSchema, syntax.document.toJS({ maxAliasCount: 0 }) ?? {});
  if (!success) return true;
  const keys = keysAt(ConfigSchema, []);
  return Object.keys(output).some((key) => !keys.includes(key) && nearest(key, keys) === 'confidential');
}

function check(
  { profile, level, rules, ownRules = [] }: Config,
  written: unknown,
  packs: readonly Pack[] | 'unknown',
): Complaint[] {
  const complaints = [...unknownRules(rules, ownRuleIds(written)), ...checkOwnRules(ownRules, ['ownRules'])];
  if (packs === 'unknown') return complaints;
  const ids = [...PACKS, ...packs].map(({ id }) => id);
  if (profile !== undefined && !ids.includes(profile)) {
    const message = `There is no profile "${profile}". ${suggest(profile, ids)}`;
    complaints.push({ path: ['profile'], message, meant: nearest(profile, ids) });
  }
  const levels = profile === undefined ? [] : (findPack(profile, packs)?.levels ?? []).map(({ name }) => name);
  if (level !== undefined && levels.length > 0 && !levels.includes(level)) {
    const message = `The profile ${profile} has no level "${level}". Its levels: ${levels.join(', ')}.`;
    complaints.push({ path: ['level'], message });
  }
  return complaints;
}
