import { Refused, Unreachable } from '@paspor-antrean/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeDesks, freshDevice, optionsAt, reload, signIn, welcome } from '../../test/desks.ts';
import { niks, openOffice, refusal, type TestOffice } from '../../test/office.ts';
import { createDesk, type Desk } from './desk.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(closeDesks);

const told = () => [...office.recorded.values()].map((arrival) => JSON.parse(arrival));
const goOffline = async (...desks: Desk[]) => {
  office.network = 'down';
  await Promise.all(desks.map((desk) => desk.refresh()));
};
const sent = (desk: Desk) => vi.waitFor(() => expect(desk.state.unsent).toBe(0));

describe('with the network off a counter', () => {
  test('welcomes a family, records who came, and tells the API once it is back', async () => {
    const { token, visit } = await office.book(niks);
    const desk = await signIn(office);
    office.network = 'down';
    const verdict = await welcome(desk, token);
    const [first = '', second = '', third = ''] = visit.applicants.map(({ queueCode }) => queueCode);
    expect(verdict).toMatchObject({ isListed: true, waitingFor: [first, second, third], party: 3 });
    await desk.arrive(verdict, [first, second]);
    expect(desk.state).toMatchObject({ unsent: 1, clashes: [] });
    expect(desk.state.day?.visits[0]?.applicants.map(({ status }) => status)).toEqual(['arrived', 'arrived', 'booked']);
    expect(await welcome(desk, visit.code ?? '')).toMatchObject({ waitingFor: [third] });
    await desk.arrive(await welcome(desk, third), []);
    expect(await desk.present(token)).toMatchObject({ kind: 'arrived', isHere: true, at: office.now });

    office.network = 'up';
    await desk.refresh();
    expect(desk.state).toMatchObject({ unsent: 0, clashes: [], online: true });
    expect(told()).toEqual([
      { token, queueCodes: [first, second] },
      { code: visit.code, queueCodes: [third] },
    ]);
    expect(await desk.present(token)).toMatchObject({ kind: 'arrived', isHere: true, at: office.now });
  });

  test('welcomes whom the list does not know by the signature, as one party, once', async () => {
    const desk = await signIn(office);
    const { token } = await office.book(niks.slice(0, 2));
    office.network = 'down';
    const verdict = await welcome(desk, token);
    expect(verdict).toMatchObject({ visit: null, isListed: false, waitingFor: [], party: 2 });
    await desk.arrive(verdict, ['1']);
    expect(await desk.present(token)).toMatchObject({ kind: 'arrived', visit: null, isHere: true });
    office.network = 'up';
    await desk.refresh();
    expect(told()).toEqual([{ token }]);
    expect(await desk.present(token)).toMatchObject({ kind: 'arrived', visit: { slot: '2026-12-01T10:00' } });
  });

  test('turns away what was cancelled or moved before the list was read, and says where to', async () => {
    const [cancelled, moved] = [await office.book(), await office.book()];
    office.cancel(cancelled);
    office.move(moved, '2026-12-03T10:00');
    const desk = await signIn(office);
    office.network = 'down';
    expect(await desk.present(cancelled.token)).toEqual({ kind: 'cancelled' });
    expect(await desk.present(moved.token)).toEqual({ kind: 'moved', movedTo: '2026-12-03T10:00' });
    expect(await desk.present(moved.visit.code ?? '')).toEqual({ kind: 'unknown' });
    expect(await desk.present('hello')).toEqual({ kind: 'unreadable' });
  });

  test('shows later what the API would not count, until it is dismissed, also after the page is loaded again', async () => {
    const booking = await office.book();
    const device = freshDevice();
    const desk = await signIn(office, device);
    office.network = 'down';
    await desk.arrive(await welcome(desk, booking.token), []);
    office.cancel(booking);
    office.network = 'up';
    await desk.refresh();
    const clash = { outcome: 'refused', code: 'BOOKING_CANCELLED', sequence: 1 };
    expect(desk.state).toMatchObject({ unsent: 0, clashes: [clash] });
    const again = await reload(office, device, desk);
    expect(again?.state.clashes).toMatchObject([clash]);
    for (const shown of again?.state.clashes ?? []) await again?.dismiss(shown);
    expect(again?.state.clashes).toEqual([]);
    expect((await reload(office, device, again ?? undefined))?.state.clashes).toEqual([]);
  });

  test('goes on after the page was loaded again: the list, the keys, who is signed in and what is unsent', async () => {
    const [one, two] = [await office.book(niks), await office.book()];
    const device = freshDevice();
    const desk = await signIn(office, device);
    office.network = 'down';
    await desk.arrive(await welcome(desk, one.token), []);
    const again = await reload(office, device, desk);
    if (!again) throw new Error('Nobody is signed in');
    expect(again.state).toMatchObject({ staff: desk.state.staff, unsent: 1, online: false, asOf: office.now });
    expect(await again.present(one.token)).toMatchObject({ kind: 'arrived', isHere: true });
    await again.arrive(await welcome(again, two.token), []);
    office.network = 'up';
    await again.refresh();
    expect([...office.recorded.keys()].map((name) => name.split(' ')[1])).toEqual(['1', '2']);
  });

  test('says offline whether the card belongs to the ticket', async () => {
    const { token, visit } = await office.book(niks);
    const desk = await signIn(office);
    const late = await office.book(niks.slice(0, 2));
    office.network = 'down';
    const verdict = await welcome(desk, token);
    const [, second = ''] = visit.applicants.map(({ queueCode }) => queueCode);
    expect(await desk.checkHolder(verdict, `${niks[1]}`)).toEqual({ fits: [second] });
    expect(await desk.checkHolder(verdict, ' 990101 550392 0002 ')).toEqual({ fits: [second] });
    expect(await desk.checkHolder(await welcome(desk, visit.code ?? ''), `${niks[1]}`)).toEqual({ fits: [second] });
    expect(await desk.checkHolder(verdict, '9901012505800099')).toEqual({ fits: [] });
    expect(await desk.checkHolder(verdict, '990101')).toEqual({ fault: 'NIK_LENGTH' });
    expect(await desk.checkHolder(await welcome(desk, late.token), `${niks[1]}`)).toEqual({ fits: ['2'] });
    expect(await desk.checkHolder(await desk.present('hello'), `${niks[1]}`)).toEqual({ fault: 'HOLDERS_UNKNOWN' });
  });
});

