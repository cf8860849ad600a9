import { booking, newBooking, officeDay, visit } from '@paspor-antrean/contract/examples';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holderMatches } from '../src/ticket.ts';
import { bookingId, dayKey, nik, party, strangersThatPass } from './holder.ts';
import { packHolders } from './mint.ts';

const niks = newBooking.applicants.map((applicant) => applicant.nik);
const [budi = '', siti = '', rani = ''] = niks;
const holders = visit.holders ?? '';
const belongs = (card: string, keys = officeDay.dayKeys) => holderMatches(keys, booking.id, holders, card);

test('each card of the family belongs to its own person, and another one to nobody', async () => {
  expect(packHolders(officeDay.dayKeys[0] ?? '', booking.id, niks)).toBe(holders);
  expect(await Promise.all([budi, siti, rani, '3273001205900009'].map((card) => belongs(card)))).toEqual([
    [0],
    [1],
    [2],
    [],
  ]);
});

test('of any party each person is found in their place, under whichever of the keys it was bound', async () => {
  await fc.assert(
    fc.asyncProperty(party, bookingId, dayKey, dayKey, async (people, id, key, older) => {
      const n = packHolders(key, id, people);
      for (const [at, person] of people.entries()) {
        for (const keys of [[key], [older, key], [key, older]]) {
          const found = await holderMatches(keys, id, n, person);
          // Two people of twenty may share their bits once in thousands of parties.
          const same = people.flatMap((each, place) =>
            keys.some((own) => packHolders(own, id, [person]) === packHolders(key, id, [each])) ? place : [],
          );
          expect(found).toContain(at);
          expect(found).toEqual(same);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('the bits of one booking say nothing in another, nor on another day or at another office', async () => {
  const other = packHolders(officeDay.dayKeys[0] ?? '', 'AZq1m3x8fUqL0pWn2Vb7HQ', niks);
  expect(await holderMatches(officeDay.dayKeys, booking.id, other, budi)).toEqual([]);
  expect(await belongs(budi, ['AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'])).toEqual([]);
});

test('strangers do not pass', async () => {
  expect(await strangersThatPass(2000)).toMatchObject({ passed: 0, of: 40_000 });
});

describe('there is nothing to judge by', () => {
  test.each([
    ['without a day key', [], booking.id, holders, budi],
    ['when the token has no bits', officeDay.dayKeys, booking.id, undefined, budi],
    ['when the visit has none', officeDay.dayKeys, booking.id, null, budi],
    ['when the bits are none of ours', officeDay.dayKeys, booking.id, 'DvZB', budi],
    ['when the booking is none of ours', officeDay.dayKeys, 'AZq1', holders, budi],
    ['with fifteen digits', officeDay.dayKeys, booking.id, holders, budi.slice(1)],
    ['with letters', officeDay.dayKeys, booking.id, holders, `${budi.slice(1)}O`],
    ['with nothing typed', officeDay.dayKeys, booking.id, holders, ''],
  ] as const)('%s', async (_, keys, id, n, card) => {
    expect(await holderMatches(keys, id, n, card)).toBeUndefined();
  });
});

test('a day key that is none says so', async () => {
  await expect(belongs(budi, ['AAAA'])).rejects.toThrow('A day key is 32 bytes');
  await expect(belongs(budi, [...officeDay.dayKeys, '='])).rejects.toThrow('A day key is 32 bytes');
});

test('whatever stands for the bits, it throws nothing and finds places of the party alone', async () => {
  const text = fc.oneof(
    fc.string(),
    fc.base64String(),
    fc.uint8Array().map((raw) => Buffer.from(raw).toString('base64url')),
  );
  await fc.assert(
    fc.asyncProperty(text, nik, async (n, card) => {
      const found = await holderMatches(officeDay.dayKeys, booking.id, n, card);
      const people = Math.floor((Buffer.from(n, 'base64url').length * 8) / 20);
      expect(found ?? []).toEqual((found ?? []).filter((at) => at < people));
    }),
    { numRuns: 2000 },
  );
});
