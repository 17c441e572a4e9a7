import type { LintSettings } from '../config/settings';
import type { Evidence } from '../scorer/evidence';
import type { SentenceInPart, Story, StorySentence } from '../story/story';
import type { DocumentKind, Edit, PartName, Severity } from '../types';

/** What every rule says of itself; settings, pages, hovers and the README's table are generated from it. */
export interface RuleInfo {
  readonly id: string;
  /** A short title, no full stop. */
  readonly title: string;
  /** What an interviewer hears in such a sentence; one or two sentences. */
  readonly hears: string;
  /** Why it matters, for the rule's page. */
  readonly why: string;
  /** What to do about it, for the rule's page. */
  readonly cure: string;
  /** Numbers of the source documents ("000"), as listed in the pack `general`. */
  readonly sources: readonly string[];
  readonly severity: Severity;
  /** At least one pair; the first is shown in the hover. Each bad line must be flagged and each good line must pass. */
  readonly examples: readonly RuleExample[];
}

export interface RuleExample {
  /** In which part the lines stand; they are tested under that heading. */
  readonly part?: PartName;
  readonly bad: string;
  readonly good: string;
}

/** A fix before it is placed: offsets relative to the block in which the finding stands. */
export interface RuleFix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly snippet?: boolean;
  /** Keeps the meaning in every case, so it may be applied without asking (`source.fixAll.starl`). */
  readonly safe?: boolean;
  /** Throws away more than it cures, so it is offered only where nothing else cures. */
  readonly lastResort?: boolean;
}

/** Where a sentence rule objects; offsets relative to the sentence's `base`. */
export interface SentenceMatch {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** Worked out when somebody asks for them. */
  fixes(): readonly RuleFix[];
}

export interface SentenceRule extends RuleInfo {
  readonly scope: 'sentence';
  /** The kinds of document that the rule judges; all that tell of a person where nothing is said. */
  readonly kinds?: readonly DocumentKind[];
  /** Judges one sentence in its place; undefined where there is nothing to object to. */
  check(at: StorySentence): SentenceMatch | undefined;
}

/** What a story rule objects to. It is reported on the story's heading; fixes carry offsets in the document. */
export interface StoryMatch {
  readonly message: string;
  readonly part?: PartName;
  /** Places in the document that the message speaks of. */
  readonly related?: readonly { readonly start: number; readonly end: number; readonly message: string }[];
  readonly fixes: readonly RuleFix[];
}

/** What a story rule may go by besides the story. */
export interface StoryContext {
  readonly kind: DocumentKind;
  /** The whole document. */
  readonly text: string;
  readonly settings: LintSettings;
}

export interface StoryRule extends RuleInfo {
  readonly scope: 'story';
  /** The kinds of document that the rule judges; stories and narratives where nothing is said. */
  readonly kinds?: readonly DocumentKind[];
  /** Goes by marks and counts alone, so it holds in any language. */
  readonly anyLanguage?: boolean;
  check(story: Story, context: StoryContext): StoryMatch | undefined;
}

/** A sentence rule whose `check` is asked only where the learned scorer suspects a sentence; `npm run train` writes its weights. */
export interface ScoredRule extends SentenceRule {
  /** Considers sentences that hold no evidence, too. */
  readonly unprompted?: boolean;
  /** Whether a sentence is considered at all, given the evidence in it and its part. */
  isCandidate(here: Evidence, at: SentenceInPart): boolean;
  /** Whether what stands around a candidate speaks it free; `next` is the evidence in the next sentence of its part. */
  isRescued?(at: StorySentence, next: Evidence): boolean;
  /** What grammar and the sentence's part tell the scorer besides, by name; weighed like evidence, once for both. */
  traits?(at: SentenceInPart): readonly string[];
  /** What stands around the sentence tells besides; of a candidate, weighed in each story anew. */
  surroundings?(at: StorySentence): readonly string[];
  /** Kinds of features (`eo:`, `a:`) that tell nothing for this rule and are not weighed. */
  readonly ignores?: readonly string[];
}

export type Rule = SentenceRule | ScoredRule | StoryRule;

const STORIES: readonly DocumentKind[] = ['story', 'narrative'];
/** A design sheet is about a system: nobody's part in it is blurred, nothing has been learned yet. */
const TOLD: readonly DocumentKind[] = ['story', 'narrative', 'speech'];

/** Whether a rule has a say in a document of this kind and language. */
export function isApplicable(rule: Rule, kind: DocumentKind, english: boolean): boolean {
  if (rule.scope === 'sentence') return english && (rule.kinds ?? TOLD).includes(kind);
  return (english || rule.anyLanguage === true) && (rule.kinds ?? STORIES).includes(kind);
}

export function isScored(rule: Rule): rule is ScoredRule {
  return 'isCandidate' in rule;
}
