/** What VS Code makes of a snippet: its text, and what each tab stop selects, in the order of the numbers with 0 last. */
export interface Expanded {
  readonly text: string;
  readonly stops: ReadonlyMap<number, string>;
}

const TOKEN = /\\([$}\\])|\$(?:\{(\d+)(?::((?:\\.|[^\\}])*))?\}|(\d+))|\$/g;

/** Expands a snippet that has only tab stops and plain placeholders; anything else in it is an error. */
export function expandSnippet(snippet: string): Expanded {
  const stops = new Map<number, string>();
  const text = snippet.replace(TOKEN, (token, escaped?: string, braced?: string, inner?: string, bare?: string) => {
    if (escaped !== undefined) return escaped;
    const index = braced ?? bare;
    if (index === undefined) throw new Error(`A "$" that is neither escaped nor a tab stop: ${snippet}`);
    const known = stops.get(Number(index));
    if (inner === undefined && known !== undefined) return known;
    const selected = (inner ?? '').replace(/\\(.)/g, '$1');
    stops.set(Number(index), selected);
    return token && selected;
  });
  return { text, stops: new Map([...stops].sort(([a], [b]) => (a || Number.MAX_VALUE) - (b || Number.MAX_VALUE))) };
}
