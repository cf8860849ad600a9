import { createCounterClient } from '@paspor-antrean/client/counter';
import { holderMatches } from '@paspor-antrean/client/ticket';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signDevelopment } from '../src/staff/development.ts';
import { type EdgeOffice, openEdgeOffice } from './edge-office.ts';
import { type IdentityProvider, openIdentityProvider } from './identity-provider.ts';
import { expectInvariants } from './invariants.ts';
import { draft, person } from './people.ts';
import { tokenSecret } from './secrets.ts';

const TOKEN_SECRET = tokenSecret();
const now = () => new Date('2026-11-23T02:00:00Z');
let provider: IdentityProvider;
let office: EdgeOffice;
beforeAll(async () => {
  provider = await openIdentityProvider({ now });
  office = await openEdgeOffice('direct', { ...provider.settings, TOKEN_SECRET });
});
afterAll(async () => {
  await office.close();
  await provider.close();
});

/** Whoever is let in is told that the body is wrong. */
const knock = async (token: string) => {
  const answer = await office.ask('/v1/offices/bandung/arrivals', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ takenByNone: 1 }),
  });
  const { code } = (await answer.json()) as { code: string };
  return { status: answer.status, code, retryAfter: answer.headers.get('retry-after') };
};

test('a worker verifies the staff’s tokens, and asks the provider once for all requests of an isolate', async () => {
  const token = await provider.sign();
  const letIn = { status: 422, code: 'INVALID_INPUT', retryAfter: null };
  expect(await knock(token)).toEqual(letIn);
  // Many at once, and one after the other: none waits for what another request began.
  const many = await Promise.all(Array.from({ length: 30 }, () => knock(token)));
  expect(many).toEqual(many.map(() => letIn));
  expect(await knock(token)).toEqual(letIn);
  expect(provider.asked()).toEqual({ discovery: 1, keys: 1 });
});

test('a worker keeps a day of the counter: arrivals, a batch, called, served, a walk-in, a released claim', async () => {
  const at = { office: 'bandung' } as const;
  const slot = '2026-11-23T15:00';
  const staffToken = await provider.sign({ office: 'bandung', role: 'head' });
  const counter = createCounterClient({
    baseUrl: 'http://antrean.test',
    retries: 0,
    fetch: (url, init) => office.ask(String(url), init),
  });
  const book = async (n: number) => {
    const { token } = await office.antrean.holdSlot({ ...at, service: 'new', slot });
    return await office.antrean.bookHold({ ...at, token, ...draft([person(n)]) });
  };
  const [first, second, third] = [await book(1), await book(2), await book(3)];
  const visit = { ...at, staffToken, id: first.id };
  await counter.recordArrival({ ...at, staffToken, token: first.token, nik: person(1).nik });
  await counter.callApplicants({ ...visit, booth: 'Loket 1' });
  await counter.serveApplicants(visit);
  const told = { device: `${'a'.repeat(21)}A`, sentAt: '2026-11-23T02:00:00Z' };
  const arrivals = [{ sequence: 1, at: '2026-11-23T01:50:00Z', token: second.token }];
  for (let time = 0; time < 2; time++) {
    const { results } = await counter.recordArrivals({ ...at, staffToken, ...told, arrivals });
    expect(results).toMatchObject([{ sequence: 1, outcome: 'arrived' }]);
  }
  expect(await counter.releaseClaim({ ...at, staffToken, nik: person(3).nik })).toEqual({ released: true });
  const walkIn = await counter.admitWalkIn({
    ...at,
    staffToken,
    channel: 'priority',
    service: 'new',
    nik: person(3).nik,
  });
  expect(walkIn.applicants[0]?.status).toBe('arrived');
  const day = await counter.readDay({ ...at, staffToken, on: '2026-11-23' });
  const statusOf = (id: string) => day.visits.find((each) => each.id === id)?.applicants[0]?.status;
  expect([first, second, walkIn].map(({ id }) => statusOf(id))).toEqual(['served', 'arrived', 'arrived']);
  expect(day.revoked).toContainEqual({ id: third.id, version: 1, code: 'BOOKING_CANCELLED', movedTo: null });
  expect(
    await holderMatches(
      day.dayKeys,
      second.id,
      day.visits.find(({ id }) => id === second.id)?.holders ?? '',
      person(2).nik,
    ),
  ).toEqual([0]);
  await expectInvariants(office.sql);
});

test('a worker takes no development token', async () => {
  const expires = now().getTime() / 1000 + 60;
  const token = await signDevelopment(TOKEN_SECRET, { sub: 'development', office: '*', role: 'admin', expires });
  expect(await knock(token)).toMatchObject({ status: 401, code: 'TOKEN_INVALID' });
});

test('a worker that cannot reach the provider says so, for each who asks', async () => {
  const gone = await openIdentityProvider({ now });
  await gone.close();
  const lost = await openEdgeOffice('direct', gone.settings);
  try {
    const answers = await Promise.all(
      [1, 2, 3].map(async () => {
        const answer = await lost.ask('/v1/offices/bandung/days/2026-11-23', {
          headers: { authorization: `Bearer ${await gone.sign()}` },
        });
        const { code } = (await answer.json()) as { code: string };
        return [answer.status, code, answer.headers.get('retry-after')];
      }),
    );
    expect(answers).toEqual(answers.map(() => [503, 'OVERLOADED', '5']));
  } finally {
    await lost.close();
  }
});
