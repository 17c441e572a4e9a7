import { lemmaOf } from '../language/lexicon';
import { PhraseError, type PhraseTokens, SYMBOLS } from '../language/phrases';
import { tokenize } from '../language/tokens';
import { WORD_CLASSES } from '../language/wordClasses';
import { suggest } from '../yaml/nearest';
import { readOwnPhrase } from './finder';

/** Shorter beginnings of words are in every sentence. */
const SHORTEST_PREFIX = 3;
const BLANK_END = 'A phrase begins and ends with a word, a number or a class of words, not with "_" or "..".';

/** What is wrong with a phrase of the user's, in words that say what to do; undefined where all is well. */
export function checkPhrase(source: string): string | undefined {
  let tokens: PhraseTokens;
  try {
    tokens = readOwnPhrase(source);
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    return `This phrase cannot be read: ${error.message} (character ${error.offset + 1}).`;
  }
  const typed = source.split(/[\s()|?]/);
  const ends = pathsOf(tokens).flatMap((path) => [...endOf(path, false), ...endOf(path, true)]);
  return (
    (ends.some((token) => BLANKS.has(token)) ? BLANK_END : undefined) ??
    tokens
      .map((token) => checkToken(token, typed.find((word) => word.toLowerCase() === token) ?? token))
      .find((wrong) => wrong !== undefined)
  );
}

/** The end of a sentence alone says nothing either. */
const BLANKS: ReadonlySet<string> = new Set([SYMBOLS.ANY, SYMBOLS.GAP, SYMBOLS.START, SYMBOLS.LAST]);
const ALL_SYMBOLS: ReadonlySet<string> = new Set(Object.values(SYMBOLS));

/** A word, or the alternatives of a group. */
interface Item {
  readonly paths: readonly (string | Path)[];
  optional: boolean;
}
type Path = readonly Item[];

/** The paths of a phrase, without the marks for the ends of a sentence at their own ends. */
function pathsOf(tokens: PhraseTokens): Path[] {
  let at = 0;
  const read = (): Path[] => {
    const paths: Item[][] = [[]];
    for (; at < tokens.length; at++) {
      const token = tokens[at] ?? '';
      const path = paths.at(-1);
      if (token === SYMBOLS.CLOSE) break;
      if (token === SYMBOLS.OR || token === SYMBOLS.OR_INNER) paths.push([]);
      else if (token === SYMBOLS.OPTIONAL) for (const item of path?.slice(-1) ?? []) item.optional = true;
      else path?.push({ paths: itemPaths(token), optional: false });
    }
    return paths;
  };
  const itemPaths = (token: string): (string | Path)[] => {
    if (token === SYMBOLS.OPEN) {
      at++;
      return read();
    }
    if (token !== SYMBOLS.SET) return [token];
    const end = tokens.indexOf(SYMBOLS.SET_END, at);
    const words = tokens.slice(at + 1, end);
    at = end;
    return words;
  };
  const isAnchor = ({ paths: [token] }: Item): boolean => token === SYMBOLS.START || token === SYMBOLS.LAST;
  return read().map((path) => (path.every(isAnchor) ? path : path.filter((item) => !isAnchor(item))));
}

/** The words that a path may begin with, or end with. */
function endOf(path: Path, isLast: boolean): string[] {
  const items = isLast ? path.toReversed() : path;
  const needed = items.findIndex(({ optional }) => !optional);
  return items
    .slice(0, needed + 1)
    .flatMap(({ paths }) => paths.flatMap((one) => (typeof one === 'string' ? [one] : endOf(one, isLast))));
}

function checkToken(token: string, typed: string): string | undefined {
  if (ALL_SYMBOLS.has(token)) return undefined;
  if (token.startsWith('@')) return checkClass(token.slice(1));
  const word = token.replace(/[~*]$/, '');
  const [first, ...more] = tokenize(word);
  const isClitic = token.startsWith("'");
  if (!isClitic && (first?.text !== word || first.type !== 'word' || more.length > 0))
    return `"${typed}" is no single word, so it is never found. Leave punctuation out, write "#" for a number, or use a pattern.`;
  if (token.endsWith('*') && word.length < SHORTEST_PREFIX)
    return `"${typed}" is in too many words. Write at least ${SHORTEST_PREFIX} letters before the star.`;
  if (token.endsWith('~') && lemmaOf(word) !== word) return `Write the base form: "${lemmaOf(word)}~".`;
  return undefined;
}

function checkClass(name: string): string | undefined {
  if (WORD_CLASSES.has(name)) return undefined;
  return `There is no class of words "@${name}". ${suggest(name, [...WORD_CLASSES.keys()])}`;
}
