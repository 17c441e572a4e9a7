/** The Markdown files of a folder, as a glob of VS Code; in whatever case, as people and other systems write it. */
export const MARKDOWN_GLOB = '**/*.{[mM][dD],[mM][aA][rR][kK][dD][oO][wW][nN]}';

/** Whether a file holds Markdown, going by its name or path. */
export function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

/** What people call a Markdown file: its name without its folder and its ending. */
export function fileTitle(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
}
