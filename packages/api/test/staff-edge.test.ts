import { afterAll, beforeAll, expect, test } from 'vitest';
import { signDevelopment } from '../src/staff/development.ts';
import { type EdgeOffice, openEdgeOffice } from './edge-office.ts';
import { type IdentityProvider, openIdentityProvider } from './identity-provider.ts';
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
