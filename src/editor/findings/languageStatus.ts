import { type Command, Disposable, LanguageStatusSeverity, languages, window, workspace } from 'vscode';
import { OPEN_CONFIG } from '../config/openConfig';
import { affects } from '../config/settings';
import type { Services } from '../services';
import { SHOW_LOG } from '../showLog';
import { unlinked } from '../ui/shownText';
import { type Described, describeState } from './describeState';
import { CHECK_FILE } from './diagnostics';
import { stateOf } from './documentState';

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

  const update = () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'markdown') return;
    const { text, detail, severity, busy, action } = describeState(stateOf(stories, document));
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
