import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import { check } from 'recheck';

/** A regular expression of ours. */
interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** File and line. */
  readonly place: string;
}

/** Whatever may be a repetition without a bound. */
const ENDLESS = /[*+]|\{\d+,\}/;
/** What is no proof within this time, in milliseconds, is none. */
const PATIENCE = 60_000;

/**
 * Says of each regular expression under some folders, and of others that are made when its modules are loaded, where it
 * stands and why, if it cannot be shown to take linear time.
 */
export async function slowPatterns(folders: readonly string[], made: readonly Pattern[]): Promise<string[]> {
  const written = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[jt]s$/.test(name))
      .flatMap((name) => patternsIn(join(folder, name))),
  );
  const verdicts = new Map<string, string | undefined>();
  const slow: string[] = [];
  for (const pattern of [...written, ...made]) {
    const key = `/${pattern.source}/${pattern.flags}`;
    if (!verdicts.has(key)) verdicts.set(key, await objection(pattern));
    const why = verdicts.get(key);
    if (why !== undefined) slow.push(`${pattern.place}: ${key} ${why}`);
  }
  return slow;
}

function patternsIn(file: string): Pattern[] {
  const { tokens } = parse(readFileSync(file, 'utf8'), {
    sourceType: 'module',
    plugins: ['typescript'],
    tokens: true,
  });
  return (tokens ?? []).flatMap((token) =>
    token.type.label === 'regexp'
      ? { source: token.value.pattern, flags: token.value.flags, place: `${file}:${token.loc.start.line}` }
      : [],
  );
}

/** Why a pattern may take more than linear time; undefined where it is proven that it does not. */
async function objection({ source, flags }: Pattern): Promise<string | undefined> {
  // From every place it looks no further than its own length.
  if (!ENDLESS.test(source)) return undefined;
  const known = flags.replace(/[dgvy]/g, '') + (flags.includes('v') ? 'u' : '');
  let why = '';
  for (const wider of new Set([withoutCounts(withoutLooks(source)), withoutLooks(source), source])) {
    const found = await check(wider, known, { checker: 'automaton', timeout: PATIENCE });
    if (found.status === 'safe') return undefined;
    if (found.status === 'vulnerable') why = `takes ${found.complexity.summary} time, as on ${found.attack.pattern}`;
    else if (why === '') why = `cannot be shown to take linear time (${found.error.kind})`;
  }
  return why;
}

/**
 * Looks ahead as parts that may be left out, and no looks behind of a bounded length, which cost the same everywhere. A
 * matcher that tries all ways through this tries all ways through the pattern, so what holds for this holds for that.
 */
function withoutLooks(source: string): string {
  let wider = source;
  for (let at = nextLook(wider, 0); at >= 0; at = nextLook(wider, at + 1)) {
    const end = groupEnd(wider, at);
    const group = wider.slice(at, end);
    const isBehind = group.startsWith('(?<');
    const inner = group.slice(isBehind ? 4 : 3, -1);
    // Left as it is, it is no proof.
    if (isBehind && ENDLESS.test(inner)) return source;
    wider = wider.slice(0, at) + (isBehind ? '' : `(?:${inner}|)`) + wider.slice(end);
  }
  return wider;
}

/** Repetitions that are counted as such that are not, which are more and much easier to judge. */
function withoutCounts(source: string): string {
  return source.replace(/([^\\])\{\d+(?:,\d*)?\}/g, '$1*');
}

const nextLook = (source: string, from: number): number => {
  const found = source.slice(from).search(/\(\?<?[=!]/);
  return found < 0 ? -1 : from + found;
};

/** Where the group ends that begins at an offset. */
function groupEnd(source: string, start: number): number {
  let depth = 0;
  let inClass = false;
  for (let at = start; at < source.length; at++) {
    const sign = source.charAt(at);
    if (sign === '\\') at++;
    else if (inClass) inClass = sign !== ']';
    else if (sign === '[') inClass = true;
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return at + 1;
  }
  return source.length;
}
