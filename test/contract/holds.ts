import { describe, expect, test } from 'vitest';
import { draft, person } from '../../packages/api/test/people.ts';
import { refusal } from '../../packages/api/test/test-office.ts';
import { bandung, type Ground, malang } from './ground.ts';

/** Seats that are taken for a while. */
export const holds = ({ antrean, hold, free, fill, at }: Ground): void => {
  describe('a hold', () => {
    test('takes the earliest slot with room for the whole party, for the office’s minutes', async () => {
      const held = await hold('bandung', undefined, 3);
      expect(held).toMatchObject({ party: 3, expiresAt: '2026-11-23T09:10:00+07:00', extendable: true });
      expect(held.slot).toMatchObject({ slot: '2026-11-23T10:00', remaining: 0 });
      expect((await refusal(hold('bandung', undefined, 6))).code).toBe('PARTY_TOO_LARGE');
    });

    test('of a full slot is refused with three others', async () => {
      await fill('malang', '2026-11-24T08:00', 25);
      const full = await refusal(hold('malang', '2026-11-24T08:00'));
      expect(full).toMatchObject({ code: 'SLOT_FULL', status: 409 });
      const others = (full.alternatives as { slot: string }[]).map(({ slot }) => slot);
      expect(others).toEqual(['2026-11-24T09:00', '2026-11-24T10:00', '2026-11-24T11:00']);
    });

    test.each([
      ['2026-11-23T08:00', 'SLOT_PAST'],
      ['2026-11-24T12:00', 'SLOT_UNKNOWN'],
      ['2026-12-28T08:00', 'SLOT_NOT_RELEASED'],
      ['2027-02-01T08:00', 'SLOT_NOT_RELEASED'],
    ])('of %s is refused: %s', async (slot, code) => {
      expect((await refusal(hold('bandung', slot))).code).toBe(code);
    });

    test('is never sold twice, however many ask at once', async () => {
      const slot = '2026-11-24T13:00';
      const asked = Array.from({ length: 12 }, () =>
        hold('malang', slot, 3).then(
          ({ party }) => party,
          () => 0,
        ),
      );
      const seats = (await Promise.all(asked)).reduce((sum, party) => sum + party, 0);
      expect([seats, await free('malang', slot)]).toEqual([24, 1]);
    });

    test('under the same key is the same hold; with another wish a conflict; once ended a new one', async () => {
      const idempotencyKey = crypto.randomUUID();
      const wish = { ...bandung, service: 'new', slot: '2026-11-25T10:00', party: 2 } as const;
      const again = (over = {}) => antrean().holdSlot({ ...wish, ...over }, { idempotencyKey });
      const first = await again();
      expect(await Promise.all([again(), again()])).toEqual([first, first]);
      expect((await refusal(again({ party: 3 }))).code).toBe('IDEMPOTENCY_CONFLICT');
      expect((await again({ ...malang })).id).not.toBe(first.id);
      const later = await at('2026-11-23T09:20:00', () => again());
      expect(later.id).not.toBe(first.id);
    });

    test('takes only keys that nobody else can meet', async () => {
      const refused = await refusal(antrean().holdSlot({ ...bandung, service: 'new' }, { idempotencyKey: 'short' }));
      expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'Idempotency-Key', code: 'FORMAT' }] });
    });

    test('is extended once, ends by the clock, and its seats are free at once', async () => {
      const slot = '2026-11-26T11:00';
      const held = await hold('malang', slot, 5);
      const by = { ...malang, id: held.id, token: held.token };
      expect(await antrean().readHold(by)).toEqual({ state: 'held', hold: held });
      const extended = await antrean().extendHold(by);
      expect(extended).toMatchObject({ id: held.id, expiresAt: '2026-11-23T09:20:00+07:00', extendable: false });
      expect((await refusal(antrean().extendHold(by))).code).toBe('HOLD_EXTENDED');
      expect(await free('malang', slot)).toBe(20);
      await at('2026-11-23T09:20:00', async () => {
        expect(await antrean().readHold(by)).toEqual({ state: 'expired' });
        expect((await refusal(antrean().extendHold(by))).code).toBe('HOLD_EXPIRED');
        const late = antrean().bookHold({ ...malang, token: held.token, ...draft([person(1)]) });
        expect((await refusal(late)).code).toBe('HOLD_EXPIRED');
        expect(await free('malang', slot)).toBe(25);
      });
    });

    test('is given back, and again', async () => {
      const held = await hold('bandung', '2026-11-26T10:00');
      const by = { ...bandung, id: held.id, token: held.token };
      await antrean().releaseHold(by);
      await antrean().releaseHold(by);
      expect(await antrean().readHold(by)).toEqual({ state: 'released' });
    });
  });
};
