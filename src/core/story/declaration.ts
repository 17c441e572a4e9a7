import type { DocumentFrontMatter } from '../config/documentFrontMatter';
import { compileGlob } from '../text/glob';
import type { DocumentInfo, DocumentKind } from '../types';
import { once } from '../util/once';

/** Tells by its path, relative to the folder, whether a file holds stories; undefined where that depends on what is in it. */
export type IsStoryFile = (path: string) => boolean | undefined;

/** Files that one of the globs means hold stories; those that a glob with `!` before it means hold none. */
export function storyFiles(globs: readonly string[]): IsStoryFile {
  const isException = (glob: string) => glob.startsWith('!');
  const compiled = once(() => ({
    wanted: globs.filter((glob) => !isException(glob)).map(compileGlob),
    exceptions: globs.filter(isException).map((glob) => compileGlob(glob.slice(1))),
  }));
  return (path) => {
    const inside = path.replace(/^\.?\//, '');
    const { wanted, exceptions } = compiled();
    if (exceptions.some((means) => means(inside))) return false;
    const isWanted = wanted.length > 0 ? wanted.some((means) => means(inside)) : exceptions.length > 0;
    return isWanted || undefined;
  };
}

/** Leads a Markdown file that holds no story, whatever it looks like. No preview shows it. */
export const OFF_MARK = '<!-- starl: off -->';
const OFF = /^(?:[ \t]*[\r\n])* {0,3}<!--[ \t]*starl:[ \t]*off[ \t]*-->/;

/** What a document is by what is said of it. */
export interface Declaration {
  readonly kind: DocumentKind | undefined;
  /** Whether all of it counts, without any mark of a story in it. */
  readonly whole: boolean;
  /** Whether nothing in it counts. */
  readonly isOff: boolean;
}

/** What a document is by its front matter, what begins behind that, and its path; who opens it may know better. */
export function declarationOf(
  { path, kind: named }: DocumentInfo,
  { starl }: DocumentFrontMatter,
  beginning: string,
  isStoryFile: IsStoryFile,
): Declaration {
  if (named === undefined && isOff(beginning)) return { kind: undefined, whole: false, isOff: true };
  const kind = named ?? starl;
  const isStory = path === undefined ? undefined : isStoryFile(path);
  if (kind === undefined && isStory === false) return { kind, whole: false, isOff: true };
  return { kind, whole: kind !== undefined || isStory === true, isOff: false };
}

/** Whether a document says at its beginning, behind its front matter, that nothing in it counts. */
export function isOff(beginning: string): boolean {
  return OFF.test(beginning);
}

/** What a document is, once it is known whether there are stories in it. */
export function kindOf({ kind, whole }: Declaration, hasStories: boolean): DocumentKind | undefined {
  return kind ?? (whole || hasStories ? 'story' : undefined);
}
