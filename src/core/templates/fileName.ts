import type { DocumentKind } from '../types';

const LONGEST = 60;
/** Names that Windows keeps for devices, whatever the extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A file name (without extension) made of a title: lower-case words of any script, joined by hyphens. */
export function slug(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .normalize('NFC')
    .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu);
  const name = cut(words ?? []);
  return name === '' || RESERVED.test(name) ? `story${name && '-'}${name}` : name;
}

/** Whole words as far as they fit. */
function cut(words: readonly string[]): string {
  let name = '';
  for (const word of words) {
    const longer = name === '' ? [...word].slice(0, LONGEST).join('') : `${name}-${word}`;
    if ([...longer].length > LONGEST) break;
    name = longer;
  }
  return name;
}

/** The file names to try for a title, best first. There is always another. */
export function* fileNames(title: string): Generator<string, never> {
  const name = slug(title);
  yield `${name}.md`;
  for (let count = 2; ; count++) yield `${name}-${count}.md`;
}

/** The folder of a workspace in which documents of a kind are kept. */
export function folderFor(kind: DocumentKind): string {
  return kind === 'design' ? 'design' : 'stories';
}
