import type { RawFinding } from '../lint/judge';
import { oncePer } from '../util/once';
import type { Redactor } from './redact';

/** What a message repeats of the text that it is about: names in quotes, and placeholders in their brackets. */
const QUOTED = /"[^"]*"|“[^“”]*”|\[[^[\]]*\]|<[^<>]*>|\{\{[^{}]*\}\}/g;

/** The same findings, with no confidential term in what their messages repeat of the text: reports are passed on. */
export function withoutQuotedTerms(findings: readonly RawFinding[], redactor: Redactor): RawFinding[] {
  const clean = oncePer((message: string) => message.replace(QUOTED, (quoted) => redactor.redact(quoted).text));
  return findings.map((finding) => ({
    ...finding,
    message: clean(finding.message),
    related: finding.related.map((one) => ({ ...one, message: clean(one.message) })),
  }));
}
