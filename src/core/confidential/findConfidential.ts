import type { LintSettings } from '../config/settings';
import type { RawFinding } from '../lint/judge';
import { CONFIDENTIAL } from '../lint/pseudoRules';
import type { Region } from '../text/regions';
import { oncePer } from '../util/once';
import { Surroundings } from './surroundings';
import { swapTerm } from './swap';
import type { TermFinder, TermMatch } from './termFinder';

/**
 * Reports each term of the user's list that stands in a document. The messages repeat none: reports are passed on. What is
 * found in a region is kept for as long as the region is there.
 */
export class ConfidentialFinder {
  readonly #finder: TermFinder;
  readonly #inRegions = new WeakMap<Region, readonly TermMatch[]>();
  readonly #isLeak: (say: string) => boolean;

  constructor(finder: TermFinder) {
    this.#finder = finder;
    this.#isLeak = oncePer((say) => finder.find(say).length > 0);
  }

  /** Those in a region; offsets count from its start. */
  inRegion(region: Region, levels: LintSettings['rules']): RawFinding[] {
    const matches = this.#inRegions.get(region) ?? this.#finder.find(region.text);
    this.#inRegions.set(region, matches);
    return this.#report(matches, new Surroundings(region.text, 0, region.blocks), levels);
  }

  /** Those in front matter. */
  inFrontMatter(head: string, levels: LintSettings['rules']): RawFinding[] {
    return this.#report(this.#finder.find(head), new Surroundings(head, head.length, []), levels);
  }

  #report(matches: readonly TermMatch[], surroundings: Surroundings, levels: LintSettings['rules']): RawFinding[] {
    const severity = levels[CONFIDENTIAL.id] ?? CONFIDENTIAL.severity;
    if (severity === 'off') return [];
    return matches.map((match) => {
      const { say } = match.term;
      const isLeak = say !== undefined && this.#isLeak(say);
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
}
