import { Mask } from './mask';

/** Prose between the tags of an HTML block. */
export interface HtmlPassage {
  /** Level of the heading that the passage is, or 0. */
  readonly heading: number;
  readonly mask: Mask;
  readonly bold: readonly (readonly [number, number])[];
}

const TAG = /<!--|<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/i;
/** What stands in these is no prose. */
const CLOSING = new Map([
  ['script', /<\/script\s*>/i],
  ['style', /<\/style\s*>/i],
  ['pre', /<\/pre\s*>/i],
  ['code', /<\/code\s*>/i],
]);
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
  for (const tag of tagsIn(text.slice(from, to))) {
    const start = from + tag.start;
    const end = from + tag.end;
    const { name, closes } = tag;
    if (!INLINE.has(name)) {
      finish(start, end);
      heading = closes ? 0 : Number(/^h([1-6])$/.exec(name)?.[1] ?? 0);
    } else {
      mask.hide(start, end);
      if (name !== 'b' && name !== 'strong') continue;
      if (!closes) boldStart = end;
      else if (boldStart !== undefined && boldStart >= mask.start)
        bold.push([boldStart - mask.start, start - mask.start]);
    }
  }
  finish(to, to);
  return passages;
}

interface Tag {
  readonly start: number;
  readonly end: number;
  /** In lower case; empty for a comment, and for code with all that stands in it. */
  readonly name: string;
  readonly closes: boolean;
}

function* tagsIn(text: string): Generator<Tag> {
  // Code that is not closed any more is not looked for again at every tag.
  const open = new Set<string>();
  let end = 0;
  for (let match = TAG.exec(text); match; match = TAG.exec(text.slice(end))) {
    const start = end + match.index;
    end = start + match[0].length;
    if (match[2] === undefined) end = endOfComment(text, end);
    const name = match[2]?.toLowerCase() ?? '';
    const closes = match[1] === '/';
    const closing = closes || open.has(name) ? undefined : CLOSING.get(name);
    const code = closing?.exec(text.slice(end));
    if (code) end += code.index + code[0].length;
    else if (closing) open.add(name);
    yield { start, end, name: code ? '' : name, closes };
  }
}

/** A comment that nothing closes goes on to the end. */
function endOfComment(text: string, from: number): number {
  const closing = text.indexOf('-->', from);
  return closing < 0 ? text.length : closing + '-->'.length;
}
