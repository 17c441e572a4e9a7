import { beginsWithLetter } from './letters';
import type { Block, Markdown } from './markdown';

/** What may be markup, or the address that GFM makes a link of. Without it only the start of a line decides what the line is. */
const MARKUP = /[`*_[\]<>&\\~|@\t\r]|:\/\/|www\.|mailto:|xmpp:/;
/** A heading with no closing marks. */
const HEADING = /^(#{1,6}) [^#]*$/;
const QUOTED = /^[“”"‘’'(]/;
const BLANK = /^ *$/;
/** Such a line begins no list, code, rule or underline, so it is a paragraph or goes on with one. */
const isProse = (line: string): boolean => QUOTED.test(line) || beginsWithLetter(line);

/**
 * Reads Markdown that is headings and paragraphs without any markup in them, which most regions of a story are: there the
 * parser has nothing to find. Undefined where anything else may stand; what it reads is what the parser would.
 */
export function readPlainMarkdown(text: string): Markdown | undefined {
  if (MARKUP.test(text)) return undefined;
  const blocks: Block[] = [];
  let paragraph = -1;
  const finish = (end: number): void => {
    if (paragraph >= 0)
      blocks.push({
        kind: 'paragraph',
        level: 0,
        start: paragraph,
        end,
        text: text.slice(paragraph, end),
        bold: [],
        wrapped: [],
        hidden: [],
      });
    paragraph = -1;
  };
  for (let start = 0; start < text.length; ) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak < 0 ? text.length : lineBreak;
    const line = text.slice(start, end);
    if (isProse(line)) {
      if (paragraph < 0) paragraph = start;
    } else {
      finish(start - 1);
      const level = HEADING.exec(line)?.[1]?.length ?? 0;
      if (level > 0)
        blocks.push({
          kind: 'heading',
          level,
          start,
          end,
          text: ' '.repeat(level) + line.slice(level),
          bold: [],
          wrapped: [],
          hidden: [],
        });
      else if (!BLANK.test(line)) return undefined;
    }
    start = end + 1;
  }
  finish(text.endsWith('\n') ? text.length - 1 : text.length);
  return { blocks, comments: [], isEnded: true, tooDeep: [] };
}
