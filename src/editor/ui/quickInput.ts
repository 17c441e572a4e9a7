import { Disposable, type QuickInput } from 'vscode';

/** The answer of somebody who wants the question before this one again. */
export const BACK = Symbol('back');

/** Shows an input until `listen` has an answer; undefined where the user dismisses it. */
export function ask<T>(
  input: QuickInput,
  listen: (done: (answer?: T) => void) => Disposable[],
): Promise<T | undefined> {
  input.ignoreFocusOut = true;
  return new Promise((resolve) => {
    const listeners = Disposable.from(
      ...listen((answer) => {
        resolve(answer);
        input.hide();
      }),
    );
    input.onDidHide(() => {
      resolve(undefined);
      listeners.dispose();
      input.dispose();
    });
    input.show();
  });
}

/** In a pick, VS Code takes `$(name)` for an icon. */
export function plain(text: string): string {
  return text.replace(/\$\(/g, '\\$(');
}
