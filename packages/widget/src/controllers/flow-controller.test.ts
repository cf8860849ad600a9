import { type AntreanClient, createAntreanClient } from '@paspor-antrean/client';
import { availability, hold, office } from '@paspor-antrean/contract/examples';
import { expect, test } from 'vitest';
import { loadChapter } from '../chapters/library.ts';
import type { FlowEvent } from '../flow-state.ts';
import { Calls } from './calls.ts';
import { FlowController } from './flow-controller.ts';

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

interface Asked {
  url: string;
  init: RequestInit;
  answer: (body: unknown, status?: number) => Promise<void>;
  drop: () => Promise<void>;
}

const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

const setUp = async () => {
  await loadChapter('aside');
  const asked: Asked[] = [];
  const fetch = (url: string | URL | Request, init: RequestInit = {}) =>
    new Promise<Response>((resolve, reject) => {
      const answer = async (body: unknown, status = 200) => {
        resolve(Response.json(body, { status }));
        await settle();
      };
      const drop = async () => {
        reject(new TypeError('offline'));
        await settle();
      };
      asked.push({ url: String(url), init, answer, drop });
    });
  const client: AntreanClient = createAntreanClient({ baseUrl: 'https://api.test', fetch, retries: 0 });
  const events: FlowEvent[] = [];
  const calls = new Calls(() => client);
  const flow = new FlowController(host, {
    ask: (call, signal) => calls.ask(call, signal),
    moved: (before, event, after) => {
      events.push(event);
      calls.moved(before, event, after);
    },
  });
  flow.start(['bandung']);
  return { flow, asked, events };
};

test('an answer that comes after the flow went elsewhere is dropped', async () => {
  const { flow, asked } = await setUp();
  await asked[0]?.answer(office);
  flow.send({ type: 'service-chosen', service: 'new', party: 1 });
  flow.send({ type: 'back' });
  expect(asked[1]?.init.signal?.aborted).toBe(true);
  await asked[1]?.answer(availability);
  expect(flow.state.step).toBe('service');
});

test('a hold that got no answer is asked for again under the same key', async () => {
  const { flow, asked } = await setUp();
  await asked[0]?.answer(office);
  flow.send({ type: 'service-chosen', service: 'new', party: 1 });
  await asked[1]?.answer(availability);
  flow.send({ type: 'slot-chosen', slot: hold.slot });
  await asked[2]?.drop();
  flow.send({ type: 'slot-chosen', slot: hold.slot });
  const key = (at: number) => new Headers(asked[at]?.init.headers).get('idempotency-key');
  expect(key(3)).toBe(key(2));
  expect(key(3)).toMatch(/^[\w-]{22,60}$/);
});

test('a hold left behind goes back to the others', async () => {
  const { flow, asked } = await setUp();
  await asked[0]?.answer(office);
  flow.send({ type: 'service-chosen', service: 'new', party: 1 });
  await asked[1]?.answer(availability);
  flow.send({ type: 'slot-chosen', slot: hold.slot });
  await asked[2]?.answer(hold, 201);
  flow.send({ type: 'change-service' });
  flow.send({ type: 'service-chosen', service: 'renewal', party: 1 });
  expect(asked.find(({ init }) => init.method === 'DELETE')?.url).toContain(`/holds/${hold.id}`);
});
