import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { niks, openOffice, staff, staffToken, type TestOffice } from '../../test/office.ts';
import { createDesk, type Desk, type DeskOptions, resumeDesk, UnsentArrivals } from './desk.ts';

let office: TestOffice;
const desks: Desk[] = [];
let devices = 0;

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

const freshDevice = () => `device-${++devices}-${crypto.randomUUID()}`;

const optionsOf = (storage: string, more: Partial<DeskOptions> = {}): DeskOptions => ({
  client: office.client,
  fetch: office.fetch,
  accessToken: async () => staffToken,
  staff,
  storage,
  now: () => office.now,
  ...more,
});

const signIn = async (storage = freshDevice(), more: Partial<DeskOptions> = {}): Promise<Desk> => {
  const desk = await createDesk(optionsOf(storage, more));
  desks.push(desk);
  await desk.refresh();
  return desk;
};

const welcome = async (desk: Desk, text: string) => {
  const verdict = await desk.present(text);
  if (verdict.kind !== 'welcome') throw new Error(`Not welcome: ${verdict.kind}`);
  return verdict;
};

const settled = (desk: Desk) => vi.waitFor(() => expect(desk.state.unsent).toBe(0));

describe('a counter', () => {
  test('with the network off welcomes a family, records who came, and tells the API once it is back', async () => {
    const { token, visit } = await office.book(niks);
    const desk = await signIn();
    office.network = 'down';
    const verdict = await welcome(desk, token);
    const [first = '', second = '', third = ''] = visit.applicants.map(({ queueCode }) => queueCode);
    expect(verdict).toMatchObject({ isListed: true, waitingFor: [first, second, third], party: 3 });
    await desk.arrive(verdict, [first, second]);
    expect(desk.state).toMatchObject({ unsent: 1, clashes: [] });
    expect(desk.state.day?.visits[0]?.applicants.map(({ status }) => status)).toEqual(['arrived', 'arrived', 'booked']);
    expect(await welcome(desk, visit.code ?? '')).toMatchObject({ waitingFor: [third] });

    office.network = 'up';
    await desk.refresh();
    expect(desk.state).toMatchObject({ unsent: 0, clashes: [], online: true });
    expect([...office.recorded.values()].map((told) => JSON.parse(told))).toEqual([
      { token, queueCodes: [first, second] },
    ]);
  });
});
