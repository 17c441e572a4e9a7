import { plainText } from '../checklist/plainText';
import { type Block, parseTree } from '../text/markdown';

/** Of the headings that a story may have its title from the one at its start, else the first; undefined where there is none. */
export function headingOf(
  blocks: readonly Block[],
  { start }: { readonly start: number },
  isTitle: (heading: Block) => boolean,
): Block | undefined {
  const named = blocks.filter((block) => block.kind === 'heading' && isTitle(block));
  return named.find((block) => block.start === start) ?? named[0];
}

/** What a reader sees of a heading. */
export function headingTitle(text: string, { start, end }: Block): string {
  const source = text.slice(start, end);
  const node = parseTree(source).topNode.firstChild;
  return node ? plainText(source, node) : source;
}
