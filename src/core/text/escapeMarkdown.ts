import { endRunStart } from './endRun';

/** Makes one line of text stand for itself in Markdown, in a heading as well as behind the box of a list item. */
export function escapeMarkdown(line: string): string {
  const { length } = line.trimEnd();
  const signs = endRunStart(line, /#/, length);
  const closes = signs < length && /^\s?$/.test(line.charAt(signs - 1));
  return closes ? `${escapeSigns(line.slice(0, signs))}\\${line.slice(signs)}` : escapeSigns(line);
}

function escapeSigns(line: string): string {
  return line
    .replace(/[\\`*[\]<~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&');
}
