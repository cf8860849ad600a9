import { type AnyEndpointName, allEndpoints, type ProblemCode, problemStatus, tags } from '@paspor-antrean/contract';
import { openApiOperation } from './openapi-operation.ts';
import { exampleProblem, isGiven, type Json } from './openapi-problems.ts';
import { exampleNames, exampleOf, jsonSchemas } from './openapi-schemas.ts';

const bearer = (description: string) => ({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description });
const text = (description: string, example: string) => ({ description, schema: { type: 'string' }, example });

const paths = (): Json => {
  const all: Record<string, Json> = {};
  for (const name of Object.keys(allEndpoints) as AnyEndpointName[]) {
    const { path, verb } = allEndpoints[name];
    all[path] = { ...all[path], [verb.toLowerCase()]: openApiOperation(name) };
  }
  return all;
};

/** The endpoint table as OpenAPI 3.1. */
export const openApi = (publicUrl: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'paspor-antrean',
    version: '1',
    summary: 'Hold a slot, book a passport visit, move or cancel it.',
    description:
      'JSON in camelCase. Instants end in `At` and carry the office’s own offset; days end in `On`; money is whole rupiah. ' +
      'Every refusal is `application/problem+json` with a `code` from one closed list. Nothing that was sent is echoed. ' +
      'Fields may be added to answers, so ignore those you do not know; bodies and queries take known fields only. ' +
      'Bodies hold at most 64 KiB.',
    contact: { name: 'Who runs this API', url: `${publicUrl}/privasi` },
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: publicUrl, description: 'This deployment' }],
  externalDocs: { url: `${publicUrl}/docs/problems`, description: 'Every problem code and what to do about it' },
  tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
  paths: paths(),
  components: {
    schemas: jsonSchemas(),
    examples: {
      ...Object.fromEntries(exampleNames.map((name) => [name, { value: exampleOf(name) }])),
      ...Object.fromEntries(
        (Object.keys(problemStatus) as ProblemCode[])
          .filter(isGiven)
          .map((code) => [code, { value: exampleProblem(code, publicUrl) }]),
      ),
    },
    headers: {
      RequestId: text(
        'Names this answer in our log. Give it when you ask for help.',
        '0b0f4d8e-51c6-4f0e-9a53-6f3a7c2f1d10',
      ),
      ETag: text('Names this state of the availability. Send it as `If-None-Match`.', 'W/"k3b9x1"'),
      RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 }, example: 2 },
      WwwAuthenticate: { description: 'What is due.', schema: { const: 'Bearer' } },
      ContentDisposition: text('A name for the file.', 'attachment; filename="antrean-paspor.ics"'),
    },
    securitySchemes: {
      holdToken: bearer('The `token` of a hold. Reads, extends and releases it, and books it.'),
      manageToken: bearer('The `manageToken` of a booking: reads, moves and cancels. Never in a QR or on paper.'),
      staffToken: bearer(
        'An access token of the office’s identity provider (OIDC), with office and role claims. Roles: counter, head, admin.',
      ),
      bookingToken: bearer('The `token` of a booking, which the QR shows: reads it with names masked.'),
    },
  },
});