describe('just signed in', () => {
  test('the first scan waits for the list, by token and by code', async () => {
    const { token, visit } = await office.book();
    const { readDay } = office.client;
    office.client.readDay = async (...asked) => {
      await new Promise((done) => setTimeout(done, 300));
      return readDay(...asked);
    };
    for (const shown of [token, visit.code ?? '']) {
      const desk = await createDesk(optionsAt(office, freshDevice()));
      // The keys come at once, the list later.
      await new Promise((done) => setTimeout(done, 100));
      expect(await desk.present(shown)).toMatchObject({ kind: 'welcome', isListed: true });
      desk.close();
    }
  });
});

describe('two devices', () => {
  test('that were both offline make one arrival and show one conflict, whosever clock is wrong', async () => {
    const { token } = await office.book();
    const early = await signIn(office, freshDevice(), { now: () => new Date(office.now.getTime() + 3_600_000) });
    const late = await signIn(office);
    expect(early.state.clockOffMs).toBe(3_600_000);
    await goOffline(early, late);
    await early.arrive(await welcome(early, token), []);
    const firstAt = office.now;
    office.now = new Date(office.now.getTime() + 60_000);
    await late.arrive(await welcome(late, token), []);
    office.network = 'up';
    // The later one is told first.
    await late.refresh();
    await early.refresh();
    await late.refresh();
    expect(early.state.clashes).toEqual([]);
    const [visit] = late.state.day?.visits ?? [];
    expect(visit?.applicants[0]).toMatchObject({ status: 'arrived', arrivedAt: firstAt.toISOString() });
    expect(visit?.applicants[0]?.conflicts).toHaveLength(1);
  });

  test('of which the second comes too late are told of the first', async () => {
    const { token } = await office.book();
    const [one, two] = [await signIn(office), await signIn(office)];
    await goOffline(one, two);
    await one.arrive(await welcome(one, token), []);
    office.now = new Date(office.now.getTime() + 60_000);
    await two.arrive(await welcome(two, token), []);
    office.network = 'up';
    await one.refresh();
    await two.refresh();
    expect(one.state.clashes).toEqual([]);
    expect(two.state).toMatchObject({ unsent: 0, clashes: [{ outcome: 'conflict', visit: { version: 1 } }] });
    expect(await two.present(token)).toMatchObject({ kind: 'arrived', isHere: false });
  });
});

