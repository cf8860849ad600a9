import { newBooking } from '@paspor-antrean/contract/examples';
import { describe, expect, test, vi } from 'vitest';
import { type BookInput, type BookOptions, type Hold, Refused, Unreachable } from './index.ts';
import { createAntreanClient } from './strict.ts';
import { createFakeAntrean, fakeOffice } from './testing.ts';

const nine = '2026-11-24T09:00';
const ten = '2026-11-24T10:00';
const wish: BookInput = { office: 'bandung', service: 'new', slot: nine, ...newBooking };

const open = () => {
  const fake = createFakeAntrean({ offices: [fakeOffice()] });
  const antrean = createAntreanClient({ baseUrl: 'https://antrean.test', retries: 0, fetch: fake.fetch });
  const free = async (slot: string) => {
    const { days } = await antrean.readAvailability({ office: 'bandung', from: slot.slice(0, 10), days: 1 });
    return days[0]?.slots.find((other) => other.slot === slot)?.remaining;
  };
  const refused = (over: Partial<BookInput> = {}, options: BookOptions = {}) =>
    antrean.book({ ...wish, ...over }, options).catch((error: unknown) => error);
  return { fake, antrean, free, refused };
};

test('one call holds a seat for each applicant and books them', async () => {
  const { fake, antrean, free } = open();
  const booking = await antrean.book(wish);
  expect(booking).toMatchObject({ status: 'booked', slot: { slot: nine } });
  expect(booking.applicants).toHaveLength(3);
  expect(fake.calls).toEqual(['holdSlot', 'bookHold']);
  expect(await free(nine)).toBe(47);
});

test('without a slot it is the earliest', async () => {
  const { antrean } = open();
  const { earliest } = await antrean.readAvailability({ office: 'bandung', party: 3 });
  expect((await antrean.book({ ...wish, slot: undefined })).slot.slot).toBe(earliest?.slot);
});

describe('a full slot', () => {
  test('is refused, with what else there is', async () => {
    const { fake, refused } = open();
    fake.fill('bandung', nine);
    const error = await refused();
    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({ code: 'SLOT_FULL', alternatives: [{ slot: ten }, {}, {}] });
    expect(fake.calls).toEqual(['holdSlot']);
  });

  test('gives way to the first alternative that still has room', async () => {
    const { fake, antrean } = open();
    fake.fill('bandung', nine);
    expect((await antrean.book({ ...wish, whenFull: 'alternatives' })).slot.slot).toBe(ten);
  });

  test('gives way to the second when the first was taken meanwhile, and is refused when all were', async () => {
    const { fake, refused } = open();
    fake.fill('bandung', nine);
    fake.fail('holdSlot', { code: 'SLOT_FULL', alternatives: [await slotOf(ten), await slotOf('2026-11-24T11:00')] });
    fake.fill('bandung', ten);
    expect(await refused({ whenFull: 'alternatives' })).toMatchObject({ slot: { slot: '2026-11-24T11:00' } });
    fake.fill('bandung');
    const error = await refused({ whenFull: 'alternatives', applicants: [person()] });
    expect(error).toMatchObject({ code: 'SLOT_FULL', alternatives: [] });
  });

  test('gives way to the earliest slot of all, but a full office does not', async () => {
    const { fake, antrean, refused } = open();
    fake.fill('bandung', nine);
    const { earliest } = await antrean.readAvailability({ office: 'bandung', party: 3 });
    expect((await antrean.book({ ...wish, whenFull: 'earliest' })).slot.slot).toBe(earliest?.slot);
    fake.fill('bandung');
    const before = fake.calls.length;
    expect(await refused({ whenFull: 'earliest', slot: undefined })).toMatchObject({ code: 'SLOT_FULL' });
    expect(fake.calls.slice(before)).toEqual(['holdSlot']);
  });
});

