import { afterAll, beforeAll, expect, test } from 'vitest';
import { draft, person } from './people.ts';
import { openTestOffice, type TestOffice } from './test-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const lookUp = async (body: object, from: string, at = 'bandung') => {
  const answer = await office.ask(`/v1/offices/${at}/lookups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    from,
  });
  return { status: answer.status, text: await answer.text(), retryAfter: Number(answer.headers.get('retry-after')) };
};

const bookOne = async (n: number) => {
  const hold = await office.antrean.holdSlot({ office: 'bandung', service: 'new' });
  const booking = await office.antrean.bookHold({ office: 'bandung', token: hold.token, ...draft([person(n)]) });
  const { nik, birthOn } = person(n);
  return { code: booking.code, nikLast4: nik.slice(-4), birthOn };
};

test('every miss is the same, whether the code exists or not', async () => {
  const right = await bookOne(1);
  const misses = [
    await lookUp({ ...right, nikLast4: '9999' }, '198.51.100.1'),
    await lookUp({ ...right, birthOn: '1950-01-01' }, '198.51.100.2'),
    await lookUp({ ...right, code: '0000000Z' }, '198.51.100.3'),
    await lookUp({ ...right, code: 'nonsense that is no code' }, '198.51.100.4'),
    await lookUp(right, '198.51.100.5', 'malang'),
  ];
  expect(new Set(misses.map(({ text }) => text)).size).toBe(1);
  expect(misses[0]).toMatchObject({ status: 404 });
});

test('after five misses of a code in an hour nobody can try it, not even with the right answer; the next hour can', async () => {
  const right = await bookOne(2);
  for (let n = 0; n < 5; n++)
    expect((await lookUp({ ...right, nikLast4: '9999' }, `198.51.101.${n}`)).status).toBe(404);
  const refused = await lookUp(right, '198.51.101.9');
  expect(refused.status).toBe(429);
  expect(refused.retryAfter).toBeGreaterThan(0);
  expect(refused.retryAfter).toBeLessThanOrEqual(3600);
  office.setClock('2026-11-23T10:00:00');
  expect((await lookUp(right, '198.51.101.9')).status).toBe(200);
  office.setClock('2026-11-23T09:00:00');
});

test('a client has twenty misses an hour, also when they come all at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      lookUp({ code: `guess ${n}`, nikLast4: '0001', birthOn: '1990-01-01' }, '198.51.102.1'),
    ),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 404)).toHaveLength(20);
  expect(statuses.filter((status) => status === 429)).toHaveLength(20);
});

test('finding one’s booking costs no attempt', async () => {
  const right = await bookOne(3);
  for (let n = 0; n < 25; n++) expect((await lookUp(right, '198.51.103.1')).status).toBe(200);
});
