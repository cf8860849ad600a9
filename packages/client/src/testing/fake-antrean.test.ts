import { office as example, newBooking } from '@paspor-antrean/contract/examples';
import { describe, expect, test } from 'vitest';
import { type ClientOptions, createAntreanClient, Refused, UnexpectedAnswer, Unreachable } from '../index.ts';
import { createFakeAntrean, createFakeClock, type FakeOptions, fakeOffice } from '../testing.ts';

/** That the fake keeps the contract is test/contract's to say; here is what only a fake can do. */
const open = (options: FakeOptions = {}, client: ClientOptions = { retries: 0 }) => {
  const fake = createFakeAntrean(options);
  return { fake, antrean: createAntreanClient({ baseUrl: 'https://antrean.test', ...client, fetch: fake.fetch }) };
};
const bandung = { office: 'bandung' } as const;
const wish = { ...bandung, service: 'new', party: 3 } as const;
const caught = (call: Promise<unknown>) => call.catch((error: unknown) => error);

test('the contract’s example family books at the contract’s example office', async () => {
  const { antrean } = open();
  expect(await antrean.readOffice(bandung)).toEqual({ ...example, nextReleaseAt: '2026-11-28T08:00:00+07:00' });
  const { token } = await antrean.holdSlot(wish);
  const booking = await antrean.bookHold({ ...bandung, token, ...newBooking });
  expect(booking.applicants.map(({ name }) => name)).toEqual(newBooking.applicants.map(({ name }) => name));
});

describe('a fault that was planned', () => {
  test('meets as many calls of that endpoint as was said, and no other', async () => {
    const { fake, antrean } = open();
    fake.fail('readOffice', { code: 'OVERLOADED' }, 2);
    expect((await antrean.listOffices()).offices).toHaveLength(5);
    for (let n = 0; n < 2; n++)
      expect(await caught(antrean.readOffice(bandung))).toMatchObject({ code: 'OVERLOADED', retryAfterSeconds: 2 });
    expect((await antrean.readOffice(bandung)).id).toBe('bandung');
  });

  test('refuses with any code and its extras, in the contract’s own form', async () => {
    const { fake, antrean } = open();
    const help = { name: 'Kantor Imigrasi Contoh', address: 'Jl. Contoh 1', phone: null };
    fake.fail('holdSlot', { code: 'NIK_ALREADY_BOOKED', help });
    const error = await caught(antrean.holdSlot(wish));
    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({ status: 409, problem: { help, title: 'This person already has a booking' } });
  });

  test('can be no connection at all, until it is ended', async () => {
    const { fake, antrean } = open();
    const reconnect = fake.fail('every', { offline: true }, Infinity);
    expect(await caught(antrean.holdSlot(wish))).toBeInstanceOf(Unreachable);
    reconnect();
    await antrean.holdSlot(wish);
    expect(fake.calls).toEqual(['holdSlot', 'holdSlot']);
  });

  test('can lose an answer after it took effect; asked again the client gets that same answer', async () => {
    const { fake, antrean } = open({}, { retries: 1 });
    fake.fail('holdSlot', { answerLost: true });
    const hold = await antrean.holdSlot({ ...wish, slot: '2026-11-24T09:00' });
    const { days } = await antrean.readAvailability({ ...bandung, service: 'new', from: '2026-11-24', days: 1 });
    expect([days[0]?.slots[1]?.remaining, hold.party]).toEqual([47, 3]);
    expect(fake.calls).toEqual(['holdSlot', 'holdSlot', 'readAvailability']);
  });

  test('can keep the client waiting until its own patience ends', async () => {
    const { fake, antrean } = open({}, { retries: 0, timeoutMs: 20 });
    fake.fail('readOffice', { slowMs: Infinity });
    expect(await caught(antrean.readOffice(bandung))).toMatchObject({ message: 'No answer in time' });
    fake.fail('readOffice', { slowMs: 1 });
    expect((await antrean.readOffice(bandung)).id).toBe('bandung');
    const stop = new AbortController();
    fake.fail('readOffice', { slowMs: Infinity });
    const call = antrean.readOffice(bandung, { signal: stop.signal, timeoutMs: 60_000 });
    stop.abort(new Error('left the page'));
    expect(await caught(call)).toMatchObject({ message: 'left the page' });
  });

  test('can be somebody else’s page', async () => {
    const { fake, antrean } = open();
    fake.fail('listOffices', { captivePortal: true });
    expect(await caught(antrean.listOffices())).toBeInstanceOf(UnexpectedAnswer);
  });

  test('can change an answer, but not into one that the contract does not allow', async () => {
    const { fake, antrean } = open();
    fake.fail('readOffice', { change: (office) => ({ ...office, notice: 'Pindah ke lantai dua' }) });
    expect((await antrean.readOffice(bandung)).notice).toBe('Pindah ke lantai dua');
    fake.fail('readOffice', { change: (office) => ({ ...office, number: 0.5 }) });
    const { cause } = (await caught(antrean.readOffice(bandung))) as Error;
    expect(String(cause)).toContain('The fake cannot answer readOffice like this');
  });
});

