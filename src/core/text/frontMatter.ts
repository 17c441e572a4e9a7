/** YAML between two lines of `---` at the very start of a document. */
export interface FrontMatter {
  /** The YAML without its fences. */
  readonly yaml: string;
  /** Offset of `yaml` in the document. */
  readonly yamlStart: number;
  /** Offset behind the closing fence's line. */
  readonly end: number;
}

const OPEN = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/;
const CLOSE = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/;

export function findFrontMatter(text: string): FrontMatter | undefined {
  const open = OPEN.exec(text);
  if (!open) return undefined;
  const yamlStart = open[0].length;
  const close = CLOSE.exec(text.slice(yamlStart));
  if (!close) return undefined;
  return {
    yaml: text.slice(yamlStart, yamlStart + close.index),
    yamlStart,
    end: yamlStart + close.index + close[0].length,
  };
}

/** Where a document's Markdown begins: behind its front matter, or behind the byte order mark where it has none. */
export function bodyStart(text: string): number {
  return findFrontMatter(text)?.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
}
