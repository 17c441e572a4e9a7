import { Composer, CST, type Document, isAlias, isScalar, Parser, visit } from 'yaml';
import { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import type { Objection } from './problem';

/** Longer input is refused: our files are written by hand. */
export const MAX_LENGTH = 256 * 1024;
/** Deeper nesting is refused: composing recurses, and a full stack takes the whole process down. */
export const MAX_DEPTH = 40;

/** A document that can be trusted, or what is wrong with it. */
export type Syntax = { readonly document: Document.Parsed } | { readonly objections: readonly Objection[] };

const MARKER = /^(?:<{7}|\|{7}|>{7})(?: .*)?$|^={7}$/m;
/** Names that every object has, and those that schemas pass over. */
const RESERVED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** Parses one YAML document and refuses what is valid YAML but has no place in a file written by hand. */
export function parseYaml(text: string): Syntax {
  if (text.length > MAX_LENGTH) {
    return refuse(
      `This is longer than ${MAX_LENGTH / 1024} thousand characters. Split it, or leave something out.`,
      0,
      0,
    );
  }
  const marker = MARKER.exec(text);
  if (marker) {
    const message =
      'A merge left a conflict here. Keep one of the two sides and delete the lines that start with <<<<<<<, ======= and >>>>>>>.';
    return refuse(message, marker.index, marker.index + marker[0].length);
  }
  const tokens = [...new Parser().parse(text.replace(/\r(?!\n)/g, '\n'))];
  const deep = findTooDeep(tokens);
  if (deep !== undefined)
    return refuse(`This is nested more than ${MAX_DEPTH} levels deep. Make it flatter.`, deep, deep + 1);
  const composer = new Composer({
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false,
    merge: false,
    logLevel: 'silent',
  });
  const [document, second] = composer.compose(tokens, true, text.length);
  if (!document) return { objections: [] };
  const told = document.errors.length > 0 ? objectionsWithLf(text) : [];
  if (told.length > 0) return { objections: told };
  if (second)
    return refuse('A second document starts here. Keep one, without a line of --- in between.', ...rangeOf(second));
  const open = document.errors.length > 0 ? findOpen(tokens) : undefined;
  if (open) return refuse(`This ${open.what} is not closed. Close it. ${PLAIN}`, open.at, open.at + 1);
  const objections = [...document.errors, ...document.warnings].map(({ code, message, pos: [start, end] }) => ({
    message: MESSAGES[code] ?? `This is not valid YAML: ${message}.`,
    ...withoutBreaks(text, start, end),
  }));
  if (document.directives.yaml.explicit)
    objections.push({ message: 'Leave out the line that starts with %YAML.', start: 0, end: 5 });
  if (objections.length === 0) objections.push(...findForbidden(document));
  return objections.length > 0 ? { objections } : { document };
}

/** What is wrong with a text whose lines end in CRLF, as it is told of LF: the library tells of CRLF other errors. */
function objectionsWithLf(text: string): readonly Objection[] {
  const withLf = text.replaceAll('\r\n', '\n');
  const syntax = withLf === text ? undefined : parseYaml(withLf);
  if (!syntax || 'document' in syntax) return [];
  const [before, after] = [new LineIndex(withLf), new LineIndex(text)];
  const inText = (offset: number) => {
    const { line, column } = before.position(offset);
    return after.line(line).start + column - 1;
  };
  return syntax.objections.map((one) => ({ ...one, start: inText(one.start), end: inText(one.end) }));
}

const PLAIN = 'If this is meant as text, put it in quotes.';
const MESSAGES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'A tab is used for indentation. YAML wants spaces: replace it.',
  BAD_INDENT: 'This is not indented like the entries that it belongs to. Line it up with them.',
  BAD_SCALAR_START: `A value cannot start with this character. ${PLAIN}`,
  BLOCK_AS_IMPLICIT_KEY: `There is a second colon here, or the next line is indented too far. ${PLAIN}`,
  MULTILINE_IMPLICIT_KEY: 'A colon is missing after this key, or the line does not belong here. Write "key: value".',
  NON_STRING_KEY: 'A key has to be a plain word.',
  TAG_RESOLVE_FAILED: `Values that start with an exclamation mark are not supported. ${PLAIN}`,
};

function refuse(message: string, start: number, end: number): Syntax {
  return { objections: [{ message, start, end }] };
}

function rangeOf({ range: [start] }: Document.Parsed): [number, number] {
  return [start, start + 3];
}

/** What is at fault without the line breaks that it ends in: these are one character here and two there. */
function withoutBreaks(text: string, start: number, end: number): Span {
  let last = Math.min(end, text.length);
  while (last > start && /[\r\n]/.test(text.charAt(last - 1))) last--;
  return { start: Math.min(start, last), end: last };
}

/** The first bracket, brace or quote that is never closed. */
function findOpen(tokens: readonly CST.Token[]): { readonly what: string; readonly at: number } | undefined {
  let open: { readonly what: string; readonly at: number } | undefined;
  const look = (token: CST.Token | null | undefined): void => {
    const what = token && openAs(token);
    if (what) open ??= { what, at: token.offset };
  };
  for (const token of tokens) {
    if (token.type !== 'document') continue;
    CST.visit(token, ({ key, value }) => {
      look(key);
      look(value);
    });
  }
  return open;
}

/** What a token is by name, where it opens something that it does not close. */
function openAs(token: CST.Token): string | undefined {
  if (token.type === 'flow-collection')
    return token.end.some(({ type }) => /^flow-(?:seq|map)-end$/.test(type)) ? undefined : 'bracket';
  if (token.type !== 'double-quoted-scalar' && token.type !== 'single-quoted-scalar') return undefined;
  return token.source.length > 1 && token.source.endsWith(token.source.charAt(0)) ? undefined : 'quote';
}

/** Offset of the first collection beyond the bound; walks without recursion. */
function findTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const todo = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return token.offset;
    if (token.type === 'document' && token.value) todo.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      if (key) todo.push({ token: key, depth: depth + 1 });
      if (value) todo.push({ token: value, depth: depth + 1 });
    }
  }
  return undefined;
}

/** Aliases (which can grow without bound), keys written twice and keys that every object has. */
function findForbidden(document: Document.Parsed): Objection[] {
  const objections: Objection[] = [];
  const object = (message: string, node: unknown): void => {
    const [start, end] = (node as { range?: [number, number, number] | null }).range ?? [0, 0];
    objections.push({ message, start, end });
  };
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) object('A value that starts with * has to stand in quotes.', node);
      else if (node.anchor) object('A value that starts with & has to stand in quotes.', node);
    },
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : '';
        if (seen.has(name)) object(`"${name}" is already set above. Keep one of the two.`, key);
        else if (RESERVED.has(name)) object(`"${name}" cannot be used as a key.`, key);
        seen.add(name);
      }
    },
  });
  return objections;
}
