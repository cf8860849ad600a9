import { createBareClient } from '@paspor-antrean/client';
import { createCounterClient } from '@paspor-antrean/client/counter';
import { type AnyEndpointName, allEndpoints, operations, problemStatus } from '@paspor-antrean/contract';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { openApi } from '../../src/http/openapi.ts';

const document = JSON.parse(JSON.stringify(openApi('https://antrean.example.go.id')));
type Operation = { operationId: string; description: string; security: object[]; responses: Record<string, never> };
const all = Object.values(document.paths as Record<string, Record<string, Operation>>).flatMap((verbs) =>
  Object.values(verbs),
);

test('the linter finds nothing', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const found = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config });
  expect(found.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
});

test('the linter does find what is wrong', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const wrong = structuredClone(document);
  wrong.paths['/v1/offices'].get.operationId = wrong.paths['/v1/offices/{office}'].get.operationId;
  const found = await lintFromString({ source: JSON.stringify(wrong), absoluteRef: 'openapi.json', config });
  expect(found.map(({ ruleId }) => ruleId)).toContain('operation-operationId-unique');
});

test('operations are named as the methods of the client', () => {
  const options = { baseUrl: 'http://localhost' };
  const methods = [createBareClient(options), createCounterClient(options)].flatMap(Object.keys);
  expect(all.map(({ operationId }) => operationId).sort()).toEqual(methods.sort());
});

test('every example fits its schema', () => {
  const ajv = new Ajv2020({ strict: false, formats: { date: true, 'date-time': true } });
  ajv.addSchema(document, 'spec');
  for (const [name, { value }] of Object.entries(document.components.examples as Record<string, { value: unknown }>)) {
    const schema = name in problemStatus ? 'Problem' : name;
    expect(ajv.validate({ $ref: `spec#/components/schemas/${schema}` }, value), `${name} ${ajv.errorsText()}`).toBe(
      true,
    );
  }
});

describe.each(Object.entries(allEndpoints))('%s', (name, endpoint) => {
  const operation = all.find(({ operationId }) => operationId === name) as Operation & Record<string, never>;
  const text = JSON.stringify(operation);

  test('shows an example of each body, and every problem code with one', () => {
    if ('body' in endpoint) expect(text).toContain(`"#/components/examples/${endpoint.body}"`);
    if ('answer' in endpoint) expect(text).toContain(`"#/components/examples/${endpoint.answer}"`);
    for (const code of operations[name as AnyEndpointName].problems) {
      expect(JSON.stringify(operation.responses[problemStatus[code]])).toContain(`"#/components/examples/${code}"`);
    }
  });

  test('says which token it takes, and what its answers carry beside a body', () => {
    const kinds = 'role' in endpoint ? ['staff'] : 'bearer' in endpoint ? endpoint.bearer : [];
    expect(operation.security).toEqual(kinds.map((kind) => ({ [`${kind}Token`]: [] })));
    for (const [status, { headers }] of Object.entries(operation.responses) as [string, { headers: object }][]) {
      expect(Object.keys(headers)).toEqual(expect.arrayContaining(['X-Request-Id', 'Cache-Control']));
      if (['429', '503'].includes(status)) expect(headers).toHaveProperty('Retry-After');
      if (status === '401') expect(headers).toHaveProperty('WWW-Authenticate');
    }
  });
});
