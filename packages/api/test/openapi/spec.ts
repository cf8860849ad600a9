import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

export interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
  examples?: unknown[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: boolean;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: Schema;
  example?: unknown;
}

interface Response {
  headers: Record<string, { $ref?: string; schema?: Schema }>;
  content?: Record<string, { schema: Schema }>;
}

export interface Operation {
  operationId: string;
  path: string;
  verb: string;
  security: Record<string, []>[];
  parameters: Parameter[];
  requestBody?: { content: { 'application/json': { schema: Schema; examples: Record<string, unknown> } } };
  responses: Record<string, Response>;
}

export interface Request {
  path: Record<string, string>;
  query: Record<string, unknown>;
  headers: Record<string, string>;
  body: unknown;
}

interface Document {
  paths: Record<string, Record<string, Omit<Operation, 'path' | 'verb'>>>;
  components: {
    schemas: Record<string, Schema>;
    headers: Record<string, { schema: Schema }>;
    examples: Record<string, { value: unknown }>;
  };
}

/** Answers are open for callers; ours are held to the fields that the document names. */
const close = (schema: Schema): void => {
  if (schema.properties) schema.additionalProperties ??= false;
  const within = [schema.items, ...(schema.anyOf ?? []), ...Object.values(schema.properties ?? {})];
  for (const part of within) if (part) close(part);
};

/** A served OpenAPI document: its operations, and judges of values made from its schemas. */
export const readSpec = (served: unknown) => {
  const document = structuredClone(served) as Document;
  for (const schema of Object.values(document.components.schemas)) close(schema);
  // Patterns say what a format says, and days that are on no calendar are for the API to find.
  const ajv = new Ajv2020({ strict: false, formats: { date: true, 'date-time': true } });
  ajv.addSchema(document, 'spec');
  const judges = new Map<string, ValidateFunction>();
  const judge = (...steps: string[]): ValidateFunction => {
    const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const known = judges.get(pointer) ?? ajv.compile({ $ref: `spec#/${pointer}` });
    judges.set(pointer, known);
    return known;
  };
  const operations: Operation[] = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ ...operation, path, verb })),
  );
  const schemaOf = (schema: Schema): Schema => {
    const name = schema.$ref?.split('/').at(-1);
    return name ? (document.components.schemas[name] ?? {}) : schema;
  };

  /** What is wrong with an answer by the document: its status, media type, headers or body. */
  const faultsOf = async (operation: Operation, answer: globalThis.Response): Promise<string[]> => {
    const { path, verb, responses } = operation;
    const documented = responses[answer.status];
    if (!documented) return [`the status ${answer.status} is not documented: ${await answer.text()}`];
    const faults: string[] = [];
    for (const [name, { $ref, schema }] of Object.entries(documented.headers)) {
      const value = answer.headers.get(name);
      const shape = schema ?? document.components.headers[$ref?.split('/').at(-1) ?? '']?.schema ?? {};
      if (value === null) faults.push(`${name} is missing`);
      else if (!ajv.validate(shape, shape.type === 'integer' ? Number(value) : value)) faults.push(`${name}: ${value}`);
    }
    const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const text = await answer.text();
    if (!documented.content) return text === '' ? faults : [...faults, 'a body where none is documented'];
    if (!documented.content[type]) return [...faults, `the media type ${type} is not documented`];
    const fits = judge('paths', path, verb, 'responses', String(answer.status), 'content', type, 'schema');
    if (!fits(type.endsWith('json') ? JSON.parse(text) : text)) faults.push(`${ajv.errorsText(fits.errors)}: ${text}`);
    return faults;
  };

  /** Whether the document allows this body, or this query. */
  const allows = (operation: Operation, body: unknown): boolean =>
    judge('paths', operation.path, operation.verb, 'requestBody', 'content', 'application/json', 'schema')(body);

  /** The request that the document shows. */
  const exampleOf = ({ parameters, requestBody }: Operation): Request => {
    const queries = parameters.filter((parameter) => parameter.in === 'query' && parameter.example !== undefined);
    const [name = ''] = Object.keys(requestBody?.content['application/json'].examples ?? {});
    const query = Object.fromEntries(queries.map(({ name, example }) => [name, example]));
    return { path: {}, query, headers: {}, body: document.components.examples[name]?.value };
  };

  return { operations, schemaOf, faultsOf, allows, exampleOf };
};

export type Spec = ReturnType<typeof readSpec>;
