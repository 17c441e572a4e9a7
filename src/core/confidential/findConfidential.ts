import type { LintSettings } from '../config/settings';
import type { RawFinding } from '../lint/judge';
import { CONFIDENTIAL } from '../lint/pseudoRules';
import type { Surroundings } from './surroundings';
import { swapTerm } from './swap';
import type { TermFinder } from './termFinder';

/** Reports each term of the user's list that stands in a document. The messages repeat none: reports are passed on. */
export function findConfidential(
  finder: TermFinder,
  surroundings: Surroundings,
  levels: LintSettings['rules'],
): RawFinding[] {
  const severity = levels[CONFIDENTIAL.id] ?? CONFIDENTIAL.severity;
  if (severity === 'off') return [];
  return finder.find(surroundings.text).map((match) => {
    const { say } = match.term;
    const isLeak = say !== undefined && finder.find(say).length > 0;
    const cure = say === undefined || isLeak ? 'Say something else instead.' : `Say “${say}” instead.`;
    return {
      rule: CONFIDENTIAL.id,
      severity,
      message: `This is on your list of confidential terms. ${cure}`,
      start: match.start,
      end: match.end,
      related: [],
      fixes: () => (isLeak ? [] : swapTerm(match, surroundings)),
    };
  });
}
