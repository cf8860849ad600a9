import { describe, expect, test } from 'vitest';
import { draft, person } from '../../packages/api/test/people.ts';
import { refusal } from '../../packages/api/test/test-office.ts';
import { type Ground, malang } from './ground.ts';

/** What the client makes of several calls. */
export const inOneCall = ({ antrean, hold, fill, free }: Ground): void => {
  const [nine, ten] = ['2026-12-02T09:00', '2026-12-02T10:00'];

  describe('holding and booking in one call', () => {
    test('is refused where the slot is full, or gives way to the next that has room', async () => {
      await fill('malang', nine, 25);
      const wish = { ...malang, service: 'new', slot: nine, ...draft([person(90), person(91)]) } as const;
      const full = await refusal(antrean().book(wish));
      expect(full).toMatchObject({ code: 'SLOT_FULL', alternatives: [{ slot: ten }, {}, {}] });
      const booking = await antrean().book({ ...wish, whenFull: 'alternatives' });
      expect([booking.slot.slot, booking.applicants.length]).toEqual([ten, 2]);
    });

    test('takes no seat when the booking is refused', async () => {
      const before = await free('malang', ten);
      const wish = { ...malang, service: 'new', slot: ten, ...draft([person(90)]) } as const;
      expect((await refusal(antrean().book(wish))).code).toBe('NIK_ALREADY_BOOKED');
      expect(await free('malang', ten)).toBe(before);
    });

    test('can be asked again by its hold', async () => {
      const { token, id } = await hold('malang', ten);
      const ask = () => antrean().bookHold({ ...malang, token, ...draft([person(92)]) });
      expect([(await ask()).id, (await ask()).id]).toEqual([id, id]);
    });
  });

  test('watching an office begins with how it is now', async () => {
    for await (const { officeId, earliest } of antrean().watchAvailability({ ...malang, service: 'new' })) {
      expect(officeId).toBe('malang');
      expect(earliest).toEqual((await antrean().readAvailability({ ...malang, service: 'new' })).earliest);
      break;
    }
  });
};
