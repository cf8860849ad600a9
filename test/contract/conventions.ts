import { describe, expect, test } from 'vitest';
import { draft, person } from '../../packages/api/test/people.ts';
import type { Ground } from './ground.ts';

/** How the contract speaks HTTP. */
export const conventions = ({ subject }: Ground): void => {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    subject().ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
    });
  const holds = '/v1/offices/bandung/holds';
  const bookings = '/v1/offices/bandung/bookings';
  const notUtf8 = new Uint8Array([123, 255, 125]);

  describe('every refusal is problem details', () => {
    const cases: [string, () => Promise<Response>, number, string][] = [
      ['an unknown path', () => subject().ask('/v1/nowhere'), 404, 'ROUTE_UNKNOWN'],
      ['an unknown office', () => subject().ask('/v1/offices/atlantis'), 404, 'OFFICE_UNKNOWN'],
      ['a verb that is not served', () => subject().ask('/v1/offices', { method: 'PUT' }), 405, 'METHOD_NOT_ALLOWED'],
      ['another type', () => post(holds, '{}', { 'content-type': 'text/plain' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
      ['broken JSON', () => post(holds, '{"service":'), 422, 'INVALID_INPUT'],
      ['what is not UTF-8', () => post(holds, notUtf8), 422, 'INVALID_INPUT'],
      ['over 64 KiB', () => post(holds, { service: 'new', proof: 'x'.repeat(66_000) }), 413, 'BODY_TOO_LARGE'],
      ['no token', () => post(bookings, draft([person(1)])), 401, 'TOKEN_MISSING'],
      ['no such token', () => post(bookings, {}, { authorization: 'Bearer a.b.c' }), 401, 'TOKEN_INVALID'],
    ];
    test.each(cases)('of %s', async (_, ask, status, code) => {
      const answer = await ask();
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
      if (status === 405) expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
      const problem = await answer.json();
      expect(problem).toMatchObject({ code, status });
      expect(problem.type).toMatch(new RegExp(`^http://antrean\\.test/docs/problems#${code}$`));
    });
  });

  test('faulty input is listed field by field, and nothing that was sent comes back', async () => {
    const { token } = await subject().antrean.holdSlot({ office: 'bandung', service: 'new' });
    const secret = 'R4hasia';
    const faulty = {
      contact: { phone: secret, email: secret, [secret]: 1 },
      applicants: [{ name: '', nik: `327300${secret}`, birthOn: '1990-02-31', relation: secret, [secret]: secret }],
      privacyVersion: 7,
      [secret]: secret,
    };
    const text = await (await post(bookings, faulty, { authorization: `Bearer ${token}` })).text();
    expect(text).not.toContain(secret);
    const listed = JSON.parse(text).fields.map(({ field, code }: Record<string, string>) => `${field} ${code}`);
    expect(listed.sort()).toEqual([
      'applicants.0 UNKNOWN_FIELD',
      'applicants.0.birthOn FORMAT',
      'applicants.0.name REQUIRED',
      'applicants.0.nik NIK_DIGITS',
      'applicants.0.relation FORMAT',
      'body UNKNOWN_FIELD',
      'contact UNKNOWN_FIELD',
      'contact.email FORMAT',
      'contact.phone FORMAT',
      'privacyVersion FORMAT',
    ]);
  });

  test.each([
    ['service=old', 'service FORMAT'],
    ['days=61', 'days TOO_LARGE'],
    ['from=2026-02-30', 'from FORMAT'],
    ['colour=red', 'query UNKNOWN_FIELD'],
    ['party=1&party=2', 'query DUPLICATE'],
  ])('so it is in a query: %s', async (query, listed) => {
    const answer = await subject().ask(`/v1/offices/bandung/availability?${query}`);
    const [fault] = (await answer.json()).fields;
    expect([answer.status, `${fault.field} ${fault.code}`]).toEqual([422, listed]);
  });

  test('availability has a weak ETag over the seats, not over the second', async () => {
    const read = (headers = {}) => subject().ask('/v1/offices/malang/availability', { headers });
    const first = await read();
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]+"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=1, stale-while-revalidate=5');
    const same = await read({ 'if-none-match': etag });
    expect([same.status, await same.text()]).toEqual([304, '']);
    await subject().antrean.holdSlot({ office: 'malang', service: 'new' });
    expect((await read({ 'if-none-match': etag })).status).toBe(200);
  });
};
