import { expect, test } from 'vitest';
import { createPlaces, type Wish } from './places.ts';
import type { Place, PlacesWanted } from './queries/find-places.ts';

const wish = (party = 1, office = 'bandung'): Wish => ({
  office,
  channel: 'online',
  party,
  open_from: '2026-11-24T08:00',
  wanted: null,
});

const at = (ms: number) => new Date(1_800_000_000_000 + ms);

/** What the database would answer, and what it was asked. */
const bench = (places: Place[], memoryMs = 1000) => {
  const asked: PlacesWanted[][] = [];
  const found = createPlaces(async (wishes) => {
    asked.push([...wishes]);
    return wishes.map(({ party }) => places.filter(({ free }) => free >= party).map((place) => ({ ...place })));
  }, memoryMs);
  return { asked, ...found };
};

test('a batch is spread over the earliest slots by what is left in each, in one read', async () => {
  const { assign, asked } = bench([
    { starts: '2026-11-24T09:00', free: 2 },
    { starts: '2026-11-24T10:00', free: 2 },
  ]);
  const slots = await assign([wish(), wish(), wish(), wish(2), { ...wish(), wanted: '2026-12-01T09:00' }], at(0));
  expect(slots.slice(0, 3)).toEqual(['2026-11-24T09:00', '2026-11-24T09:00', '2026-11-24T10:00']);
  expect(slots[3]).toBe('2026-11-24T09:00');
  expect(slots[4]).toBe('2026-12-01T09:00');
  expect(asked).toHaveLength(1);
  expect(asked[0]?.map(({ party, most }) => [party, most])).toEqual([
    [1, 19],
    [2, 17],
  ]);
});

test('what was read serves the next batch for as long as it is fresh, less what was handed out', async () => {
  const { assign, asked } = bench([
    { starts: '2026-11-24T09:00', free: 1 },
    { starts: '2026-11-24T10:00', free: 9 },
  ]);
  expect(await assign([wish()], at(0))).toEqual(['2026-11-24T09:00']);
  expect(await assign([wish()], at(999))).toEqual(['2026-11-24T10:00']);
  expect(asked).toHaveLength(1);
  expect(await assign([wish()], at(1000))).toEqual(['2026-11-24T09:00']);
  expect(asked).toHaveLength(2);
});

test('that nothing has room is read each time, never remembered', async () => {
  const { assign, asked } = bench([]);
  expect(await assign([wish()], at(0))).toEqual([null]);
  expect(await assign([wish()], at(1))).toEqual([null]);
  expect(asked).toHaveLength(2);
});

test('who comes when the fresh list is used up tries its last slot: only the lock may say that it is full', async () => {
  const { assign } = bench([
    { starts: '2026-11-24T09:00', free: 1 },
    { starts: '2026-11-24T10:00', free: 1 },
  ]);
  expect(await assign([wish(), wish(), wish(), wish()], at(0))).toEqual([
    '2026-11-24T09:00',
    '2026-11-24T10:00',
    '2026-11-24T10:00',
    '2026-11-24T10:00',
  ]);
});

test('a wrong guess, and a clock that was set back, lead to a new read', async () => {
  const { assign, forget, asked } = bench([{ starts: '2026-11-24T09:00', free: 5 }]);
  await assign([wish()], at(0));
  forget(wish());
  await assign([wish()], at(1));
  expect(asked).toHaveLength(2);
  await assign([wish()], at(-5000));
  expect(asked).toHaveLength(3);
});

test('slots that have begun since are passed over, and offices do not mix', async () => {
  const { assign, asked } = bench([
    { starts: '2026-11-24T09:00', free: 5 },
    { starts: '2026-11-24T10:00', free: 5 },
  ]);
  await assign([wish()], at(0));
  expect(await assign([{ ...wish(), open_from: '2026-11-24T09:00' }], at(1))).toEqual(['2026-11-24T10:00']);
  await assign([wish(1, 'medan')], at(2));
  expect(asked[1]?.map(({ office }) => office)).toEqual(['medan']);
});
