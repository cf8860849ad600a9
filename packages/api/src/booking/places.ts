import type { Place, PlacesWanted } from './queries/find-places.ts';

export interface Wish {
  office: string;
  channel: string;
  party: number;
  open_from: string;
  /** Wall time of the slot that was asked for; null: the earliest with room. */
  wanted: string | null;
}

/** Beyond what a batch needs, so that the next one need not ask. */
const ahead = 16;

const keyOf = ({ office, channel, party }: Wish) => `${office} ${channel} ${party}`;

/**
 * Which slot to try for whoever wants the earliest. A guess from what was read a moment ago, less what was handed out
 * since: wrong guesses cost a second try, never a seat, because the seat is taken under the slot's lock. That nothing
 * has room is never guessed: it is read, after the wish came.
 */
export const createPlaces = (
  find: (wishes: PlacesWanted[], now: Date) => Promise<Place[][]>,
  /** For how long a seat that came free earlier than those we know of may go unnoticed. */
  memoryMs: number,
) => {
  const known = new Map<string, { readAt: number; places: Place[] }>();

  const remembered = (wish: Wish, now: Date): string | null => {
    const entry = known.get(keyOf(wish));
    const age = now.getTime() - (entry?.readAt ?? 0);
    // A clock that was set back makes a memory of the future.
    return entry && age >= 0 && age < memoryMs ? take(wish, entry.places) : null;
  };

  const take = (wish: Wish, places: Place[]): string | null => {
    while (places[0] && (places[0].free < wish.party || places[0].starts <= wish.open_from)) places.shift();
    const [earliest] = places;
    if (!earliest) return null;
    earliest.free -= wish.party;
    return earliest.starts;
  };

  const read = async (wishes: readonly Wish[], now: Date): Promise<Map<string, Place[]>> => {
    const wanted = new Map<string, PlacesWanted>();
    for (const wish of wishes) {
      const { office, channel, party, open_from } = wish;
      const same = wanted.get(keyOf(wish)) ?? { office, channel, party, open_from, most: ahead };
      wanted.set(keyOf(wish), { ...same, most: same.most + 1, open_from: min(same.open_from, open_from) });
    }
    const found = await find([...wanted.values()], now);
    const fresh = new Map([...wanted.keys()].map((key, at) => [key, found[at] ?? []]));
    for (const [key, places] of fresh) known.set(key, { readAt: now.getTime(), places });
    return fresh;
  };

  return {
    /** A slot for each wish; null: none had room when it was read just now. */
    assign: async (wishes: readonly Wish[], now: Date): Promise<(string | null)[]> => {
      const slots = wishes.map((wish) => wish.wanted ?? remembered(wish, now));
      const open = wishes.filter((_, at) => slots[at] === null);
      if (open.length === 0) return slots;
      const fresh = await read(open, now);
      // Who comes when the list is used up tries its last slot: some before may want nothing, or not get it.
      const last = new Map([...fresh].map(([key, places]) => [key, places.at(-1)?.starts ?? null]));
      return wishes.map((wish, at) => {
        const key = keyOf(wish);
        return slots[at] ?? take(wish, fresh.get(key) ?? []) ?? last.get(key) ?? null;
      });
    },
    /** What was handed out was not taken. */
    forget: (wish: Wish): void => {
      known.delete(keyOf(wish));
    },
  };
};

const min = (a: string, b: string) => (a < b ? a : b);
