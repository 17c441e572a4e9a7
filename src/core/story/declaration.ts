import picomatch from 'picomatch/posix';
import type { DocumentFrontMatter } from '../config/documentFrontMatter';
import type { DocumentInfo, DocumentKind } from '../types';
import { once } from '../util/once';

/** Tells by its path, relative to the folder, whether a file holds stories. */
export type IsStoryFile = (path: string) => boolean;

/** Files that match one of the globs hold stories. */
export function storyFiles(globs: readonly string[]): IsStoryFile {
  const matches = once(() => picomatch([...globs], { dot: true }));
  return (path) => matches()(path.replace(/^\.?\//, ''));
}

/** What a document is by what is said of it. */
export interface Declaration {
  readonly kind: DocumentKind | undefined;
  /** Whether all of it counts, without any mark of a story in it. */
  readonly whole: boolean;
}

/** What a document is by its front matter and its path; who opens it may know better. */
export function declarationOf(
  { path, kind: named }: DocumentInfo,
  { starl }: DocumentFrontMatter,
  isStoryFile: IsStoryFile,
): Declaration {
  const kind = named ?? starl;
  return { kind, whole: kind !== undefined || (path !== undefined && isStoryFile(path)) };
}

/** What a document is, once it is known whether there are stories in it. */
export function kindOf({ kind, whole }: Declaration, hasStories: boolean): DocumentKind | undefined {
  return kind ?? (whole || hasStories ? 'story' : undefined);
}
