import type { Severity } from '../types';

/** A rule's severity as a user may set it. */
export type RuleLevel = Severity | 'off';

/** Something that must not be told, such as an employer, a person, a product or a figure. */
export interface ConfidentialTerm {
  readonly term: string;
  /** What to say in its place. */
  readonly say?: string | undefined;
}

/** Everything that decides how a text is judged, after all layers have been merged. */
export interface LintSettings {
  /** Globs of the files that hold stories. */
  readonly files: readonly string[];
  /** Severity by rule id; a rule that is absent has its own default. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** Spoken rate in words a minute ("130 to 150 words a minute": rules.md, after seed 002). */
  readonly wordsPerMinute: { readonly min: number; readonly max: number };
  /** Longest spoken time in seconds, by kind. */
  readonly limits: { readonly story: number; readonly speech: number };
  readonly confidential: readonly ConfidentialTerm[];
  /** The ids that stories may name; where it is left out they are not looked at. */
  readonly vocabulary?: { readonly competencies: readonly string[]; readonly questions: readonly string[] } | undefined;
}

export const DEFAULT_SETTINGS: LintSettings = {
  files: ['**/stories/**/*.md', '**/*.story.md'],
  rules: {},
  wordsPerMinute: { min: 130, max: 150 },
  limits: { story: 180, speech: 30 },
  confidential: [],
};
