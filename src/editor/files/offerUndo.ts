import { window } from 'vscode';
import { applyEdit } from '../../core/text/edits';
import { unlinked } from '../ui/shownText';
import type { Change } from './changeBytes';

/** A change, and what takes it back as long as nothing else has changed the text. */
export interface Reversible {
  readonly change: Change;
  readonly undo: Change;
}

/**
 * Notes what a change does to a text, so that it can be taken back; where the text has changed since, `otherwise` tries to.
 */
export function reversible(change: Change, otherwise: Change = refuse): Reversible {
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
      return text === done.after ? done.undo : otherwise(text);
    },
  };
}

function refuse(): ReturnType<Change> {
  return { refusal: 'the file has changed since; Undo in its editor takes it back step by step' };
}

/** Something else that may be done about what was done. */
export interface Another {
  readonly title: string;
  readonly run: () => Promise<void>;
}

/**
 * Says what was done, and takes it back, or does something else, where the user wants that; says `failed` and why where it
 * cannot be taken back. Ends when the user has answered, which may be never.
 */
export async function offerUndo(
  done: string,
  undo: () => Promise<void>,
  failed: string,
  ...others: readonly Another[]
): Promise<void> {
  const choice = await window.showInformationMessage(unlinked(done), 'Undo', ...others.map(({ title }) => title));
  try {
    if (choice === 'Undo') await undo();
    else await others.find(({ title }) => title === choice)?.run();
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    void window.showErrorMessage(unlinked(`${failed}: ${why}.`));
  }
}
