import { CompletionItem, CompletionItemKind, Range, SnippetString, type TextDocument } from 'vscode';
import type { Completion } from '../../core/completion/frontMatter';

/** Makes an item of what the core completes; where more is to be written behind it, the next list opens at once. */
export function toCompletionItem(document: TextDocument, { id, detail, text, start, end }: Completion): CompletionItem {
  const item = new CompletionItem({ label: id, description: detail }, CompletionItemKind.Value);
  item.range = new Range(document.positionAt(start), document.positionAt(end));
  const [before = '', after] = text.split('|');
  item.insertText = before;
  if (after !== undefined) {
    item.insertText = new SnippetString().appendText(before).appendTabstop(0).appendText(after);
    item.command = { command: 'editor.action.triggerSuggest', title: '' };
  }
  return item;
}
