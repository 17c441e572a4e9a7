import { endRunStart } from '../text/endRun';
import type { Path } from '../yaml/issues';

/** Where in a `starl.yaml` the cursor stands. */
export interface ConfigPlace {
  /** What leads to the value, or to the map or list in which a key or an entry is to be written; 0 is any entry of a list. */
  readonly path: Path;
  readonly isValue: boolean;
  /** The beginning of the word at the cursor. */
  readonly word: string;
  /** What stands left of that word in its line. */
  readonly before: string;
  /** Whether braces or brackets are open in the line. */
  readonly isFlow: boolean;
  /** The keys beside the one that is written. */
  readonly taken: ReadonlySet<string>;
}

const KEY = /^["']?([\w-]+)["']?\s*:(?:\s|$)/;

/** Reads the place at an offset, whether or not the text can be read as YAML; undefined in comments and behind quotes. */
export function readConfigPlace(text: string, offset: number): ConfigPlace | undefined {
  const lines = text.replace(/^\uFEFF/, ' ').split(/\r\n|\r|\n/);
  const above = text.slice(0, offset).split(/\r\n|\r|\n/);
  const left = (above.pop() ?? '').replace('\uFEFF', '');
  if (/(?:^|\s)#/.test(left) || (left.match(/["']/g) ?? []).length % 2 === 1) return undefined;
  const rows = lines.map(readRow);
  const here = above.length;
  const { indent, dash } = readRow(left);
  const word = left.slice(endRunStart(left, /[\w-]/)).replace(/^[^A-Za-z]+/, '');
  const before = left.slice(0, left.length - word.length);
  const { frames, key } = readLine(before.slice(Math.min(indent, before.length)));
  const path = [...pathAbove(rows, here, indent, dash), ...frames.flatMap(({ path: steps }) => steps)];
  const frame = frames.at(-1);
  const taken = frame ? keysIn(frame.text) : keysAround(rows, here, indent);
  return {
    path: key === undefined ? path : [...path, key],
    isValue: key !== undefined || frame?.isList === true,
    word,
    before,
    isFlow: frame !== undefined,
    taken: new Set(taken),
  };
}

interface Row {
  /** The column at which the first key or value of the line begins. */
  readonly indent: number;
  /** The column of the first hyphen; undefined where there is none. */
  readonly dash: number | undefined;
  readonly key: string | undefined;
  readonly isBlank: boolean;
}

function readRow(line: string): Row {
  const [lead = '', dashes = ''] = /^\s*((?:-(?:\s+|$))*)/.exec(line) ?? [];
  const rest = line.slice(lead.length);
  return {
    indent: lead.length,
    dash: dashes === '' ? undefined : lead.length - dashes.length,
    key: KEY.exec(rest)?.[1],
    isBlank: /^\s*(?:#.*)?$/.test(line),
  };
}

/** The keys and lists below which a line stands, going by its indentation. */
function pathAbove(rows: readonly Row[], row: number, indent: number, dash: number | undefined): Path {
  const path: (string | number)[] = dash === undefined ? [] : [0];
  let limit = dash ?? indent;
  let isItem = dash !== undefined;
  for (let index = row - 1; index >= 0 && (limit > 0 || isItem); index--) {
    const line = rows[index];
    if (!line || line.isBlank) continue;
    if (line.dash !== undefined) {
      if (isItem || line.dash >= limit) continue;
      if (line.indent < limit && line.key !== undefined) path.unshift(line.key);
      path.unshift(0);
      limit = line.dash;
      isItem = true;
    } else if (line.key !== undefined && (line.indent < limit || (isItem && line.indent === limit))) {
      path.unshift(line.key);
      limit = line.indent;
      isItem = false;
    }
  }
  return path;
}

/** The keys of the lines that belong to the same map. */
function keysAround(rows: readonly Row[], row: number, indent: number): string[] {
  const keys: string[] = [];
  const collect = (index: number): boolean => {
    const line = rows[index];
    if (!line) return false;
    if (line.isBlank) return true;
    if (line.indent === indent && line.key !== undefined) keys.push(line.key);
    return line.indent >= indent;
  };
  for (let index = row - 1; rows[index + 1]?.dash === undefined && collect(index); index--);
  for (let index = row + 1; (rows[index]?.dash ?? indent) >= indent && collect(index); index++);
  return keys;
}

interface Frame {
  readonly path: Path;
  readonly isList: boolean;
  text: string;
}

/** The braces and brackets that are open at the end of a line, and the key whose value comes next. */
function readLine(line: string): { readonly frames: readonly Frame[]; readonly key: string | undefined } {
  const frames: Frame[] = [];
  let key: string | undefined;
  let word = '';
  for (const character of line) {
    const top = frames.at(-1);
    if (top) top.text += character;
    if (character === '{' || character === '[') {
      const isList = character === '[';
      frames.push({ path: [...(key === undefined ? [] : [key]), ...(isList ? [0] : [])], isList, text: '' });
      key = undefined;
    } else if (character === '}' || character === ']') frames.pop();
    else if (character === ',') key = undefined;
    else if (character === ':') key = word;
    word = /[\w-]/.test(character) ? word + character : /\s/.test(character) ? word : '';
    if (character === ',' || character === '{' || character === '[') word = '';
  }
  return { frames, key };
}

function keysIn(text: string): string[] {
  return [...text.matchAll(/([\w-]+)\s*(:?)/g)].flatMap(([, key = '', colon]) => (colon ? key : []));
}
