import { describe, expect, test } from 'vitest';
import { refusal } from '../../packages/api/test/test-office.ts';
import { bandung, type Ground } from './ground.ts';

/** Offices, their days, and what is said when they are full. */
export const offices = ({ antrean, hold, fill, at }: Ground): void => {
  describe('offices', () => {
    test('are read whole, with when the next day opens', async () => {
      const office = await antrean().readOffice(bandung);
      expect(office).toMatchObject({ number: 51, partyMax: 5, holdMinutes: 10, timeZone: 'Asia/Jakarta' });
      expect(office.nextReleaseAt).toBe('2026-11-28T08:00:00+07:00'); // 24 to 27 December are closed
      expect((await refusal(antrean().readOffice({ office: 'atlantis' }))).code).toBe('OFFICE_UNKNOWN');
    });

    test('are found by words, by id and by nearness', async () => {
      const ids = async (query: object) => (await antrean().listOffices(query)).offices.map(({ id }) => id);
      expect(await ids({ q: 'BANDUNG hatta' })).toEqual(['bandung-soekarno-hatta']);
      expect(await ids({ ids: 'malang,bandung' })).toEqual(['bandung', 'malang']);
      expect((await ids({ near: '-6.9,107.6' })).slice(0, 2).sort()).toEqual(['bandung', 'bandung-soekarno-hatta']);
      expect((await ids({ near: '-8.5,140.4' }))[0]).toBe('merauke');
    });
  });

  describe('a day', () => {
    const day = async (office: string, from: string, party = 1) =>
      (await antrean().readAvailability({ office, service: 'new', from, days: 1, party })).days[0];

    test.each([
      ['bandung', '2026-11-20', { status: 'closed', reason: 'past' }],
      ['bandung', '2026-11-28', { status: 'closed', reason: 'weekend' }],
      ['bandung', '2026-12-25', { status: 'holiday', reason: 'Kelahiran Yesus Kristus' }],
      ['bandung', '2026-12-28', { status: 'not-released', releasesAt: '2026-11-28T08:00:00+07:00' }],
      ['bandung', '2027-02-22', { status: 'not-released', releasesAt: '2027-01-23T08:00:00+07:00' }],
      ['bandung', '2026-11-30', { status: 'open', remaining: 330 }],
      ['bandung-soekarno-hatta', '2026-11-30', { status: 'open', remaining: 120 }],
      ['palembang', '2026-11-30', { status: 'open', remaining: 200 }],
      ['malang', '2026-12-04', { status: 'open', remaining: 175 }],
    ])('of %s on %s says how it is', async (office, on, expected) => {
      expect(await day(office, on)).toMatchObject(expected);
    });

    test('is over when its last hour began, and opens at its hour, by the clock', async () => {
      const today = () => day('bandung', '2026-11-23');
      expect(await at('2026-11-23T15:30:00', today)).toMatchObject({ status: 'closed', reason: 'too-late' });
      const last = () => day('bandung', '2026-12-28');
      expect((await at('2026-11-28T07:59:59', last))?.status).toBe('not-released');
      expect((await at('2026-11-28T08:00:00', last))?.status).toBe('open');
    });

    test('is told in the office’s own time', async () => {
      const slots = (await day('merauke', '2026-11-30'))?.slots;
      expect(slots?.[0]).toMatchObject({ slot: '2026-11-30T08:00', startsAt: '2026-11-30T08:00:00+09:00' });
    });
  });

  test('an office with nothing left names the nearest ones with room and its next release', async () => {
    for (const { slots } of (await antrean().readAvailability({ office: 'merauke', service: 'new', days: 60 })).days)
      await Promise.all(slots.map(({ slot, remaining }) => fill('merauke', slot, remaining)));
    const answer = await antrean().readAvailability({ office: 'merauke', service: 'new' });
    expect([answer.earliest, answer.days[1]?.status]).toEqual([null, 'full']);
    expect(answer.elsewhere).toHaveLength(3);
    const full = await refusal(hold('merauke'));
    expect(full).toMatchObject({ code: 'SLOT_FULL', alternatives: [], nextReleaseAt: answer.nextReleaseAt });
    expect(full.elsewhere).toHaveLength(3);
  }, 90_000);
};
