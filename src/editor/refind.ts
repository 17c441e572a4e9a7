import type { Finding, Fix } from '../core';
import type { Engine } from './engine';
import type { Session } from './session';
import type { Span } from './spans';

/** A fix of a finding as it was offered, at some version of the document. */
export interface Offered {
  readonly title: string;
  readonly rule: string;
  readonly span: Span;
  readonly version: number;
}

/** All fixes of a finding: those that cure it, then those that ignore it. */
export function fixesOf({ ignoreFixes }: Engine, { document }: Session, finding: Finding): readonly Fix[] {
  return [...finding.fixes, ...ignoreFixes(document.getText(), finding)];
}

/** The same fix of the same finding, for the text as it is now; undefined where either is gone. */
export function refind(engine: Engine, session: Session, { title, rule, span, version }: Offered): Fix | undefined {
  const now = session.locate(span, version);
  const finding = session.report.findings.find(
    ({ start, end, ...other }) => other.rule === rule && start.offset === now?.start && end.offset === now.end,
  );
  return finding && fixesOf(engine, session, finding).find((fix) => fix.title === title);
}
