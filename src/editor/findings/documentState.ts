import type { TextDocument } from 'vscode';
import { readSetting } from '../config/settings';
import type { Stories } from '../documents/stories';
import type { DocumentState } from './describeState';

/** How a document stands with Starl. */
export function stateOf(stories: Stories, document: TextDocument): DocumentState {
  if (stories.hasFailed(document)) return { kind: 'failed' };
  const session = stories.session(document);
  if (!session) return { kind: stories.isFollowed(document) ? 'reading' : 'unknown' };
  const { report, findings, resolved } = session;
  const { file, userProblems } = resolved;
  const onDemand = readSetting('run', document.uri) === 'onDemand';
  const configProblems = file?.problems.length ?? 0;
  return { kind: 'judged', report, found: findings.length, configProblems, userProblems, onDemand };
}
