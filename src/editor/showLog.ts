import { commands, type Disposable } from 'vscode';
import type { Services } from './services';

/** Shows what failed, and why. */
export const SHOW_LOG = 'starl.showLog';

export function registerShowLog({ log }: Services): Disposable {
  return commands.registerCommand(SHOW_LOG, () => log.show());
}
