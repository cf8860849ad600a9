import { createAntreanClient } from '@paspor-antrean/client';
import { expect, test } from 'vitest';
import { Calls } from './calls.ts';

const refusing = (code: string) => {
  const problem = { type: `/problems/${code}`, title: '', status: 409, code, detail: '', instance: '' };
  const headers = { 'content-type': 'application/problem+json' };
  return createAntreanClient({ fetch: async () => new Response(JSON.stringify(problem), { status: 409, headers }) });
};

const call = { name: 'readOffice', input: { office: 'bandung' } } as const;

test('a refusal is told once there are words for it', async () => {
  const told: string[] = [];
  const calls = new Calls(
    () => refusing('BOOKING_MOVED'),
    async (code) => {
      await new Promise((resolve) => setTimeout(resolve));
      told.push(`words for ${code}`);
    },
  );
  const event = await calls.ask(call, new AbortController().signal);
  told.push(event.type);
  expect(told).toEqual(['words for BOOKING_MOVED', 'failed']);
  expect(event).toMatchObject({ fault: { kind: 'refused', problem: { code: 'BOOKING_MOVED' }, call } });
});

test('no answer needs no words of its own', async () => {
  const asked: string[] = [];
  const offline = createAntreanClient({ retries: 0, fetch: () => Promise.reject(new TypeError('offline')) });
  const event = await new Calls(
    () => offline,
    (code) => asked.push(code),
  ).ask(call, new AbortController().signal);
  expect(event).toMatchObject({ type: 'failed', fault: { kind: 'unknown' } });
  expect(asked).toEqual([]);
});
