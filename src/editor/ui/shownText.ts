/** A row or a tooltip is one line or a few, of which nobody reads more. In UTF-16 code units. */
const MOST_LABEL = 120;
const MOST_TOOLTIP = 2000;

/** The beginning of a text, as much as a row has room for. */
export function cutLabel(text: string): string {
  return cut(text, MOST_LABEL);
}

/** A story's title as a view shows it. */
export function titleOf({ title }: { readonly title: string }): string {
  return title === '' ? 'Untitled' : cutLabel(title);
}

/** Paragraphs of a tooltip, each as far as anybody reads. */
export function tooltipOf(paragraphs: readonly string[]): string {
  return cut(paragraphs.map((text) => cut(text, MOST_TOOLTIP)).join('\n\n'), 2 * MOST_TOOLTIP);
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half a character would be shown as a question mark.
  return `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** In notifications, prompts and the language status VS Code makes links of `[text](command:…)`; this keeps a text from holding any. */
export function unlinked(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}

/**
 * A text that stands for itself in a `MarkdownString`, on one line. Unlike `appendText` it leaves spaces alone, so that lines
 * break between words.
 */
export function markdownText(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]#+\-!~<>&|@:]|\$(?=\()|(?<=\bwww)\./gi, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
