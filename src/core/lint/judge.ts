import type { RuleLevel } from '../config/settings';
import type { Rule, RuleFix, StoryContext } from '../rules/rule';
import type { Analyse, Story } from '../story/story';
import { moveBy } from '../text/moveBy';
import type { Edit, PartName, Severity } from '../types';
import type { AllowedPhrases } from './allowed';
import { isBlank } from './blankStory';
import { checkSentence, curing } from './verify';

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

/**
 * Runs the rules that are on over one story; what rests on an allowed phrase is not objected to. Before the story has a word of
 * its writer's own, a rule only hints, unless somebody has said how loudly it speaks.
 */
export function judgeStory(
  story: Story,
  rules: readonly Rule[],
  context: StoryContext,
  analyse: Analyse,
  allowed: AllowedPhrases,
): RawFinding[] {
  const blank = isBlank(story);
  const levelOf = (rule: Rule): RuleLevel => context.settings.rules[rule.id] ?? (blank ? 'hint' : rule.severity);
  const active = rules.filter((rule) => levelOf(rule) !== 'off');
  const sentenceRules = active.filter((rule) => rule.scope === 'sentence');
  const findings: RawFinding[] = [];
  for (const rule of active) {
    const severity = levelOf(rule);
    if (severity === 'off') continue;
    if (rule.scope === 'story') {
      const match = rule.check(story, context);
      if (!match) continue;
      const { message, part, related = [], fixes } = match;
      const { start, end } = story.anchor;
      findings.push({
        rule: rule.id,
        severity,
        message,
        start,
        end,
        ...(part && { part }),
        related,
        fixes: () => fixes,
      });
      continue;
    }
    for (const at of story.sentences) {
      const match = checkSentence(rule, at);
      if (!match || allowed.allowing(at, rule, match) !== undefined) continue;
      const fixes = (): RuleFix[] =>
        curing(match.fixes(), at, rule, sentenceRules, analyse).map((fix) => ({
          ...fix,
          edits: shift(fix.edits, at.base),
        }));
      findings.push({
        rule: rule.id,
        severity,
        message: match.message,
        start: at.base + match.start,
        end: at.base + match.end,
        part: at.part,
        related: [],
        fixes,
      });
    }
  }
  return findings;
}

/** A finding whose offsets count from elsewhere. */
export function moveFinding(finding: RawFinding, by: number): RawFinding {
  if (by === 0) return finding;
  const move = moveBy(by);
  return {
    ...move(finding),
    related: finding.related.map(move),
    fixes: () => finding.fixes().map((fix) => ({ ...fix, edits: fix.edits.map(move) })),
  };
}

function shift(edits: readonly Edit[], by: number): Edit[] {
  return edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }));
}
