import { plainText } from '../checklist/plainText';
import { titleIn } from '../story/passages';
import { type Block, parseTree } from '../text/markdown';

/** The heading that a story has its title from; undefined where it has it from elsewhere. */
export function headingOf(
  blocks: readonly Block[],
  { start, title }: { readonly start: number; readonly title: string },
): Block | undefined {
  const named = blocks.filter((block) => block.kind === 'heading' && titleIn(block) === title);
  return named.find((block) => block.start === start) ?? named[0];
}

/** What a reader sees of a heading. */
export function headingTitle(text: string, { start, end }: Block): string {
  const source = text.slice(start, end);
  const node = parseTree(source).topNode.firstChild;
  return node ? plainText(source, node) : source;
}
