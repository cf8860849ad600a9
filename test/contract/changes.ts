import { describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { refusal } from '../../packages/api/test/test-office.ts';
import { bandung, type Ground, malang } from './ground.ts';

/** Moves, cancellations and look-ups. */
export const changes = ({ antrean, book, manage, fill, at }: Ground): void => {
  describe('a change', () => {
    test('of the time gives new tokens and codes; the old token may ask for that same move again, and nothing else', async () => {
      const booking = await book(70, 'bandung', '2026-11-25T09:00');
      const by = manage(booking);
      expect(await antrean().moveBooking({ ...by, slot: '2026-11-25T09:00' })).toEqual(booking);
      const moved = await antrean()
        .moveBooking({ ...by, slot: '2026-11-27T11:00' })
        .catch((error) => error);
      expect(moved.code).toBe('SLOT_UNKNOWN'); // Friday's prayer
      const after = await antrean().moveBooking({ ...by, slot: '2026-11-27T14:00' });
      expect(after).toMatchObject({ code: booking.code, reschedulesLeft: 0, slot: { slot: '2026-11-27T14:00' } });
      expect(after.applicants[0]?.queueCode).toMatch(/^A14-/);
      expect(await antrean().moveBooking({ ...by, slot: '2026-11-27T14:00' })).toEqual(after);
      const revoked = await Promise.all([
        refusal(antrean().readBooking(by)),
        refusal(antrean().cancelBooking(by)),
        refusal(antrean().moveBooking({ ...by, slot: '2026-11-27T15:00' })),
      ]);
      expect(revoked.map(({ code }) => code)).toEqual(Array(3).fill('TOKEN_REVOKED'));
      const next = antrean().moveBooking({ ...manage(after), slot: '2026-11-27T15:00' });
      expect((await refusal(next)).code).toBe('RESCHEDULE_LIMIT');
    });

    test('of the time into a full slot is refused with others and loses nothing', async () => {
      const booking = await book(71, 'malang', '2026-11-25T09:00');
      await fill('malang', '2026-11-26T08:00', 25);
      const full = await refusal(antrean().moveBooking({ ...manage(booking), slot: '2026-11-26T08:00' }));
      expect(full.code).toBe('SLOT_FULL');
      expect(full.alternatives).toHaveLength(3);
      expect(await antrean().readBooking(manage(booking))).toEqual(booking);
    });

    test('comes too late: a move on the day itself, a cancellation from the start of the visit', async () => {
      const today = await book(72, 'bandung', '2026-11-23T11:00');
      expect((await refusal(antrean().moveBooking({ ...manage(today), slot: '2026-11-25T08:00' }))).code).toBe(
        'TOO_LATE',
      );
      const late = await at('2026-11-23T11:00:00', () => refusal(antrean().cancelBooking(manage(today))));
      expect(late.code).toBe('TOO_LATE');
      const nobody = antrean().cancelApplicant({ ...manage(today), queueCode: 'A11-999' });
      expect((await refusal(nobody)).code).toBe('BOOKING_UNKNOWN');
    });
  });

  describe('a look-up', () => {
    const secrets = (n: number, code: string) => ({
      ...bandung,
      code,
      nikLast4: person(n).nik.slice(-4),
      birthOn: person(n).birthOn,
    });

    test('finds a booking however its code is typed; every miss is the same', async () => {
      const booking = await book(80);
      const typed = `${booking.code.slice(0, 4).toLowerCase()} - ${booking.code.slice(4)}`;
      expect(await antrean().lookUpBooking(secrets(80, typed))).toEqual(booking);
      const right = secrets(80, booking.code);
      const misses = await Promise.all([
        refusal(antrean().lookUpBooking({ ...right, birthOn: '1950-01-01' })),
        refusal(antrean().lookUpBooking({ ...right, code: '0000000Z' })),
        refusal(antrean().lookUpBooking({ ...right, ...malang })),
      ]);
      expect(new Set(misses.map((miss) => JSON.stringify(miss))).size).toBe(1);
      expect(misses[0]?.code).toBe('BOOKING_UNKNOWN');
    });

    test('of one code is tried five times an hour, and then not even with the right answer', async () => {
      const booking = await book(81);
      const wrong = () => refusal(antrean().lookUpBooking({ ...secrets(81, booking.code), birthOn: '1950-01-01' }));
      for (let n = 0; n < 5; n++) expect((await wrong()).code).toBe('BOOKING_UNKNOWN');
      const right = () => antrean().lookUpBooking(secrets(81, booking.code));
      expect(await refusal(right())).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 3600 });
      expect(await at('2026-11-23T10:00:00', right)).toMatchObject({ code: booking.code });
    });
  });
};
