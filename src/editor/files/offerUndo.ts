import { window } from 'vscode';
import { applyEdit } from '../../core/text/edits';
import { unlinked } from '../ui/shownText';
import type { Change } from './changeBytes';

/** A change, and what takes it back as long as nothing else has changed the text. */
export interface Reversible {
  readonly change: Change;
  readonly undo: Change;
}

/** Notes what a change does to a text, so that it can be taken back. */
export function reversible(change: Change): Reversible {
  let done: { readonly after: string; readonly undo: ReturnType<Change> } | undefined;
  return {
    change(text) {
      const outcome = change(text);
      const { edit } = outcome;
      // A second attempt finds nothing left to do where the first got through.
      if (!edit) return outcome;
      const { start, end, text: written } = edit;
      done = {
        after: applyEdit(text, edit),
        undo: { edit: { start, end: start + written.length, text: text.slice(start, end) } },
      };
      return outcome;
    },
    undo(text) {
      if (!done) return { edit: undefined };
      if (text === done.after) return done.undo;
      return { refusal: 'the file has changed since; Undo in its editor takes it back step by step' };
    },
  };
}

/** Says what was done, and takes it back where the user wants that; says `failed` and why where that cannot be. */
export async function offerUndo(done: string, undo: () => Promise<void>, failed: string): Promise<void> {
  if ((await window.showInformationMessage(unlinked(done), 'Undo')) !== 'Undo') return;
  try {
    await undo();
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    void window.showErrorMessage(unlinked(`${failed}: ${why}.`));
  }
}
