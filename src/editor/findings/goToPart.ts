import { commands, type Disposable, type QuickPickItem, QuickPickItemKind, Selection, window } from 'vscode';
import type { StoryOutline } from '../../core';
import { toRange } from '../documents/convert';
import { partTitle, toldIn } from '../documents/parts';
import type { Services } from '../services';
import { clockTime, counted, percent } from '../ui/format';
import { plain } from '../ui/quickInput';

/** Shows the parts of the document's stories with their figures, and goes to the chosen one. */
export const GO_TO_PART = 'starl.goToPart';

interface PartItem extends QuickPickItem {
  readonly offset?: number;
}

export function registerGoToPart({ stories }: Services): Disposable {
  return commands.registerCommand(GO_TO_PART, async () => {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const session = await stories.whenJudged(editor.document);
    const told = session ? toldIn(session.report).filter(({ parts }) => parts.length > 0) : [];
    if (told.length === 0) {
      void window.showInformationMessage('There is no story with parts in this file.');
      return;
    }
    const placeHolder = 'Words, share of the story, and time when spoken';
    const picked = await window.showQuickPick(itemsOf(told), { placeHolder });
    if (picked?.offset === undefined) return;
    const { start } = toRange(editor.document, { start: picked.offset, end: picked.offset });
    editor.selection = new Selection(start, start);
    editor.revealRange(editor.selection);
  });
}

function itemsOf(told: readonly StoryOutline[]): PartItem[] {
  return told.flatMap(({ title, seconds, parts }): PartItem[] => [
    { label: plain(`${title} · ${clockTime(seconds)}`), kind: QuickPickItemKind.Separator },
    ...parts.map((part) => ({
      label: partTitle(part.part),
      description: `${counted(part.words, 'word')} · ${percent(part.share)} · ${clockTime(part.seconds)}`,
      offset: part.start,
    })),
  ]);
}
