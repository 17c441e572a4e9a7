import { plainText } from '../checklist/plainText';
import { withoutEnd } from '../text/endRun';
import { type Block, parseTree } from '../text/markdown';

/** The heading that a story begins with, or else the one that it has its title from. */
export function headingOf(
  blocks: readonly Block[],
  { start, title }: { readonly start: number; readonly title: string },
): Block | undefined {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  return (
    headings.find((block) => block.start === start) ??
    headings.find(({ text }) => withoutEnd(text, /[\s#=-]/).replace(/^[\s#]+/, '') === title)
  );
}

/** What a reader sees of a heading. */
export function headingTitle(text: string, { start, end }: Block): string {
  const source = text.slice(start, end);
  const node = parseTree(source).topNode.firstChild;
  return node ? plainText(source, node) : source;
}
