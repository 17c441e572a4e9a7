import { Mask } from './mask';

/** Prose between the tags of an HTML block. */
export interface HtmlPassage {
  /** Level of the heading that the passage is, or 0. */
  readonly heading: number;
  readonly mask: Mask;
  readonly bold: readonly (readonly [number, number])[];
}

const TAG = /<!--[\s\S]*?(?:-->|$)|<(script|style|pre|code)\b[^>]*>[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi;
const INLINE = new Set(['a', 'abbr', 'b', 'em', 'i', 'mark', 'small', 'span', 'strong', 'sub', 'sup', 'u']);

/** Splits an HTML block at its block tags and line breaks; inline tags are blanked. */
export function readHtml(text: string, from: number, to: number): HtmlPassage[] {
  const passages: HtmlPassage[] = [];
  let mask = new Mask(text, from, to);
  let bold: [number, number][] = [];
  let boldStart: number | undefined;
  let heading = 0;
  const finish = (end: number, next: number): void => {
    passages.push({ heading, mask: mask.until(end), bold });
    mask = new Mask(text, next, to);
    bold = [];
  };
  for (const match of text.slice(from, to).matchAll(TAG)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const name = match[3]?.toLowerCase() ?? '';
    if (!INLINE.has(name)) {
      finish(start, end);
      heading = match[2] ? 0 : Number(/^h([1-6])$/.exec(name)?.[1] ?? 0);
    } else {
      mask.blank(start, end);
      if (name !== 'b' && name !== 'strong') continue;
      if (!match[2]) boldStart = end;
      else if (boldStart !== undefined && boldStart >= mask.start)
        bold.push([boldStart - mask.start, start - mask.start]);
    }
  }
  finish(to, to);
  return passages;
}
