/** The Markdown files of a folder, as a glob of VS Code; in whatever case, as people and other systems write it. */
export const MARKDOWN_GLOB = '**/*.{[mM][dD],[mM][aA][rR][kK][dD][oO][wW][nN]}';

/** Whether a file holds Markdown, going by its name or path. */
export function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

/** The name of a Markdown file without its ending. */
export function withoutMarkdownEnding(name: string): string {
  return name.replace(/\.(?:md|markdown)$/i, '');
}
