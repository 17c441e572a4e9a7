import { type ConversionConfig, type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { ConfigSchema } from '../core/config/config';
import { KNOWN_RULES } from '../core/config/knownRules';
import { PACKS } from '../core/packs/packs';
import { formsOf } from '../core/yaml/schemaNodes';

/** Where the JSON schema of `starl.yaml` is kept. */
export const CONFIG_SCHEMA = 'media/starl.schema.json';

const LEVEL = 'level';

/** The schema of `starl.yaml` for editors that know JSON schemas: the file's name within the project, and what it holds. */
export function configSchemaFile(): { readonly path: string; readonly text: string } {
  const schema = toJsonSchema(ConfigSchema as GenericSchema, CONVERSION);
  const properties: Record<string, JsonSchema | boolean> = { ...schema.properties };
  const { profile, level, rules } = properties;
  const table = withRules(rules);
  const file = {
    ...schema,
    $comment: 'Generated from the schema in src/core/config by "npm run generate".',
    title: 'Settings of a preparation for interviews (starl.yaml)',
    properties: {
      ...properties,
      profile: offering(
        profile,
        PACKS.map(({ id, description }) => [id, description]),
      ),
      level: offering(
        level,
        PACKS.flatMap(({ levels }) => levels.map(({ name, title }) => [name, title] as const)),
      ),
      rules: table.rules,
    },
    definitions: { ...schema.definitions, [LEVEL]: table.level },
  };
  return { path: CONFIG_SCHEMA, text: `${JSON.stringify(file, undefined, 2)}\n` };
}

/** A form that depends on what is written becomes a choice of all forms; what only code can check is left to the code. */
const CONVERSION: ConversionConfig = {
  errorMode: 'ignore',
  typeMode: 'input',
  overrideSchema: ({ valibotSchema }) => {
    if (valibotSchema.type !== 'lazy') return undefined;
    const forms = formsOf(valibotSchema).map((form) => JSON.stringify(convert(form as GenericSchema)));
    const distinct = [...new Set(forms)].map((form): JsonSchema => JSON.parse(form));
    return distinct.length === 1 ? distinct[0] : { anyOf: distinct };
  },
};

function convert(schema: GenericSchema): JsonSchema {
  const { $schema: _, $defs: __, ...rest } = toJsonSchema(schema, CONVERSION);
  return rest;
}

/** A text for which some values are known, each with what it means. */
function offering(
  property: JsonSchema | boolean | undefined,
  known: readonly (readonly [string, string])[],
): JsonSchema {
  const { description, ...rest } = typeof property === 'object' ? property : {};
  const values = known.map(([value]) => value);
  const choice = { enum: values, markdownEnumDescriptions: known.map(([, meaning]) => meaning) };
  return { ...(description && { description }), anyOf: [choice, rest] };
}

/** Each rule as a key of its own; others are the user's. The level that they share is told once, under `definitions`. */
function withRules(property: JsonSchema | boolean | undefined): {
  readonly rules: JsonSchema;
  readonly level: JsonSchema;
} {
  const { description, ...rest } = typeof property === 'object' ? property : {};
  const isTable = (form: JsonSchema | boolean): form is JsonSchema =>
    typeof form === 'object' && form.type === 'object';
  const table = [rest, ...(rest.anyOf ?? [])].find(isTable) ?? {};
  const { additionalProperties: level } = table;
  const shared = { $ref: `#/definitions/${LEVEL}` };
  const properties = KNOWN_RULES.map(({ id, title }) => [id, { description: title, anyOf: [shared] }]);
  const named = { ...table, properties: Object.fromEntries(properties), additionalProperties: shared };
  return {
    rules: { ...(description && { description }), anyOf: [named, { type: 'null' }] },
    level: typeof level === 'object' ? level : {},
  };
}
