/** Whether a character may stand somewhere. */
type Takes = (char: string) => boolean;

/** What a glob is made of, from left to right. */
type Token =
  | { readonly kind: 'one'; readonly takes: Takes }
  | { readonly kind: 'run'; readonly takes: Takes }
  /** Any folders, or none. */
  | { readonly kind: 'folders' }
  | { readonly kind: '{' | ',' | '}' };

/** A place within a glob: takes a character and goes on, or goes on at once. */
interface State {
  readonly takes?: Takes;
  readonly next: readonly State[];
}

const anything: Takes = () => true;
const inName: Takes = (char) => char !== '/';
const literal = (wanted: string): Token => ({ kind: 'one', takes: (char) => char === wanted });

/**
 * Tells whether a path with `/` between its names is one that a glob means. `*` and `?` stay within a name, `**` is any
 * folders, `{a,b}` is one or the other, `[a-z]` and `[!a-z]` are one character, and what follows `\` stands for itself.
 * It follows all ways through the glob at once, so time grows with the path times the glob, whatever they hold.
 */
export function compileGlob(glob: string): (path: string) => boolean {
  const end: State = { next: [] };
  const start = statesOf(withoutOddBraces(tokensOf([...glob.replace(/^\.?\//, '')])), end);
  return (path) => {
    let live = atOnce([start]);
    for (const char of path) {
      if (live.size === 0) return false;
      live = atOnce([...live].flatMap(({ takes, next }) => (takes?.(char) === true ? next : [])));
    }
    return live.has(end);
  };
}

/** All places that are reached without a character. */
function atOnce(states: readonly State[]): Set<State> {
  const reached = new Set(states);
  // A set that grows is walked to its new end.
  for (const { takes, next } of reached) if (takes === undefined) for (const state of next) reached.add(state);
  return reached;
}

function tokensOf(chars: readonly string[]): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < chars.length; ) {
    const [token, length] =
      starsAt(chars, at, isNameStart(tokens.at(-1), chars[at - 1])) ?? setAt(chars, at) ?? characterAt(chars, at);
    tokens.push(token);
    at += length;
  }
  return tokens;
}

function isNameStart(last: Token | undefined, before: string | undefined): boolean {
  return last === undefined || last.kind === '{' || last.kind === ',' || before === '/';
}

function starsAt(chars: readonly string[], at: number, isStart: boolean): [Token, number] | undefined {
  let end = at;
  while (chars[end] === '*') end++;
  if (end === at) return undefined;
  const after = chars[end];
  const isDouble = isStart && end - at === 2;
  if (isDouble && after === '/') return [{ kind: 'folders' }, 3];
  // `**.md` is what many write for all below.
  const isEndless = isDouble && (at === 0 || after === undefined || after === ',' || after === '}');
  return [{ kind: 'run', takes: isEndless ? anything : inName }, end - at];
}

/** `[abc]`, `[a-c]`, `[!abc]` or `[^abc]`; a bracket without an end stands for itself. */
function setAt(chars: readonly string[], at: number): [Token, number] | undefined {
  if (chars[at] !== '[') return undefined;
  const isNegated = chars[at + 1] === '!' || chars[at + 1] === '^';
  const start = at + (isNegated ? 2 : 1);
  // A bracket that stands first is one of the set.
  const end = chars.indexOf(']', start + 1);
  if (end < 0) return undefined;
  const isListed = listed(chars.slice(start, end));
  return [{ kind: 'one', takes: (char) => char !== '/' && isListed(char) !== isNegated }, end + 1 - at];
}

/** The characters of a set, with stretches as `a-z`. */
function listed(chars: readonly string[]): Takes {
  const stretches: (readonly [from: string, to: string])[] = [];
  for (let at = 0; at < chars.length; at++) {
    const from = chars[at] ?? '';
    const to = chars[at + 1] === '-' ? chars[at + 2] : undefined;
    stretches.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  return (char) => stretches.some(([from, to]) => from <= char && char <= to);
}

function characterAt(chars: readonly string[], at: number): [Token, number] {
  const char = chars[at] ?? '';
  const escaped = char === '\\' ? chars[at + 1] : undefined;
  if (escaped !== undefined) return [literal(escaped), 2];
  if (char === '{' || char === ',' || char === '}') return [{ kind: char }, 1];
  return [char === '?' ? { kind: 'one', takes: inName } : literal(char), 1];
}

/** Braces without a comma or without an other half, and commas outside of braces, stand for themselves. */
function withoutOddBraces(tokens: readonly Token[]): Token[] {
  const kept = new Set<number>();
  const open: number[][] = [];
  for (const [at, { kind }] of tokens.entries()) {
    if (kind === '{') open.push([at]);
    if (kind === ',') open.at(-1)?.push(at);
    if (kind === '}') {
      const marks = open.pop() ?? [];
      if (marks.length > 1) for (const mark of [...marks, at]) kept.add(mark);
    }
  }
  return tokens.map((token, at) =>
    (token.kind === '{' || token.kind === ',' || token.kind === '}') && !kept.has(at) ? literal(token.kind) : token,
  );
}

/** Where a path starts that has to come to the end, made from the end. */
function statesOf(tokens: readonly Token[], end: State): State {
  const open: { readonly after: State; readonly options: State[] }[] = [];
  let state = end;
  for (const token of tokens.toReversed()) {
    const brace = open.at(-1);
    if (token.kind === '}') open.push({ after: state, options: [] });
    else if (token.kind === ',' && brace) {
      brace.options.push(state);
      state = brace.after;
    } else if (token.kind === '{' && brace) {
      state = { next: [...brace.options, state] };
      open.pop();
    } else if (token.kind === 'one') state = { takes: token.takes, next: [state] };
    else if (token.kind === 'run') state = runOf(token.takes, state);
    else state = { next: [state, runOf(anything, { takes: (char) => char === '/', next: [state] })] };
  }
  return state;
}

/** Any number of characters before what follows. */
function runOf(takes: Takes, after: State): State {
  const next = [after];
  const run: State = { next };
  next.push({ takes, next: [run] });
  return run;
}
