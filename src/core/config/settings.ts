import type { PartName, Severity } from '../types';

/** A rule's severity as a user may set it. */
export type RuleLevel = Severity | 'off';

/** Something that must not be told, such as an employer, a person, a product or a figure. */
export interface ConfidentialTerm {
  readonly term: string;
  /** What to say in its place. */
  readonly say?: string | undefined;
}

/** A rule of the user's own: data, never code. */
export interface OwnRule {
  readonly id: string;
  readonly message: string;
  /** What an interviewer hears, why it matters, and what to do about it. */
  readonly hears?: string | undefined;
  readonly why?: string | undefined;
  readonly cure?: string | undefined;
  /** `information` where nothing is said. */
  readonly severity?: Severity | undefined;
  /** The parts in which the rule holds; all where left out. */
  readonly parts?: readonly PartName[] | undefined;
  /** What is objected to, in the language of `phrases.ts`. */
  readonly phrases?: readonly string[] | undefined;
  /** Phrases that excuse the sentence in which they stand. */
  readonly unless?: readonly string[] | undefined;
  /** What is objected to, as a regular expression in the syntax of RE2. */
  readonly pattern?: string | undefined;
  /** What may be put in its place, with `[…]` where only the writer knows; nothing at all takes it out. */
  readonly fix?: readonly string[] | undefined;
  /** Sentences that must be flagged, and others that must not. */
  readonly flag?: readonly string[] | undefined;
  readonly pass?: readonly string[] | undefined;
}

/** The names that stories may go by. */
export interface StoryNames {
  readonly competencies: readonly string[];
  readonly questions: readonly string[];
  /** Of profiles and rounds, by which framings may go beside those. */
  readonly names?: readonly string[];
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
  /** Of a story's words in per cent: the least for the action, the most for situation and task together. */
  readonly shares: { readonly action: number; readonly scene: number };
  /** What is never objected to, as it stands or as what a finding rests on. */
  readonly allowedPhrases: readonly string[];
  readonly confidential: readonly ConfidentialTerm[];
  /** The ids that stories may name; where it is left out they are not looked at. */
  readonly vocabulary?: StoryNames | undefined;
  readonly ownRules: readonly OwnRule[];
}

export const DEFAULT_SETTINGS: LintSettings = {
  files: ['**/stories/**/*.md', '**/*.story.md'],
  rules: {},
  wordsPerMinute: { min: 130, max: 150 },
  limits: { story: 180, speech: 30 },
  shares: { action: 40, scene: 35 },
  allowedPhrases: [],
  confidential: [],
  ownRules: [],
};
