import type { GenericSchema } from 'valibot';
import { readYaml, type YamlResult } from '../core/config/yaml';
import { PackSchema, TemplateFileSchema } from '../packs/schema';

/** Reads a file of `src/packs/` against its schema, for the build. */
export function readPackFile(name: string, text: string): YamlResult<unknown> {
  const schema: GenericSchema = name === 'templates.yaml' ? TemplateFileSchema : PackSchema;
  return readYaml(text, schema);
}
