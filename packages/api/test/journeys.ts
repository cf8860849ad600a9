import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectInvariants } from './invariants.ts';
import { draft, person } from './people.ts';
import { refusal, type TestOffice } from './test-office.ts';

const bandung = { office: 'bandung' } as const;

type Subject = Pick<TestOffice, 'antrean' | 'sql' | 'close'>;

/** Whole journeys, through whichever door the API is entered. */
export const journeys = (open: () => Promise<Subject>): void => {
  let office: Subject;
  beforeAll(async () => {
    office = await open();
  });
  afterAll(() => office.close());

  describe('a family of three', () => {
    const people = [
      person(1, { passportType: 'electronic-10' }),
      person(2, { relation: 'spouse', passportType: 'electronic-10' }),
      {
        name: 'Rani',
        nik: '9901014106150003',
        birthOn: '2015-06-01',
        relation: 'child' as const,
        passportType: 'electronic-5' as const,
      },
    ];
    const family = draft(people, { guardian: true });

    test('holds the earliest slot, books, reads, moves, loses one person, cancels', async () => {
      const { antrean } = office;
      const hold = await antrean.holdSlot({ ...bandung, service: 'new', party: 3 });
      expect(hold.slot.slot).toBe('2026-11-23T10:00');
      expect(hold.expiresAt).toBe('2026-11-23T09:10:00+07:00');

      const booking = await antrean.bookHold({ ...bandung, token: hold.token, ...family });
      expect(booking.id).toBe(hold.id);
      expect(booking.applicants.map(({ queueCode }) => queueCode)).toEqual(['A10-001', 'A10-002', 'A10-003']);
      expect(booking.applicants.map(({ feeIdr }) => feeIdr)).toEqual([950_000, 950_000, 650_000]);
      expect(booking.contact.phone).toBe('+62812•••0001');

      const manageToken = booking.manageToken ?? '';
      const own = await antrean.readBooking({ ...bandung, id: booking.id, token: manageToken });
      expect(own).toEqual(booking);
      const shown = await antrean.readBooking({ ...bandung, id: booking.id, token: booking.token });
      expect(shown.applicants[2]).toMatchObject({ name: 'R•••', nikLast4: '••••', queueCode: 'A10-003' });
      expect(shown).not.toHaveProperty('manageToken');

      const moved = await antrean
        .moveBooking({ ...bandung, id: booking.id, token: manageToken, slot: '2026-11-25T08:00' })
        .catch((error) => error);
      expect(moved.code).toBe('TOO_LATE'); // today's visit: moves end the day before
      const later = await antrean.holdSlot({ ...bandung, service: 'new', party: 1, slot: '2026-11-24T09:00' });
      const second = await antrean.bookHold({ ...bandung, token: later.token, ...draft([person(40)]) });
      const after = await antrean.moveBooking({
        ...bandung,
        id: second.id,
        token: second.manageToken ?? '',
        slot: '2026-11-25T08:00',
      });
      expect(after).toMatchObject({ code: second.code, reschedulesLeft: 0, slot: { slot: '2026-11-25T08:00' } });
      expect(after.applicants[0]?.queueCode).toBe('A08-001');
      expect(after.token).not.toBe(second.token);

      const fewer = await antrean.cancelApplicant({
        ...bandung,
        id: booking.id,
        token: manageToken,
        queueCode: 'A10-002',
      });
      expect(fewer.applicants.map(({ status }) => status)).toEqual(['booked', 'cancelled', 'booked']);
      expect(fewer.status).toBe('booked');
      const gone = await antrean.cancelBooking({ ...bandung, id: booking.id, token: manageToken });
      expect(gone.status).toBe('cancelled');
      expect(await antrean.cancelBooking({ ...bandung, id: booking.id, token: manageToken })).toEqual(gone);
      await expectInvariants(office.sql);
    });

    test('can book again once cancelled', async () => {
      const hold = await office.antrean.holdSlot({ ...bandung, service: 'renewal', party: 3 });
      const booking = await office.antrean.bookHold({ ...bandung, token: hold.token, ...family });
      expect(booking.service).toBe('renewal');
      expect(booking.applicants[0]?.queueCode).toBe('A10-004'); // queue codes are never handed out twice
    });

    test('may come with one person fewer than held; the seat is free again', async () => {
      const free = async () => {
        const { days } = await office.antrean.readAvailability({
          ...bandung,
          service: 'new',
          from: '2026-11-26',
          days: 1,
        });
        return days[0]?.remaining;
      };
      const before = await free();
      const hold = await office.antrean.holdSlot({ ...bandung, service: 'new', party: 3, slot: '2026-11-26T09:00' });
      expect(await free()).toBe((before ?? 0) - 3);
      await office.antrean.bookHold({ ...bandung, token: hold.token, ...draft([person(50), person(51)]) });
      expect(await free()).toBe((before ?? 0) - 2);
      await expectInvariants(office.sql);
    });

    test('cannot come with one person more than held', async () => {
      const hold = await office.antrean.holdSlot({ ...bandung, service: 'new' });
      const more = office.antrean.bookHold({ ...bandung, token: hold.token, ...draft([person(60), person(61)]) });
      expect((await refusal(more)).code).toBe('PARTY_TOO_LARGE');
    });
  });

  describe('a look-up', () => {
    test('finds a booking by code, NIK and birth date, however the code is typed', async () => {
      const hold = await office.antrean.holdSlot({ ...bandung, service: 'new' });
      const { nik, birthOn } = person(70);
      const booking = await office.antrean.bookHold({ ...bandung, token: hold.token, ...draft([person(70)]) });
      const typed = `${booking.code.slice(0, 4).toLowerCase()} - ${booking.code.slice(4)}`;
      const found = await office.antrean.lookUpBooking({ ...bandung, code: typed, nikLast4: nik.slice(-4), birthOn });
      expect(found).toEqual(booking);
      const wrong = office.antrean.lookUpBooking({
        ...bandung,
        code: booking.code,
        nikLast4: nik.slice(-4),
        birthOn: '1950-01-01',
      });
      expect((await refusal(wrong)).code).toBe('BOOKING_UNKNOWN');
    });
  });

  test('the calendar file says when and where, and nothing of who', async () => {
    const hold = await office.antrean.holdSlot({ ...bandung, service: 'new', slot: '2026-11-27T09:00' });
    const booking = await office.antrean.bookHold({ ...bandung, token: hold.token, ...draft([person(80)]) });
    const file = await office.antrean.readCalendar({ ...bandung, id: booking.id, token: booking.manageToken ?? '' });
    const unfolded = file.replace(/\r\n /g, '');
    expect(unfolded).toContain('DTSTART:20261127T020000Z');
    expect(unfolded).toContain('DTEND:20261127T030000Z');
    expect(unfolded).toContain(booking.code);
    expect(unfolded).not.toContain(person(80).name);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
};