describe('its world', () => {
  test('has the offices that it was given', async () => {
    const { antrean } = open({ offices: [fakeOffice({ id: 'contoh', status: 'announced' })] });
    expect((await antrean.listOffices()).offices.map(({ id }) => id)).toEqual(['contoh']);
    const { days } = await antrean.readAvailability({ office: 'contoh', service: 'new', days: 1 });
    expect(days[0]).toMatchObject({ status: 'closed', reason: 'office-not-open' });
  });

  test('can be filled by others: a slot, an office, up to the last seats', async () => {
    const { fake, antrean } = open();
    fake.fill('bandung', '2026-11-24T09:00', 2);
    expect(await caught(antrean.holdSlot({ ...wish, slot: '2026-11-24T09:00' }))).toMatchObject({ code: 'SLOT_FULL' });
    expect(() => fake.fill('bandung', '2026-11-24T12:00')).toThrow('No slot');
    fake.fill('bandung');
    const { earliest, elsewhere } = await antrean.readAvailability({ ...bandung, service: 'new' });
    expect(earliest).toBeNull();
    expect(elsewhere.map(({ officeId }) => officeId)).toEqual(['bandung-soekarno-hatta', 'palembang', 'malang']);
  });

  test('has a counter at which people arrive', async () => {
    const { fake, antrean } = open();
    const { token } = await antrean.holdSlot(wish);
    const { id, manageToken = '' } = await antrean.bookHold({ ...bandung, token, ...newBooking });
    fake.mark(id, 'arrived');
    expect(await caught(antrean.cancelBooking({ ...bandung, id, token: manageToken }))).toMatchObject({
      code: 'ALREADY_ARRIVED',
    });
    expect(() => fake.mark('nobody', 'arrived')).toThrow('no booking');
  });

  test('gives one client so many seats at once', async () => {
    const { antrean } = open({ heldSeatsMax: 5 });
    await antrean.holdSlot(wish);
    expect(await caught(antrean.holdSlot(wish))).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 600 });
  });
});

describe('its clock', () => {
  test('stands still, is set and goes on', () => {
    const clock = createFakeClock('2026-12-01T09:00:00+07:00');
    expect(clock().toISOString()).toBe('2026-12-01T02:00:00.000Z');
    clock.advance(600_000);
    expect(clock().toISOString()).toBe('2026-12-01T02:10:00.000Z');
    clock.set('2026-12-02T00:00:00Z');
    expect(clock()).toEqual(clock());
    expect(() => clock.set('tomorrow')).toThrow(RangeError);
  });

  test('runs where it was told to', () => {
    const clock = createFakeClock('2026-12-01T02:00:00Z', { runs: true });
    const first = clock().getTime();
    for (const began = performance.now(); performance.now() < began + 3; );
    expect(clock().getTime()).toBeGreaterThan(first);
  });
});
