import { LineIndex } from '../text/lines';
import type { Finding, Fix } from '../types';
import type { RawFinding } from './judge';

/** Turns offsets into positions and puts the findings in the order of the text. Fixes are worked out when they are asked for. */
export function placeFindings(text: string, findings: readonly RawFinding[]): Finding[] {
  const lines = new LineIndex(text);
  return findings
    .map((finding) => placeFinding(finding, lines))
    .sort((a, b) => a.start.offset - b.start.offset || a.end.offset - b.end.offset || a.rule.localeCompare(b.rule));
}

function placeFinding(
  { rule, severity, message, start, end, part, related, fixes }: RawFinding,
  lines: LineIndex,
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
