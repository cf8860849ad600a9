import { expect, test } from 'vitest';
import type { Wish } from './places.ts';
import type { Place, PlacesWanted } from './queries/find-places.ts';
import { createScatteredPlaces } from './scattered-places.ts';

const wish = (tries: number, over: Partial<Wish> = {}): Wish => ({
  office: 'bandung',
  channel: 'online',
  party: 1,
  open_from: '2026-11-24T08:00',
  wanted: null,
  tries,
  ...over,
});

const now = new Date('2026-11-23T02:00:00Z');
const slots: Place[] = Array.from({ length: 24 }, (_, hour) => ({
  starts: `2026-11-25T${String(hour).padStart(2, '0')}:00`,
  free: 2,
}));

/** The answers over every chance there is, and what was asked. */
const answers = async (tries: number, places = slots) => {
  const asked: PlacesWanted[] = [];
  const picked = new Set<string | null>();
  for (let chance = 0; chance < 1; chance += 1 / 512) {
    const find = async (wishes: PlacesWanted[]) => {
      asked.push(...wishes);
      return wishes.map(({ most }) => places.slice(0, most));
    };
    const [slot = null] = await createScatteredPlaces(find, () => chance).assign([wish(tries)], now);
    picked.add(slot);
  }
  return { picked: [...picked], asked };
};

test('who asks alone gets the earliest slot', async () => {
  expect((await answers(0)).picked).toEqual(['2026-11-25T00:00']);
});

test('each try that missed looks four times as far, and no further', async () => {
  expect((await answers(1)).picked).toEqual(slots.slice(0, 2).map(({ starts }) => starts));
  expect((await answers(2)).picked).toEqual(slots.slice(0, 8).map(({ starts }) => starts));
  expect((await answers(3)).picked).toHaveLength(24);
});

test('what is read at once has an end', async () => {
  expect((await answers(20)).asked[0]?.most).toBe(400);
});

test('fewer seats than it looks at are all in reach, evenly', async () => {
  expect((await answers(9, slots.slice(0, 3))).picked).toHaveLength(3);
});

test('only that nothing has room is told as nothing, and a slot that was asked for is left as it is', async () => {
  const { assign } = createScatteredPlaces(async (wishes) => wishes.map(() => []));
  expect(await assign([wish(5), wish(0, { wanted: '2026-12-01T09:00' })], now)).toEqual([null, '2026-12-01T09:00']);
});
