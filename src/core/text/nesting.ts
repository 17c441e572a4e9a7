import type { BlockParser, InlineParser, MarkdownConfig } from '@lezer/markdown';

/** Blocks may stand within each other as deep as this; a list and its item are two. */
const DEEPEST = 200;
/** A paragraph may have so many of the characters that emphasis, strikethrough, links and images are made with. */
const MOST_MARKS = 1000;
/** What is nested deeper than that, or stands behind more of these marks, up to the end of its line or paragraph. */
export const TOO_DEEP = 'TooDeep';

const block: BlockParser = {
  name: TOO_DEEP,
  before: 'LinkReference',
  parse(context, line) {
    if (context.depth <= DEEPEST) return false;
    const from = context.lineStart + line.pos;
    context.nextLine();
    context.addElement(context.elt(TOO_DEEP, from, context.prevLineEnd()));
    return true;
  },
};

const MARKS: ReadonlySet<number> = new Set([...'*_~![]'].map((mark) => mark.charCodeAt(0)));

function inline(): InlineParser {
  /** How many marks have been met in each paragraph; the parser shows them one after the other. */
  const met = new WeakMap<object, number>();
  return {
    name: TOO_DEEP,
    before: 'Escape',
    parse(context, next, at) {
      if (!MARKS.has(next)) return -1;
      let end = at + 1;
      while (context.char(end) === next) end++;
      const marks = (met.get(context) ?? 0) + end - at;
      met.set(context, marks);
      return marks > MOST_MARKS ? context.addElement(context.elt(TOO_DEEP, at, context.end)) : -1;
    },
  };
}

/** Keeps the parser, and whoever walks its tree, from a nesting that no stack is deep enough for. */
export const limitNesting = (): MarkdownConfig => ({
  defineNodes: [{ name: TOO_DEEP, block: true }],
  parseBlock: [block],
  parseInline: [inline()],
});
