/** Makes text stand for itself in a snippet of VS Code, also inside a placeholder. */
export function escapeSnippet(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

/** A tab stop with the text that it selects. */
export function tabStop(index: number, text = ''): string {
  return text === '' ? `\${${index}}` : `\${${index}:${escapeSnippet(text)}}`;
}

/** What a snippet with plain tab stops reads like before anything is typed into it. */
export function plainSnippet(snippet: string): string {
  return snippet.replace(
    /\\([$}\\])|\$\{\d+(?::((?:\\.|[^\\$}])*))?\}/g,
    (_, escaped?: string, inner?: string) => escaped ?? (inner ?? '').replace(/\\(.)/g, '$1'),
  );
}
