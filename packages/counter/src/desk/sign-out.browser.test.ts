import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeDesks, freshDevice, reload, signIn, welcome } from '../../test/desks.ts';
import { niks, openOffice, staffToken, type TestOffice } from '../../test/office.ts';
import { everythingStored, filledStores } from '../../test/stored.ts';
import { SignedOut, UnsentArrivals } from './desk.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => {
  vi.useRealTimers();
  closeDesks();
});

describe('signing out', () => {
  test('sends what is unsent, and leaves nothing on the device that can be read', async () => {
    const { token, visit } = await office.book(niks);
    const device = freshDevice();
    const desk = await signIn(office, device);
    office.network = 'lost';
    const verdict = await welcome(desk, token);
    await desk.arrive(verdict, [verdict.waitingFor[0] ?? '']);
    await desk.checkHolder(verdict, niks[0] ?? '');
    await vi.waitFor(() => expect(desk.state.online).toBe(false));
    expect(await filledStores(device)).toEqual(['arrivals', 'device', 'kept', 'key']);

    office.network = 'up';
    await desk.signOut();
    expect(office.recorded.size).toBe(1);
    expect(await filledStores(device)).toEqual(['device']);
    const stored = await everythingStored();
    const secrets = [token, token.slice(-40), visit.code, visit.id, office.dayKey, staffToken, visit.holders, ...niks];
    for (const secret of [...secrets, ...visit.applicants.map(({ queueCode }) => queueCode)])
      expect(stored).not.toContain(secret);
    expect(desk.state).toMatchObject({ day: null, asOf: null, unsent: 0, clashes: [], isExpired: true });
    await expect(desk.present(token)).rejects.toThrow(SignedOut);
    await expect(desk.arrive(verdict, [])).rejects.toThrow(SignedOut);
    expect(await reload(office, device)).toBeNull();
  });

  test('while something cannot be sent is refused and says how much, unless it is to be discarded', async () => {
    const { token } = await office.book();
    const device = freshDevice();
    const desk = await signIn(office, device);
    office.network = 'down';
    await desk.arrive(await welcome(desk, token), []);
    const refused = await desk.signOut().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UnsentArrivals);
    expect(refused).toMatchObject({ count: 1 });
    expect(await desk.present(token)).toMatchObject({ kind: 'arrived' });
    await desk.signOut({ discard: true });
    expect(await filledStores(device)).toEqual(['device']);

    // Who signs in next goes on counting.
    office.network = 'up';
    const next = await signIn(office, device);
    await next.arrive(await welcome(next, token), []);
    await vi.waitFor(() => expect([...office.recorded.keys()].map((name) => name.split(' ')[1])).toEqual(['2']));
  });

  test('while an answer is under way keeps nothing of it', async () => {
    await office.book();
    const device = freshDevice();
    const desk = await signIn(office, device);
    let answer = () => {};
    const held = new Promise<void>((done) => {
      answer = done;
    });
    const { readDay } = office.client;
    office.client.readDay = async (...asked) => {
      await held;
      return readDay(...asked);
    };
    const refreshed = desk.refresh();
    await desk.signOut();
    answer();
    await refreshed;
    expect(await filledStores(device)).toEqual(['device']);
    expect(desk.state.day).toBeNull();
  });

  test('in one tab ends the other', async () => {
    const { token } = await office.book();
    const device = freshDevice();
    const here = await signIn(office, device);
    const there = await reload(office, device);
    if (!there) throw new Error('Nobody is signed in');
    await there.refresh();
    await here.signOut();
    await vi.waitFor(() => expect(there.state).toMatchObject({ day: null, isExpired: true, isOver: true }));
    await expect(there.present(token)).rejects.toThrow(SignedOut);
    expect(await filledStores(device)).toEqual(['device']);
  });
});

test('two tabs of a device know of each other’s arrivals', async () => {
  const { token } = await office.book();
  const device = freshDevice();
  const here = await signIn(office, device);
  const there = await reload(office, device);
  if (!there) throw new Error('Nobody is signed in');
  await there.refresh();
  office.network = 'down';
  await here.arrive(await welcome(here, token), []);
  await vi.waitFor(() => expect(there.state.unsent).toBe(1));
  expect(await there.present(token)).toMatchObject({ kind: 'arrived', isHere: true });
});

describe('an hour after the office’s midnight', () => {
  test('the list is gone from the page and the device; what is unsent waits', async () => {
    const { token } = await office.book();
    const device = freshDevice();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    office.now = new Date('2026-12-01T23:59:00+07:00');
    const desk = await signIn(office, device);
    office.network = 'down';
    await desk.arrive(await welcome(desk, token), []);
    office.now = new Date('2026-12-02T00:59:59+07:00');
    await vi.advanceTimersByTimeAsync(3_659_000);
    expect(desk.state.day).not.toBeNull();
    office.now = new Date('2026-12-02T01:00:01+07:00');
    await vi.advanceTimersByTimeAsync(3_000);
    vi.useRealTimers();
    expect(desk.state).toMatchObject({ day: null, asOf: null, unsent: 1 });
    await vi.waitFor(async () => expect(await filledStores(device)).toEqual(['arrivals', 'device', 'key']));
    expect(await desk.present(token)).toMatchObject({ kind: 'other-day' });
  });
});
