import type { SyntaxNode } from '@lezer/common';

const DROPPED = new Set(['Comment', 'HTMLTag', 'TaskMarker', 'ProcessingInstruction']);

/** What a reader sees of a paragraph or heading, up to its first hard line break, on one line. */
export function plainText(text: string, block: SyntaxNode): string {
  let plain = '';
  let at = block.from;
  let end = block.to;
  const skip = (from: number, to: number): void => {
    if (from < at) return;
    plain += text.slice(at, from);
    at = to;
  };
  block.cursor().iterate(({ name, from, to, node }) => {
    if (from >= end) return false;
    if (name === 'HardBreak') end = from;
    else if (name === 'Escape') skip(from, from + 1);
    else if (name === 'LinkMark') skip(...linkMark(text, node));
    else if (DROPPED.has(name) || name.endsWith('Mark')) skip(from, to);
    else return true;
    return false;
  });
  return (plain + text.slice(at, end)).replace(/\s+/g, ' ').trim();
}

/** What of a link goes with one of its marks: with the closing bracket, all that follows; nothing where there is no address. */
function linkMark(text: string, { from, to, parent }: SyntaxNode): [number, number] {
  if (parent?.name !== 'Link' && parent?.name !== 'Image') return [from, to];
  if (!parent.getChild('URL') && !parent.getChild('LinkLabel')) return [from, from];
  return [from, text.charAt(from) === ']' ? parent.to : to];
}
