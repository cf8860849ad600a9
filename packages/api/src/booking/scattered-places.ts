import type { Wish } from './places.ts';
import type { Place, PlacesWanted } from './queries/find-places.ts';

/** Seats in view grow by this with each try that missed. */
const widening = 4;
/** Slots named at most, however often it was tried. */
const mostSlots = 400;

/**
 * Which slot to try for whoever wants the earliest, where nobody knows what was handed out to others: each request is a
 * process of its own. The first try is the earliest slot. Who misses it was not alone, and the others are reading the
 * same list at this moment; so the next try is any one of the first 4 free seats, the one after any of the first 16,
 * and so on. A wrong guess costs another try, never a seat; that nothing has room is never guessed but read.
 */
export const createScatteredPlaces = (
  find: (wishes: PlacesWanted[], now: Date) => Promise<Place[][]>,
  random: () => number = Math.random,
) => ({
  assign: async (wishes: readonly Wish[], now: Date): Promise<(string | null)[]> => {
    const open = wishes.filter(({ wanted }) => wanted === null);
    if (open.length === 0) return wishes.map(({ wanted }) => wanted);
    const asked = open.map(({ office, channel, party, open_from, tries }) => {
      return { office, channel, party, open_from, most: Math.min(mostSlots, widening ** tries) };
    });
    const found = new Map((await find(asked, now)).map((places, at) => [open[at], places]));
    return wishes.map((wish) => wish.wanted ?? pick(found.get(wish) ?? [], widening ** wish.tries, random()));
  },
  forget: (): void => {},
});

/** The slot of one of the first `seats` free seats, `chance` (0 to 1) saying which; null: there is none. */
const pick = (places: readonly Place[], seats: number, chance: number): string | null => {
  const free = places.reduce((sum, place) => sum + place.free, 0);
  const seat = Math.floor(chance * Math.min(seats, free));
  let before = 0;
  for (const place of places) {
    before += place.free;
    if (seat < before) return place.starts;
  }
  return null;
};
