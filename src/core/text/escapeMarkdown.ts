/** Makes one line of text stand for itself in Markdown, in a heading as well as behind the box of a list item. */
export function escapeMarkdown(line: string): string {
  return line
    .replace(/[\\`*[\]<~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(?<=^|\s)(?=#+\s*$)/, '\\');
}
