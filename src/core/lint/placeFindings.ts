import type { Finding, Fix, Position } from '../types';
import type { FoundHere } from './chapters';
import { moveFinding, type RawFinding } from './judge';

/** What turns offsets into lines and columns. */
interface Lines {
  position(offset: number): Position;
}

/** Turns offsets into positions and puts the findings in the order of the text. Fixes are worked out when they are asked for. */
export function placeFindings(lines: Lines, { findings, base }: FoundHere): Finding[] {
  return findings
    .map((finding) => placeFinding(moveFinding(finding, base), lines))
    .sort((a, b) => a.start.offset - b.start.offset || a.end.offset - b.end.offset || (a.rule < b.rule ? -1 : 1));
}

/** Places the findings of one document's states; those that have not moved stay the same objects. */
export class FindingPlacer {
  readonly #known = new WeakMap<FoundHere['findings'], { readonly at: Position; readonly placed: Finding[] }>();

  place(lines: Lines, found: FoundHere): readonly Finding[] {
    const at = lines.position(found.base);
    const known = this.#known.get(found.findings);
    if (known?.at.offset === at.offset && known.at.line === at.line) return known.placed;
    const placed = placeFindings(lines, found);
    this.#known.set(found.findings, { at, placed });
    return placed;
  }
}

function placeFinding(
  { rule, severity, message, start, end, part, related, fixes }: RawFinding,
  lines: Lines,
): Finding {
  let made: readonly Fix[] | undefined;
  const placed = related.map((one) => ({ ...one, start: lines.position(one.start), end: lines.position(one.end) }));
  return {
    rule,
    severity,
    message,
    start: lines.position(start),
    end: lines.position(end),
    ...(part && { part }),
    ...(placed.length > 0 && { related: placed }),
    get fixes() {
      made ??= fixes().map(({ title, edits, snippet = false }) => {
        return { title, edits: edits.map(({ start, end, text }) => ({ start, end, text })), snippet };
      });
      return made;
    },
  };
}