describe('an arrival', () => {
  test('is told at once where there is a network, and once where the button was pressed twice', async () => {
    const { token } = await office.book(niks);
    const desk = await signIn(office);
    const verdict = await welcome(desk, token);
    await Promise.all([desk.arrive(verdict, []), desk.arrive(verdict, []), desk.arrive(verdict, verdict.waitingFor)]);
    await sent(desk);
    expect(told()).toEqual([{ token, queueCodes: verdict.waitingFor }]);
  });

  test('whose answer was lost is told again and counts once', async () => {
    const { token } = await office.book();
    const desk = await signIn(office);
    office.network = 'lost';
    await desk.arrive(await welcome(desk, token), []);
    await vi.waitFor(() => expect(desk.state.online).toBe(false));
    expect(desk.state).toMatchObject({ unsent: 1, clashes: [] });
    office.network = 'up';
    await desk.refresh();
    expect(desk.state).toMatchObject({ unsent: 0, clashes: [] });
    expect(office.recorded.size).toBe(1);
  });

  test('stays on the list that was asked for before it', async () => {
    const { token } = await office.book();
    const desk = await signIn(office);
    const before = office.list();
    let answer = () => {};
    const held = new Promise<void>((done) => {
      answer = done;
    });
    const { readDay } = office.client;
    office.client.readDay = async () => {
      await held;
      return before;
    };
    const refreshed = desk.refresh();
    await desk.arrive(await welcome(desk, token), []);
    await sent(desk);
    answer();
    await refreshed;
    office.client.readDay = readDay;
    expect(await desk.present(token)).toMatchObject({ kind: 'arrived' });
  });

  test('of nobody who is welcome is refused', async () => {
    const desk = await signIn(office);
    await expect(desk.arrive(await desk.present('hello'), [])).rejects.toThrow(TypeError);
    expect(desk.state.unsent).toBe(0);
  });
});

describe('who arrived', () => {
  test('is called and served, after the API was told that they came', async () => {
    const { token, visit } = await office.book();
    const desk = await signIn(office);
    const { recordArrivals } = office.client;
    office.client.recordArrivals = async (...asked) => {
      await new Promise((done) => setTimeout(done));
      return recordArrivals(...asked);
    };
    await desk.arrive(await welcome(desk, token), []);
    await desk.call(visit.id, [], 'Loket 3');
    expect(desk.state.day?.visits[0]?.applicants[0]).toMatchObject({ status: 'arrived', booth: 'Loket 3' });
    await desk.serve(visit.id, [visit.applicants[0]?.queueCode ?? '']);
    expect(desk.state.day?.visits[0]?.applicants[0]?.status).toBe('served');
  });

  test('and was called by another booth stands so in the list as soon as that is said', async () => {
    const { token, visit } = await office.book();
    const desk = await signIn(office);
    await desk.arrive(await welcome(desk, token), []);
    await sent(desk);
    const there = { ...office.client };
    office.client.callApplicants = async (asked) => {
      await there.callApplicants({ ...asked, booth: 'Loket 2' });
      throw refusal('ALREADY_CALLED');
    };
    await expect(desk.call(visit.id, [], 'Loket 1')).rejects.toThrow(Refused);
    expect(desk.state.day?.visits[0]?.applicants[0]).toMatchObject({ booth: 'Loket 2' });
  });

  test('cannot be called offline, nor before they came', async () => {
    const { visit } = await office.book();
    const desk = await signIn(office);
    await expect(desk.call(visit.id, [])).rejects.toThrow(Refused);
    expect(desk.state.online).toBe(true);
    office.network = 'down';
    await expect(desk.call(visit.id, [])).rejects.toThrow(Unreachable);
    expect(desk.state.online).toBe(false);
    office.network = 'up';
    await desk.miss(visit.id, []);
    expect(desk.state.day?.visits[0]?.applicants[0]?.status).toBe('missed');
    expect(await welcome(desk, visit.code ?? '')).toMatchObject({ waitingFor: [visit.applicants[0]?.queueCode] });
  });

  test('without a booking is given a seat and is on the list at once', async () => {
    const desk = await signIn(office);
    const asked = vi.spyOn(office.client, 'admitWalkIn');
    const visit = await desk.admitWalkIn({ channel: 'priority', service: 'new', nik: '990101 120590 0001' });
    expect(asked.mock.calls[0]?.[0]).toMatchObject({ nik: niks[0], channel: 'priority' });
    expect(desk.state.day?.visits.map(({ id }) => id)).toEqual([visit.id]);
    expect(await desk.releaseClaim(` ${niks[0]}`)).toBe(true);
    expect(await desk.releaseClaim('9901012505800099')).toBe(false);
  });
});
