import {
  type Command,
  Disposable,
  LanguageStatusSeverity,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { type Described, type DocumentState, describeState } from './describeState';
import { CHECK_FILE } from './diagnostics';
import { OPEN_CONFIG } from './openConfig';
import type { Services } from './services';
import { affects, readSetting } from './settings';
import { SHOW_LOG } from './showLog';
import { unlinked } from './shownText';

const SEVERITY = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
} as const;

const ACTIONS: Readonly<Record<NonNullable<Described['action']>, Command>> = {
  check: { title: 'Check Now', command: CHECK_FILE },
  openSettings: { title: 'Open Settings', command: 'workbench.action.openSettings', arguments: ['starl'] },
  openConfig: { title: 'Open starl.yaml', command: OPEN_CONFIG },
  showLog: { title: 'Show Log', command: SHOW_LOG },
};

/** Says, for the document in front, how it stands with Starl. */
export function registerLanguageStatus({ stories }: Services): Disposable {
  const item = languages.createLanguageStatusItem('starl.state', { language: 'markdown' });
  item.name = 'Starl';

  const stateOf = (document: TextDocument): DocumentState => {
    if (stories.hasFailed(document)) return { kind: 'failed' };
    const session = stories.session(document);
    if (!session) return { kind: stories.isFollowed(document) ? 'reading' : 'unknown' };
    const { report, findings, resolved } = session;
    const { file, userProblems } = resolved;
    const onDemand = readSetting('run', document.uri) === 'onDemand';
    const configProblems = file?.problems.length ?? 0;
    return { kind: 'judged', report, found: findings.length, configProblems, userProblems, onDemand };
  };
  const update = () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'markdown') return;
    const { text, detail, severity, busy, action } = describeState(stateOf(document));
    item.text = unlinked(text);
    item.detail = unlinked(detail ?? '');
    item.severity = SEVERITY[severity];
    item.busy = busy ?? false;
    item.command = action && ACTIONS[action];
  };
  update();
  return Disposable.from(
    item,
    stories.onDidJudge(update),
    stories.onDidLeave(update),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidChangeConfiguration((event) => affects(event, 'run') && update()),
  );
}
