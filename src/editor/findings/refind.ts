import type { Fix } from '../../core';
import type { Span } from '../../core/text/span';
import type { Session } from '../documents/session';
import type { Engine } from '../lazy/engine';

/** A fix of a finding as it was offered, at some version of the document. */
export interface Offered {
  readonly title: string;
  readonly rule: string;
  readonly span: Span;
  readonly version: number;
}

/** The same fix of the same finding, for the text as it is now; undefined where either is gone. */
export function refind(
  { ignoreFixes }: Engine,
  session: Session,
  { title, rule, span, version }: Offered,
): Fix | undefined {
  const now = session.locate(span, version);
  const finding = session.report.findings.find(
    ({ start, end, ...other }) => other.rule === rule && start.offset === now?.start && end.offset === now.end,
  );
  const fixes = finding && [...finding.fixes, ...ignoreFixes(session.document.getText(), finding)];
  return fixes?.find((fix) => fix.title === title);
}
