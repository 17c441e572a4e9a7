import type { DocumentFrontMatter } from '../config/documentFrontMatter';
import type { LintSettings } from '../config/settings';
import { findMisspeltKeys } from '../library/misspeltKeys';
import { readStoryComment } from '../library/storyComment';
import { findUnknownIds, type UnknownId } from '../library/unknownIds';
import { findFrontMatter } from '../text/frontMatter';
import type { Comment } from '../text/markdown';
import type { Problem } from '../yaml/problem';

/** What the mappings of a document are judged by. */
export interface MappingInput {
  readonly frontMatter: DocumentFrontMatter;
  readonly comments: readonly Comment[];
  /** Where each story starts. */
  readonly stories: readonly { readonly start: number }[];
  readonly settings: Pick<LintSettings, 'vocabulary'>;
}

/** What is wrong with the comments that map single stories, and the keys and ids that nothing knows, there and in the front matter. */
export function judgeMappings(
  text: string,
  { frontMatter, comments, stories, settings }: MappingInput,
): { readonly problems: readonly Problem[]; readonly unknown: readonly UnknownId[] } {
  const found = findFrontMatter(text);
  const yaml = { start: found?.yamlStart ?? 0, end: (found?.yamlStart ?? 0) + (found?.yaml.length ?? 0) };
  const own = stories.flatMap((_, index) => {
    const start = index === 0 ? 0 : (stories[index]?.start ?? 0);
    return readStoryComment(text, comments, { start, end: stories[index + 1]?.start ?? text.length + 1 }) ?? [];
  });
  return {
    problems: own.flatMap(({ problems }) => problems),
    unknown: [
      ...(found ? [...findMisspeltKeys(text, yaml), ...findUnknownIds(text, yaml, frontMatter, settings)] : []),
      ...own.flatMap((comment) => findUnknownIds(text, comment.yaml, comment.mappings, settings)),
    ],
  };
}
