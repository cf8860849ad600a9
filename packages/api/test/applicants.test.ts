import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draft, person } from './people.ts';
import { openTestOffice, refusal, type TestOffice } from './test-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const bandung = { office: 'bandung' } as const;
const hold = (at = 'bandung', slot?: string, party = 1) =>
  office.antrean.holdSlot({ office: at, service: 'new', slot, party });

describe('applicants', () => {
  const fields = async (people: Parameters<typeof draft>[0], over = {}) => {
    const held = await hold('bandung', undefined, people.length);
    return (await refusal(office.antrean.bookHold({ ...bandung, token: held.token, ...draft(people, over) }))).fields;
  };

  test('under 18 need a guardian', async () => {
    const child = person(600, { nik: '9901014106150003', birthOn: '2015-06-01' });
    expect(await fields([child])).toEqual([{ field: 'guardian', code: 'REQUIRED' }]);
  });
  test('are not born tomorrow', async () => {
    expect(await fields([person(601, { birthOn: '2026-11-24' })], { guardian: true })).toEqual([
      { field: 'applicants.0.birthOn', code: 'FUTURE' },
    ]);
  });
  test('have seen the notice that is in force', async () => {
    expect(await fields([person(602)], { privacyVersion: '2017-08' })).toEqual([
      { field: 'privacyVersion', code: 'OUTDATED' },
    ]);
  });
  test('with a birth date that differs from the NIK are welcome', async () => {
    const held = await hold();
    const booking = await office.antrean.bookHold({
      ...bandung,
      token: held.token,
      ...draft([person(603, { birthOn: '1971-02-03' })]),
    });
    expect(booking.status).toBe('booked');
  });
  test('of any region and with one name are welcome', async () => {
    const held = await hold('merauke');
    const booking = await office.antrean.bookHold({
      office: 'merauke',
      token: held.token,
      ...draft([person(604, { name: 'Suparman' })]),
    });
    expect(booking.slot.startsAt).toMatch(/\+09:00$/);
  });
});
