import { endpoints, problemStatus } from '@paspor-antrean/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draft, person } from './people.ts';
import { openTestOffice, type TestOffice } from './test-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice({ ALLOWED_ORIGINS: '*.imigrasi.go.id,https://kantor.example' });
});
afterAll(() => office.close());

const post = (path: string, body: string | object, headers: Record<string, string> = {}) =>
  office.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const holds = '/v1/offices/bandung/holds';

describe('every refusal is problem details', () => {
  const cases: [string, () => Promise<Response>, number, string][] = [
    ['an unknown path', () => office.ask('/v2/nowhere'), 404, 'ROUTE_UNKNOWN'],
    ['an unknown office', () => office.ask('/v1/offices/atlantis'), 404, 'OFFICE_UNKNOWN'],
    ['a verb that is not served', () => office.ask('/v1/offices', { method: 'PUT' }), 405, 'METHOD_NOT_ALLOWED'],
    [
      'a verb that a file does not know',
      () => office.ask('/widget/paspor-antrean.js', { method: 'POST' }),
      405,
      'METHOD_NOT_ALLOWED',
    ],
    [
      'a body that is not JSON by its type',
      () => post(holds, '{}', { 'content-type': 'text/plain' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a body that is not JSON at all', () => post(holds, '{"service":'), 422, 'INVALID_INPUT'],
    [
      'a body that is not UTF-8',
      () =>
        office.ask(holds, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: new Uint8Array([123, 255, 125]),
        }),
      422,
      'INVALID_INPUT',
    ],
    ['a body over 64 KiB', () => post(holds, { service: 'new', proof: 'x'.repeat(66_000) }), 413, 'BODY_TOO_LARGE'],
    ['a party that is too large', () => post(holds, { service: 'new', party: 6 }), 422, 'PARTY_TOO_LARGE'],
    ['a missing token', () => post('/v1/offices/bandung/bookings', draft([person(1)])), 401, 'TOKEN_MISSING'],
  ];
  test.each(cases)('%s', async (_, ask, status, code) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const problem = await answer.json();
    expect(problem).toMatchObject({ code, status, type: `http://antrean.test/docs/problems#${code}` });
    expect(problem.title).not.toBe('');
    if (status === 405) expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });
});

test('the head of a file that is not there says so, as the widget asks after a deploy', async () => {
  expect((await office.ask('/widget/none.js', { method: 'HEAD' })).status).toBe(404);
});

describe('faulty input', () => {
  test('is listed field by field, and nothing that was sent comes back', async () => {
    const secret = 'R4hasia';
    const token = await holdToken();
    const answer = await post(
      '/v1/offices/bandung/bookings',
      {
        contact: { phone: secret, email: secret, [secret]: 1 },
        applicants: [{ name: '', nik: `327300${secret}`, birthOn: '1990-02-31', relation: secret, [secret]: secret }],
        privacyVersion: 7,
        [secret]: secret,
      },
      { authorization: `Bearer ${token}` },
    );
    const text = await answer.text();
    expect(text).not.toContain(secret);
    const { fields } = JSON.parse(text);
    expect(fields).toEqual(
      expect.arrayContaining([
        { field: 'contact.phone', code: 'FORMAT' },
        { field: 'contact.email', code: 'FORMAT' },
        { field: 'contact', code: 'UNKNOWN_FIELD' },
        { field: 'applicants.0.name', code: 'REQUIRED' },
        { field: 'applicants.0.nik', code: 'NIK_DIGITS' },
        { field: 'applicants.0.birthOn', code: 'FORMAT' },
        { field: 'applicants.0.relation', code: 'FORMAT' },
        { field: 'applicants.0', code: 'UNKNOWN_FIELD' },
        { field: 'privacyVersion', code: 'FORMAT' },
        { field: 'body', code: 'UNKNOWN_FIELD' },
      ]),
    );
  });

  test.each([
    ['service=old', [{ field: 'service', code: 'FORMAT' }]],
    ['days=0', [{ field: 'days', code: 'TOO_SMALL' }]],
    ['days=61', [{ field: 'days', code: 'TOO_LARGE' }]],
    ['days=1e1', [{ field: 'days', code: 'FORMAT' }]],
    ['from=2026-02-30', [{ field: 'from', code: 'FORMAT' }]],
    ['party=-1', [{ field: 'party', code: 'FORMAT' }]],
    ['colour=red', [{ field: 'query', code: 'UNKNOWN_FIELD' }]],
    ['party=1&party=2', [{ field: 'query', code: 'DUPLICATE' }]],
  ])('in a query: %s', async (query, fields) => {
    const answer = await office.ask(`/v1/offices/bandung/availability?${query}`);
    expect([answer.status, (await answer.json()).fields]).toEqual([422, fields]);
  });

  test('of a place more exact than 11 km is refused: a phone’s place is nobody’s business', async () => {
    expect((await office.ask('/v1/offices?near=-6.9,107.6')).status).toBe(200);
    for (const near of ['-6.91,107.6', '-6.9', '95,107', '-6.9,181', 'x,y']) {
      expect((await office.ask(`/v1/offices?near=${near}`)).status, near).toBe(422);
    }
  });
});

const holdToken = async () => (await office.antrean.holdSlot({ office: 'bandung', service: 'new' })).token;

describe('origins', () => {
  const from = (origin: string, path = '/v1/offices', method = 'GET') =>
    office.ask(path, { method, headers: { origin } });

  test.each(['https://bandung.imigrasi.go.id', 'https://kantor.example', 'http://antrean.test'])(
    '%s is served',
    async (origin) => {
      const answer = await from(origin);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    },
  );

  test.each([
    'https://imigrasi.go.id.evil.example',
    'http://bandung.imigrasi.go.id',
    'https://evilimigrasi.go.id',
    'null',
    'https://kantor.example.evil',
  ])('%s is not', async (origin) => {
    const answer = await from(origin);
    expect([answer.status, (await answer.json()).code]).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('may ask beforehand, and the answer keeps for two hours', async () => {
    const answer = await from('https://kantor.example', holds, 'OPTIONS');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-max-age')).toBe('7200');
    expect(answer.headers.get('access-control-allow-headers')).toContain('Idempotency-Key');
    expect((await from('https://evil.example', holds, 'OPTIONS')).status).toBe(403);
  });

  test('of any kind may load the public keys and the specification', async () => {
    for (const path of ['/.well-known/jwks.json', '/openapi.json']) {
      const answer = await from('https://anyone.example', path);
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    }
  });
});

test('no answer ever sets a cookie, and those with a token are not stored', async () => {
  const hold = await post(holds, { service: 'new' });
  expect(hold.headers.get('set-cookie')).toBeNull();
  expect(hold.headers.get('cache-control')).toBe('no-store');
});

test('what everyone may read is packed, and what holds a token or a name never is', async () => {
  const packed = { 'accept-encoding': 'br' };
  const vary = 'Accept-Encoding, Origin';
  for (const path of [
    '/v1/offices',
    '/v1/offices/bandung',
    '/v1/offices/bandung/availability?service=new',
    '/kantor',
  ]) {
    const answer = await office.ask(path, { headers: packed });
    expect([path, answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([path, 'br', vary]);
  }
  const bearer = `Bearer ${await holdToken()}`;
  // A whole family, so that the answer would be worth packing.
  const family = draft([1, 2, 3, 4, 5].map((n) => person(900 + n)));
  const hold = await post(holds, { service: 'new', party: 5 }, packed);
  const { token } = await hold.clone().json();
  const booked = await post('/v1/offices/bandung/bookings', family, { ...packed, authorization: `Bearer ${token}` });
  expect(booked.status).toBe(201);
  const { id, manageToken } = await booked.clone().json();
  const own = { headers: { ...packed, authorization: `Bearer ${manageToken}` } };
  const booking = await office.ask(`/v1/offices/bandung/bookings/${id}`, own);
  const calendar = await office.ask(`/v1/offices/bandung/bookings/${id}/calendar.ics`, own);
  const wrong = await post('/v1/offices/bandung/bookings', {}, { ...packed, authorization: bearer });
  expect((await booking.clone().text()).length).toBeGreaterThan(1000);
  for (const answer of [hold, booked, booking, calendar, wrong])
    expect(answer.headers.get('content-encoding')).toBeNull();
});

describe('the specification', () => {
  test('is OpenAPI 3.1 with every endpoint, and every reference in it resolves', async () => {
    const spec = await (await office.ask('/openapi.json')).json();
    expect(spec.openapi).toBe('3.1.0');
    for (const { path, verb } of Object.values(endpoints)) expect(spec.paths[path]).toHaveProperty(verb.toLowerCase());
    const references = [...JSON.stringify(spec).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(references.length).toBeGreaterThan(20);
    for (const name of references) expect(spec.components.schemas).toHaveProperty(name ?? '');
  });

  test('names every problem code', async () => {
    const spec = await (await office.ask('/openapi.json')).json();
    expect(spec.components.schemas.Problem.properties.code.enum).toEqual(Object.keys(problemStatus));
  });
});

test('health, readiness and metrics answer; metrics only to this machine or a bearer', async () => {
  expect((await office.ask('/healthz')).status).toBe(200);
  expect((await office.ask('/readyz')).status).toBe(200);
  expect((await office.ask('/metrics', { from: '203.0.113.9' })).status).toBe(401);
  const metrics = await office.ask('/metrics', { from: '127.0.0.1' });
  expect(await metrics.text()).toContain('antrean_requests_total{route="holdSlot",status="201"}');
});
