import { allEndpoints, type Endpoint, type SchemaName, schemas } from '@paspor-antrean/contract';
import { examples } from '@paspor-antrean/contract/examples';
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

const table: readonly Endpoint[] = Object.values(allEndpoints);
const named = (names: (SchemaName | undefined)[]) => [...new Set(names.filter((name) => name !== undefined))];

/** What callers send as a body, and what they are shown. Queries become parameters. */
const sent = named(table.map(({ body }) => body));
const shown = named(table.map(({ answer }) => answer));

/** Bodies and answers; problems have an example for each code instead. */
export const exampleNames = [...sent, ...shown];
export const exampleOf = (name: SchemaName): unknown => examples[name];

/** A schema of the contract as JSON Schema 2020-12. What it cannot say (an unreal day, a NIK twice) is a 422. */
export const jsonSchema = (name: SchemaName, typeMode: 'input' | 'output'): JsonSchema => {
  const { $schema, ...schema } = toJsonSchema(schemas[name] as GenericSchema, {
    typeMode,
    target: 'draft-2020-12',
    errorMode: 'ignore',
  });
  return schema;
};

/** Fields may be added to answers, so a caller must not be told that there are no others. */
const open = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(open);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { additionalProperties, ...rest } = schema as Record<string, unknown>;
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, open(value)]));
};

export const jsonSchemas = (): Record<string, unknown> => ({
  ...Object.fromEntries(sent.map((name) => [name, jsonSchema(name, 'input')])),
  ...Object.fromEntries([...shown, 'Problem' as const].map((name) => [name, open(jsonSchema(name, 'output'))])),
});