describe('what was held and not booked', () => {
  test('is given back when the booking is refused', async () => {
    const { fake, refused, free } = open();
    expect(await refused({ privacyVersion: '2020-01' })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'privacyVersion', code: 'OUTDATED' }],
    });
    expect(await free(nine)).toBe(50);
    expect(fake.calls.slice(0, 3)).toEqual(['holdSlot', 'bookHold', 'releaseHold']);
  });

  test('is given back when the caller has left, who does not wait for it', async () => {
    const { fake, refused, free } = open();
    const stop = new AbortController();
    fake.fail('bookHold', { slowMs: Number.POSITIVE_INFINITY });
    const call = refused({}, { signal: stop.signal });
    await vi.waitUntil(() => fake.calls.includes('bookHold'));
    stop.abort(new Error('left the page'));
    expect(await call).toMatchObject({ message: 'left the page' });
    await vi.waitFor(async () => expect(await free(nine)).toBe(50));
  });

  test('stays held when no answer came, and asked again under that hold it is the same booking', async () => {
    const { fake, antrean, refused, free } = open();
    const holds: Hold[] = [];
    fake.fail('bookHold', { answerLost: true });
    expect(await refused({}, { onHold: (hold) => holds.push(hold) })).toBeInstanceOf(Unreachable);
    expect(fake.calls).not.toContain('releaseHold');
    const { token = '', id } = holds[0] ?? {};
    const booking = await antrean.bookHold({ office: 'bandung', token, ...newBooking });
    expect([booking.id, booking.status, await free(nine)]).toEqual([id, 'booked', 47]);
  });

  test('is not in the way of the next try when even giving it back fails', async () => {
    const { fake, antrean, refused } = open();
    fake.fail('bookHold', { code: 'SLOT_PAST' });
    fake.fail('releaseHold', { offline: true });
    expect(await refused()).toMatchObject({ code: 'SLOT_PAST' });
    expect((await antrean.book(wish)).status).toBe('booked');
  });

  test.each(['OVERLOADED', 'INTERNAL', 'RATE_LIMITED'] as const)('stays held after %s', async (code) => {
    const { fake, antrean, refused, free } = open();
    const holds: Hold[] = [];
    fake.fail('bookHold', { code, retryAfterSeconds: 60 });
    expect(await refused({}, { onHold: (hold) => holds.push(hold) })).toMatchObject({ code });
    expect([fake.calls, await free(nine)]).toEqual([expect.not.arrayContaining(['releaseHold']), 47]);
    const { token = '', id } = holds[0] ?? {};
    expect((await antrean.bookHold({ office: 'bandung', token, ...newBooking })).id).toBe(id);
  });

  test('was booked after all where giving it back says so', async () => {
    const { fake, antrean } = open();
    fake.fail('bookHold', { answerLost: true });
    const call = antrean.book(wish, { retries: 1 });
    await vi.waitUntil(() => fake.calls.includes('bookHold'));
    fake.fail('bookHold', { code: 'SLOT_PAST' });
    expect(await call).toMatchObject({ status: 'booked', slot: { slot: nine } });
    expect(fake.calls).toEqual(['holdSlot', 'bookHold', 'bookHold', 'releaseHold', 'bookHold']);
  });

  test('is given back when `onHold` throws', async () => {
    const { fake, refused, free } = open();
    const full = new Error('the store is full');
    const onHold = () => {
      throw full;
    };
    expect(await refused({}, { onHold })).toBe(full);
    expect([fake.calls[1], await free(nine)]).toEqual(['releaseHold', 50]);
  });

  test('is tried once to be given back, for no longer than a call may take', async () => {
    const { fake, refused } = open();
    fake.fail('releaseHold', { slowMs: Number.POSITIVE_INFINITY });
    const error = await refused({ privacyVersion: '2020-01' }, { timeoutMs: 100, retries: 2 });
    expect(error).toMatchObject({ code: 'INVALID_INPUT' });
    expect(fake.calls).toEqual(['holdSlot', 'bookHold', 'releaseHold']);
  }, 5_000);

  test('is given back behind the back of who leaves meanwhile', async () => {
    const { fake, refused, free } = open();
    const stop = new AbortController();
    const reason = new Error('left the page');
    fake.fail('releaseHold', { slowMs: Number.POSITIVE_INFINITY });
    const call = refused({ privacyVersion: '2020-01' }, { signal: stop.signal });
    await vi.waitUntil(() => fake.calls.includes('releaseHold'));
    stop.abort(reason);
    expect(await call).toBe(reason);
    await vi.waitFor(async () => expect(await free(nine)).toBe(50));
  });
});

describe('a hold whose answer did not arrive', () => {
  const undone = ['holdSlot', 'holdSlot', 'releaseHold'];

  test('is found by its key and given back', async () => {
    const { fake, refused, free } = open();
    fake.fail('holdSlot', { answerLost: true });
    expect(await refused()).toBeInstanceOf(Unreachable);
    await vi.waitFor(() => expect(fake.calls).toEqual(undone));
    await vi.waitFor(async () => expect(await free(nine)).toBe(50));
  });

  test('also when the caller left in that instant', async () => {
    const { fake, refused, free } = open();
    const stop = new AbortController();
    const reason = new Error('left the page');
    fake.fail('holdSlot', {
      change: (hold) => {
        stop.abort(reason);
        return hold;
      },
    });
    expect(await refused({}, { signal: stop.signal })).toBe(reason);
    await vi.waitFor(() => expect(fake.calls).toEqual(undone));
    await vi.waitFor(async () => expect(await free(nine)).toBe(50));
  });

  test('is looked for once, and not at all when nothing was asked', async () => {
    const { fake, refused } = open();
    const reason = new Error('left before');
    expect(await refused({}, { signal: AbortSignal.abort(reason) })).toBe(reason);
    expect(fake.calls).toEqual([]);
    const online = fake.fail('every', { offline: true }, 9);
    expect(await refused()).toBeInstanceOf(Unreachable);
    await new Promise((resolve) => setTimeout(resolve, 20));
    online();
    expect(fake.calls).toEqual(['holdSlot', 'holdSlot']);
  });
});

const person = () => ({ ...newBooking.applicants[0], nik: '9901011205910001', birthOn: '1991-05-12' }) as Person;
type Person = BookInput['applicants'][number];
const slotOf = async (slot: string) => {
  const { antrean } = open();
  const { days } = await antrean.readAvailability({ office: 'bandung', from: slot.slice(0, 10), days: 1 });
  const found = days[0]?.slots.find((other) => other.slot === slot);
  if (!found) throw new Error(`${slot} is not open`);
  return found;
};
