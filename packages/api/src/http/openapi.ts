import {
  type Endpoint,
  type EndpointName,
  endpoints,
  operations,
  type ProblemCode,
  problemStatus,
  type SchemaName,
  schemas,
} from '@paspor-antrean/contract';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

const json = (schema: object) => ({ 'application/json': { schema } });
const ref = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });

/** Refusals that any route may give. */
const anywhere: readonly ProblemCode[] = ['ORIGIN_NOT_ALLOWED', 'INTERNAL', 'OVERLOADED'];

const bare = (name: SchemaName, typeMode: 'input' | 'output') => {
  const { $schema, ...schema } = toJsonSchema(schemas[name] as GenericSchema, { typeMode, errorMode: 'ignore' });
  return schema;
};

const parameters = (endpoint: Endpoint) => {
  const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const query = endpoint.query ? bare(endpoint.query, 'input') : {};
  const inQuery = Object.entries(query.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema,
  }));
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string', minLength: 22, maxLength: 200 },
  };
  return [...inPath, ...inQuery, ...(endpoint.idempotencyKey ? [key] : [])];
};

const responses = (name: EndpointName, endpoint: Endpoint) => {
  const success = endpoint.answer
    ? { description: 'Done', content: json(ref(endpoint.answer)) }
    : endpoint.status === 204
      ? { description: 'Done' }
      : { description: 'Done', content: { 'text/calendar': { schema: { type: 'string' } } } };
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set([...operations[name].problems, ...anywhere])) {
    const status = problemStatus[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const refusals = [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\``).join(' · '),
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    ]);
  return { [endpoint.status ?? 200]: success, ...Object.fromEntries(refusals) };
};

const operation = (name: EndpointName) => {
  const endpoint: Endpoint = endpoints[name];
  return {
    operationId: name,
    summary: operations[name].summary,
    tags: [operations[name].tag],
    ...(endpoint.bearer && { security: endpoint.bearer.map((kind) => ({ [`${kind}Token`]: [] })) }),
    parameters: parameters(endpoint),
    ...(endpoint.body && { requestBody: { required: true, content: json(ref(endpoint.body)) } }),
    responses: responses(name, endpoint),
  };
};

/** The endpoint table as OpenAPI 3.1. */
export const openApi = (publicUrl: string): object => {
  const paths: Record<string, Record<string, object>> = {};
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const { path, verb } = endpoints[name];
    paths[path] = { ...paths[path], [verb.toLowerCase()]: operation(name) };
  }
  const bodies = new Set<string>(Object.values(endpoints).map((endpoint) => ('body' in endpoint ? endpoint.body : '')));
  const names = (Object.keys(schemas) as SchemaName[]).filter((name) => !name.endsWith('Query'));
  const scheme = (description: string) => ({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description });
  return {
    openapi: '3.1.0',
    info: {
      title: 'paspor-antrean',
      version: '1',
      description: 'Hold a slot, book a passport visit, move or cancel it.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: Object.fromEntries(names.map((name) => [name, bare(name, bodies.has(name) ? 'input' : 'output')])),
      securitySchemes: {
        holdToken: scheme('The token of a hold.'),
        manageToken: scheme('The manage token of a booking: moves and cancels.'),
        bookingToken: scheme('The token in the QR: reads the booking with names masked.'),
      },
    },
  };
};
