import type { RuleLevel } from '../config/settings';
import type { Rule, RuleFix, StoryContext } from '../rules/rule';
import type { Analyse, Story } from '../story/story';
import type { Edit, PartName, Severity } from '../types';
import { checkSentence, cures } from './verify';

/** A finding before its offsets are turned into positions. */
export interface RawFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly part?: PartName;
  readonly related: readonly { readonly start: number; readonly end: number; readonly message: string }[];
  /** Works out the fixes, with offsets in the document; it takes time, because each is tried. */
  readonly fixes: () => readonly RuleFix[];
}

/** Runs the rules that are on over one story. */
export function judgeStory(
  story: Story,
  rules: readonly Rule[],
  context: StoryContext,
  analyse: Analyse,
): RawFinding[] {
  const levelOf = (rule: Rule): RuleLevel => context.settings.rules[rule.id] ?? rule.severity;
  const active = rules.filter((rule) => levelOf(rule) !== 'off');
  const sentenceRules = active.filter((rule) => rule.scope === 'sentence');
  return active.flatMap((rule): RawFinding[] => {
    const severity = levelOf(rule);
    if (severity === 'off') return [];
    if (rule.scope === 'story') {
      const match = rule.check(story, context);
      if (!match) return [];
      const { message, part, related = [], fixes } = match;
      return [
        { rule: rule.id, severity, message, ...story.anchor, ...(part && { part }), related, fixes: () => fixes },
      ];
    }
    return story.sentences.flatMap((at): RawFinding[] => {
      const match = checkSentence(rule, at);
      if (!match) return [];
      const fixes = (): RuleFix[] =>
        match.fixes
          .filter((fix) => cures(fix, at, rule, sentenceRules, analyse))
          .map((fix) => ({ ...fix, edits: shift(fix.edits, at.base) }));
      const range = { start: at.base + match.start, end: at.base + match.end };
      return [{ rule: rule.id, severity, message: match.message, ...range, part: at.part, related: [], fixes }];
    });
  });
}

function shift(edits: readonly Edit[], by: number): Edit[] {
  return edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }));
}
