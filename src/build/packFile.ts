import { type GenericSchema, parse, partial } from 'valibot';
import { PackSchema } from '../core/packs/packSchema';
import { TemplateFileSchema } from '../core/packs/templateSchema';
import { type Problem, toProblems } from '../core/yaml/problem';
import { placeOf, readYaml } from '../core/yaml/yaml';

/** A file of `src/packs/`, or of the folder there that is named after a pack and holds the rest of it by topic. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** What files make together, or what is wrong with each. */
export interface PackFileResult {
  readonly value: unknown;
  readonly problems: readonly (Problem & { readonly path: string })[];
}

const PartSchema: GenericSchema<unknown, object> = partial(PackSchema);

/** Reads a pack from its files, of which each holds some of its keys; or the templates. For the build. */
export function readPackFiles(files: readonly PackFile[]): PackFileResult {
  const isTemplates = files[0]?.path.endsWith('templates.yaml');
  const schema: GenericSchema<unknown, object> = isTemplates ? TemplateFileSchema : PartSchema;
  const owners = new Map<string, string>();
  const problems: (Problem & { path: string })[] = [];
  const parts = files.map(({ path, text }) => {
    const { value, problems: own } = readYaml<object>(text, schema);
    for (const problem of own) problems.push({ ...problem, path });
    for (const key of Object.keys(value ?? {})) {
      const other = owners.get(key);
      if (other === undefined) owners.set(key, path);
      else {
        const objection = {
          message: `"${key}" stands in ${other} already.`,
          start: 0,
          end: 0,
          ...placeOf(text, [key]),
        };
        problems.push(...toProblems(text, [objection]).map((problem) => ({ ...problem, path })));
      }
    }
    return value;
  });
  const joined = Object.assign({}, ...parts);
  return { value: isTemplates || problems.length > 0 ? joined : parse(PackSchema, joined), problems };
}
