import { isScored, type Rule, type RuleFix, type StoryContext } from '../rules/rule';
import { isSuspect } from '../scorer/suspicion';
import type { Story } from '../story/story';
import type { Edit, PartName, Severity } from '../types';

/** A finding before its offsets are turned into positions. */
export interface RawFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly part?: PartName;
  readonly related: readonly { readonly start: number; readonly end: number; readonly message: string }[];
  /** Offsets in the document. */
  readonly fixes: readonly RuleFix[];
}

/** Runs the rules that are on over one story. */
export function judgeStory(story: Story, rules: readonly Rule[], context: StoryContext): RawFinding[] {
  const findings: RawFinding[] = [];
  for (const rule of rules) {
    const severity = context.settings.rules[rule.id] ?? rule.severity;
    if (severity === 'off') continue;
    if (rule.scope === 'story') {
      const match = rule.check(story, context);
      if (!match) continue;
      const { message, part, related = [], fixes } = match;
      findings.push({ rule: rule.id, severity, message, ...story.anchor, ...(part && { part }), related, fixes });
    } else {
      for (const at of story.sentences) {
        const match = isScored(rule) && !isSuspect(at, rule) ? undefined : rule.check(at);
        if (!match) continue;
        findings.push({
          rule: rule.id,
          severity,
          message: match.message,
          start: at.base + match.start,
          end: at.base + match.end,
          part: at.part,
          related: [],
          fixes: match.fixes.map((fix) => ({ ...fix, edits: shift(fix.edits, at.base) })),
        });
      }
    }
  }
  return findings;
}

function shift(edits: readonly Edit[], by: number): Edit[] {
  return edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }));
}
