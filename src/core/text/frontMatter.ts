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

/** Offset behind the line of dashes that a document begins with; undefined where it begins otherwise. */
export function openingEnd(text: string): number | undefined {
  return OPEN.exec(text)?.[0].length;
}

/** Whether a line closes front matter, where that is open above it. */
export function hasClosing(text: string): boolean {
  return CLOSE.test(text.slice(openingEnd(text) ?? 0));
}

export function findFrontMatter(text: string): FrontMatter | undefined {
  const yamlStart = openingEnd(text);
  if (yamlStart === undefined) return undefined;
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
