import {
  type AnyEndpointName,
  allEndpoints,
  BookingId,
  Day,
  type Endpoint,
  OfficeId,
  operations,
  QueueCode,
  type SchemaName,
} from '@paspor-antrean/contract';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { type Json, refusals } from './openapi-problems.ts';
import { exampleOf, jsonSchema } from './openapi-schemas.ts';

/** What can stand in a path. A value of another shape names nothing, so it is a 404 or a token for something else. */
const inPath: Record<string, readonly [schema: GenericSchema, description: string, example: string]> = {
  office: [OfficeId as GenericSchema, 'An office’s id, as in the list of offices.', 'bandung'],
  on: [Day as GenericSchema, 'A day of the office.', '2026-12-01'],
  id: [BookingId as GenericSchema, 'The `id` of the hold, and of the booking it becomes.', 'AZq1m3x8fUqL0pWn2Vb7Hg'],
  queueCode: [QueueCode as GenericSchema, 'The `queueCode` of one applicant.', 'A09-017'],
};

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const [schema, description, example] = inPath[name] ?? [];
    if (!schema) throw new Error(`No schema for {${name}} of ${path}`);
    const { $schema, ...shape } = toJsonSchema(schema, { errorMode: 'ignore' });
    return { name, in: 'path', required: true, description, schema: shape, example };
  });

const queryParameters = (name: SchemaName) => {
  const samples = exampleOf(name) as Json;
  return Object.entries(jsonSchema(name, 'output').properties ?? {}).map(([field, shape]) => {
    const { description, ...schema } = shape as Json;
    const example = samples[field];
    return {
      name: field,
      in: 'query',
      required: false,
      description,
      schema,
      ...(example !== undefined && { example }),
    };
  });
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A UUIDv4, or 22 to 200 random base64url characters. Unique per office, kept until the hold ends. The same key and ' +
    'body give the same hold; another body is refused.',
  schema: { type: 'string', minLength: 22, maxLength: 200, pattern: '^[\\w-]{22,200}$' },
  example: '3f6c1f0e-8a55-4d0e-9c4e-2b8d3a7f9e10',
};

const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The `ETag` of the last answer. While nothing has changed the answer is 304, without a body.',
  schema: { type: 'string', maxLength: 1000 },
  example: 'W/"k3b9x1"',
};

const json = (name: SchemaName) => ({
  'application/json': {
    schema: { $ref: `#/components/schemas/${name}` },
    examples: { [name]: { $ref: `#/components/examples/${name}` } },
  },
});
const header = (name: string) => ({ $ref: `#/components/headers/${name}` });
const cacheControl = (value: string) => ({ description: 'How long it may be kept.', schema: { const: value } });

const successes = (name: AnyEndpointName, endpoint: Endpoint): Json => {
  const { cache = 'no-store', etag, again } = operations[name];
  const headers = {
    'X-Request-Id': header('RequestId'),
    'Cache-Control': cacheControl(cache),
    ...(etag && { ETag: header('ETag') }),
  };
  const { answer, status = 200 } = endpoint;
  const calendar = { 'text/calendar': { schema: { type: 'string', pattern: '^BEGIN:VCALENDAR' } } };
  const done = answer
    ? { description: 'Done.', headers, content: json(answer) }
    : status === 204
      ? { description: 'Done.', headers }
      : {
          description: 'An iCalendar file (RFC 5545).',
          headers: { ...headers, 'Content-Disposition': header('ContentDisposition') },
          content: calendar,
        };
  return {
    ...(again && answer && { 200: { description: again, headers, content: json(answer) } }),
    [status]: done,
    ...(etag && { 304: { description: 'Nothing has changed since the `ETag` that was sent.', headers } }),
  };
};

export const openApiOperation = (name: AnyEndpointName): Json => {
  const endpoint: Endpoint = allEndpoints[name];
  const { path, query, body, role, bearer = [] } = endpoint;
  const { summary, description, tag, etag } = operations[name];
  const never = { 'X-Request-Id': header('RequestId'), 'Cache-Control': cacheControl('no-store') };
  return {
    operationId: name,
    summary,
    description,
    tags: [tag],
    security: (role ? ['staff'] : bearer).map((kind) => ({ [`${kind}Token`]: [] })),
    parameters: [
      ...pathParameters(path),
      ...(query ? queryParameters(query) : []),
      ...(endpoint.idempotencyKey ? [idempotencyKey] : []),
      ...(etag ? [ifNoneMatch] : []),
    ],
    ...(body && { requestBody: { required: true, content: json(body) } }),
    responses: { ...successes(name, endpoint), ...refusals(name, never) },
  };
};
