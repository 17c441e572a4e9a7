import * as v from 'valibot';
import { FramingsSchema, MappingsSchema, type StoryMappings } from '../library/mapping';
import { bodyStart, findFrontMatter } from '../text/frontMatter';
import { type DocumentKind, KINDS } from '../types';
import type { Problem } from '../yaml/problem';
import { readYaml } from '../yaml/yaml';
import { LineSchema, RulesSchema, section, unknownRules } from './schemas';
import type { RuleLevel } from './settings';

/** What our keys in the front matter of a document say; other keys belong to the user and are left alone. */
export interface DocumentFrontMatter extends StoryMappings {
  /** What the document is (`starl: story`). */
  readonly starl?: DocumentKind | undefined;
  readonly title?: string | undefined;
  readonly rules?: Readonly<Record<string, RuleLevel>> | undefined;
}

export interface DocumentFrontMatterResult {
  /** Everything that could be read; what was wrong is left out. */
  readonly frontMatter: DocumentFrontMatter;
  /** Placed in the whole document. */
  readonly problems: readonly Problem[];
  /** Offset at which the document goes on behind the front matter. */
  readonly end: number;
}

const TitleSchema = v.union([LineSchema, v.pipe(v.number(), v.transform(String))]);

const FrontMatterSchema: v.GenericSchema<unknown, DocumentFrontMatter> = v.object({
  starl: section(v.picklist(KINDS)),
  title: section(TitleSchema),
  competencies: section(MappingsSchema),
  questions: section(MappingsSchema),
  framings: section(FramingsSchema),
  rules: section(RulesSchema),
});

/**
 * Reads the front matter of a document, which may set the user's `own` rules (by id), too. Never throws; a document
 * without any has an empty one.
 */
export function readFrontMatter(text: string, own: readonly string[] = []): DocumentFrontMatterResult {
  const found = findFrontMatter(text);
  if (!found) return { frontMatter: {}, problems: [], end: bodyStart(text) };
  const { value, problems } = readYaml(text, FrontMatterSchema, {
    range: { start: found.yamlStart, end: found.yamlStart + found.yaml.length },
    check: ({ rules }) => unknownRules(rules, own),
  });
  return { frontMatter: value ?? {}, problems, end: found.end };
}
