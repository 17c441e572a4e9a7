/** Makes text stand for itself in a snippet of VS Code, also inside a placeholder. */
export function escapeSnippet(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

/** A tab stop with the text that it selects. */
export function tabStop(index: number, text = ''): string {
  return text === '' ? `\${${index}}` : `\${${index}:${escapeSnippet(text)}}`;
}
