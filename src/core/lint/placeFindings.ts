import type { Finding, Fix, Position } from '../types';
import type { RawFinding } from './judge';

/** What turns offsets into lines and columns. */
interface Lines {
  position(offset: number): Position;
}

/** Turns offsets into positions and puts the findings in the order of the text. Fixes are worked out when they are asked for. */
export function placeFindings(lines: Lines, findings: readonly RawFinding[]): Finding[] {
  return findings
    .map((finding) => placeFinding(finding, lines))
    .sort((a, b) => a.start.offset - b.start.offset || a.end.offset - b.end.offset || a.rule.localeCompare(b.rule));
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
      made ??= fixes().map(({ title, edits, snippet }) => ({ title, edits, snippet: snippet ?? false }));
      return made;
    },
  };
}
