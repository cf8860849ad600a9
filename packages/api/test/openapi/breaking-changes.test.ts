/* biome-ignore-all lint/suspicious/noExplicitAny: each case reaches into the document to spoil it. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { openApi } from '../../src/http/openapi.ts';
import { breakingChanges } from './breaking-changes.ts';

const here = JSON.parse(JSON.stringify(openApi('https://antrean.example.go.id')));
const released = new URL('../../../contract/released/openapi.json', import.meta.url);

test('nothing that was released is broken', async () => {
  expect(breakingChanges(JSON.parse(await readFile(released, 'utf8')), here)).toEqual([]);
});

const office = '/v1/offices/{office}';
const holds = `${office}/holds`;
const changed = (change: (document: any) => void) => {
  const document = structuredClone(here);
  change(document);
  return breakingChanges(here, document);
};
const schema = (document: any, name: string) => document.components.schemas[name];

const breaks: [string, (document: any) => void, string][] = [
  ['an operation removed', (d) => delete d.paths[holds].post, 'POST /v1/offices/{office}/holds: operation removed'],
  ['an operation renamed', (d) => (d.paths[holds].post.operationId = 'hold'), 'operationId holdSlot became hold'],
  ['a token newly required', (d) => (d.paths[holds].post.security = [{ holdToken: [] }]), 'a token is newly required'],
  [
    'a kind of token no longer taken',
    (d) => d.paths[`${office}/bookings/{id}`].get.security.pop(),
    'bookingToken no longer taken',
  ],
  ['a parameter removed', (d) => d.paths['/v1/offices'].get.parameters.pop(), 'parameter query ids removed'],
  [
    'a parameter newly required',
    (d) => (d.paths['/v1/offices'].get.parameters[0].required = true),
    'parameter query q newly required',
  ],
  [
    'a new parameter that is required',
    (d) => d.paths[office].get.parameters.push({ name: 'x', in: 'query', required: true, schema: {} }),
    'parameter query x newly required',
  ],
  [
    'a parameter narrowed',
    (d) => (d.paths[`${office}/availability`].get.parameters[3].schema.maximum = 30),
    'maximum 60 became 30',
  ],
  [
    'another default',
    (d) => (d.paths[`${office}/availability`].get.parameters[3].schema.default = 7),
    'default changed',
  ],
  [
    'a field of a body newly required',
    (d) => schema(d, 'NewHold').required.push('party'),
    'body: field party newly required',
  ],
  ['a field of a body removed', (d) => delete schema(d, 'NewHold').properties.proof, 'body: field proof removed'],
  ['a field of a body narrowed', (d) => schema(d, 'NewHold').properties.service.enum.pop(), 'value "renewal" removed'],
  [
    'a field of a body with a new pattern',
    (d) => (schema(d, 'Lookup').properties.code.pattern = '^A'),
    'body.code: pattern changed',
  ],
  ['a field of an answer removed', (d) => delete schema(d, 'Booking').properties.code, '200: field code removed'],
  [
    'a field of an answer that may be missing',
    (d) => schema(d, 'Hold').required.pop(),
    'field extendable is no longer always there',
  ],
  [
    'a field of an answer of another type',
    (d) => (schema(d, 'Office').properties.partyMax.type = 'string'),
    'partyMax: type number became string',
  ],
  [
    'a field of an answer that may be null',
    (d) => (schema(d, 'Availability').properties.asOf = { anyOf: [{ type: 'string' }, { type: 'null' }] }),
    '.asOf: type string became undefined',
  ],
  ['a longer token', (d) => (schema(d, 'Booking').properties.token.maxLength = 500), 'token: maxLength 287 became 500'],
  [
    'a status of an answer removed',
    (d) => delete d.paths[`${office}/availability`].get.responses[304],
    'answer 304 removed',
  ],
  [
    'another media type',
    (d) => (d.paths[office].get.responses[200].content = { 'text/html': {} }),
    'answer 200 is no longer application/json',
  ],
  [
    'a header removed',
    (d) => delete d.paths[`${office}/availability`].get.responses[200].headers.ETag,
    'header ETag of 200 removed',
  ],
  [
    'a problem code removed',
    (d) =>
      d.paths[holds].post.responses[409].content[
        'application/problem+json'
      ].schema.allOf[1].properties.code.enum.shift(),
    '409.code: value "SLOT_FULL" removed',
  ],
];

describe('is broken by', () => {
  test.each(breaks)('%s', (_, change, says) => {
    const found = changed(change);
    expect(found).not.toEqual([]);
    expect(found.join('\n')).toContain(says);
  });
});

const additions: [string, (document: any) => void][] = [
  ['an operation', (d) => (d.paths['/v1/new'] = { get: d.paths[office].get })],
  [
    'a parameter that may be left out',
    (d) => d.paths[office].get.parameters.push({ name: 'x', in: 'query', required: false, schema: {} }),
  ],
  ['a field of a body that may be left out', (d) => (schema(d, 'NewHold').properties.note = { type: 'string' })],
  ['a value that may be sent', (d) => schema(d, 'NewHold').properties.service.enum.push('child')],
  ['a wider parameter', (d) => (d.paths[`${office}/availability`].get.parameters[3].schema.maximum = 90)],
  ['a field of an answer', (d) => (schema(d, 'Booking').properties.gate = { type: 'string' })],
  [
    'a problem code',
    (d) =>
      d.paths[holds].post.responses[409].content['application/problem+json'].schema.allOf[1].properties.code.enum.push(
        'NEW',
      ),
  ],
  ['a header', (d) => (d.paths[office].get.responses[200].headers.Link = {})],
  [
    'other words and examples',
    (d) => {
      d.paths[office].get.summary = 'x';
      d.components.examples = {};
    },
  ],
];

describe('is not broken by', () => {
  test.each(additions)('%s', (_, change) => expect(changed(change)).toEqual([]));
});
