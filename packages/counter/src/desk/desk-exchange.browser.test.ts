import { Unreachable } from '@paspor-antrean/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeDesks, freshDevice, signIn, welcome } from '../../test/desks.ts';
import { niks, openOffice, refusal, type TestOffice } from '../../test/office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(closeDesks);

describe('the staff’s token', () => {
  test('that ended is not sent again, nothing is lost, and a new one goes on', async () => {
    const { token } = await office.book();
    let staffToken = 'morning';
    office.goodTokens.add('morning').add('noon');
    const desk = await signIn(office, freshDevice(), { accessToken: async () => staffToken });
    office.goodTokens.delete('morning');
    await desk.arrive(await welcome(desk, token), []);
    await vi.waitFor(() => expect(desk.state.isExpired).toBe(true));
    expect(desk.state).toMatchObject({ unsent: 1, online: true });
    const asked = office.asked.length;
    await desk.refresh();
    expect(office.asked).toHaveLength(asked);
    expect(await desk.present(token)).toMatchObject({ kind: 'arrived' });
    staffToken = 'noon';
    await desk.refresh();
    expect(desk.state).toMatchObject({ isExpired: false, unsent: 0 });
  });

  test('that may not work at this office any more has ended, one that may not release a claim has not', async () => {
    const desk = await signIn(office);
    office.client.releaseClaim = () => Promise.reject(refusal('NOT_ALLOWED'));
    await expect(desk.releaseClaim(`${niks[0]}`)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(desk.state.isExpired).toBe(false);
    office.client.readDay = () => Promise.reject(refusal('NOT_ALLOWED'));
    await desk.refresh();
    expect(desk.state.isExpired).toBe(true);
  });

  test('that cannot be had is one that ended, unless it is the network', async () => {
    let fault: Error | undefined;
    const accessToken = async () => {
      if (fault) throw fault;
      return 'staff-token-of-the-identity-provider';
    };
    const desk = await signIn(office, freshDevice(), { accessToken });
    fault = new Unreachable('No connection');
    await desk.refresh();
    expect(desk.state).toMatchObject({ online: false, isExpired: false });
    fault = new Error('login required');
    await desk.refresh();
    expect(desk.state.isExpired).toBe(true);
    fault = undefined;
    await desk.refresh();
    expect(desk.state).toMatchObject({ online: true, isExpired: false });
  });
});

describe('the keys', () => {
  test('are read again when a token names one that is new, but not for each of a pile of false ones', async () => {
    const desk = await signIn(office);
    office.now = new Date(office.now.getTime() + 60_000);
    await office.rotate();
    const { token } = await office.book();
    expect(await desk.present(token)).toMatchObject({ kind: 'welcome' });
    const other = await openOffice();
    for (let nth = 0; nth < 3; nth++) await other.rotate();
    const stranger = await other.book();
    for (let nth = 0; nth < 10; nth++) expect(await desk.present(stranger.token)).toEqual({ kind: 'unknown-key' });
    expect(office.asked.filter((name) => name === 'readJwks')).toHaveLength(2);
  });
});

describe('the list', () => {
  test('is of the office’s day, which its first answer tells', async () => {
    const days: string[] = [];
    // 00:30 in Jayapura, and the evening before in Jakarta.
    office.now = new Date('2026-12-01T00:30:00+09:00');
    office.client.readDay = async ({ on }) => {
      days.push(on);
      return { ...office.list(), on, timeZone: 'Asia/Jayapura' };
    };
    const desk = await signIn(office);
    expect(days).toEqual(['2026-11-30', '2026-12-01']);
    expect(desk.state.day?.on).toBe('2026-12-01');
  });

  test('stays when something else than the API answers, and so do the keys', async () => {
    const { token } = await office.book();
    let answers = office.fetch;
    const desk = await signIn(office, freshDevice(), { fetch: (...asked) => answers(...asked) });
    office.client.readDay = async () => ({}) as never;
    answers = async () => Response.json({});
    office.now = new Date(office.now.getTime() + 3_600_000);
    await desk.refresh();
    expect(desk.state.day?.visits).toHaveLength(1);
    expect(await desk.present(token)).toMatchObject({ kind: 'welcome' });
  });

  test('of another office is not kept for who signs in next', async () => {
    await office.book();
    const device = freshDevice();
    (await signIn(office, device)).close();
    office.network = 'down';
    const next = await signIn(office, device, { staff: { office: 'cimahi', role: 'counter' } });
    expect(next.state).toMatchObject({ day: null, asOf: null, staff: { office: 'cimahi' } });
  });
});

test('who subscribed is told of each change, until they leave', async () => {
  const { token } = await office.book();
  const desk = await signIn(office);
  const listener = vi.fn();
  const leave = desk.subscribe(listener);
  const before = desk.state;
  expect(desk.state).toBe(before);
  office.network = 'down';
  await desk.arrive(await welcome(desk, token), []);
  expect(listener).toHaveBeenCalled();
  expect(before.unsent).toBe(0);
  expect(desk.state).not.toBe(before);
  leave();
  listener.mockClear();
  await desk.refresh();
  expect(listener).not.toHaveBeenCalled();
});
