import type { Booking, Hold } from '@paspor-antrean/client';
import fc from 'fast-check';
import { expect } from 'vitest';
import { draft, person } from '../people.ts';
import type { TestOffice } from '../test-office.ts';
import { type Entry, type Model, starts } from './model.ts';

/** The real thing beside the model: what was answered for each entry. */
export interface Real {
  office: TestOffice;
  holds: Hold[];
  bookings: Map<number, Booking>;
}

type Command = fc.AsyncCommand<Model, Real>;

const at = { office: 'sabang' } as const;
const firstMorning = Date.parse('2026-11-24T09:00:00+07:00');
const wall = (minute: number) => new Date(firstMorning + minute * 60_000 + 7 * 3_600_000).toISOString().slice(0, 19);
export const slotNames = starts.map((minute) => wall(minute).slice(0, 16));
export const setClock = (office: TestOffice, minute: number) => office.setClock(wall(minute));

const outcome = async <T>(call: Promise<T>, say: (answer: T) => string): Promise<string> =>
  await call.then(say, (error: { code?: string }) => {
    if (!error.code) throw error;
    return error.code;
  });

/** A command on one of the entries there are; does nothing while there are none. */
const onEntry = (
  name: string,
  which: number,
  act: (model: Model, entry: Entry) => string,
  ask: (real: Real, index: number) => Promise<string>,
  applies: (entry: Entry) => boolean = () => true,
): Command => ({
  check: (model) => model.entries.length > 0 && applies(model.entries[which % model.entries.length] as Entry),
  run: async (model, real) => {
    const index = which % model.entries.length;
    const said = await ask(real, index);
    expect(said, name).toBe(act(model, model.entries[index] as Entry));
  },
  toString: () => `${name}(entry ${which})`,
});

const by = ({ holds, bookings }: Real, index: number, kind: 'hold' | 'manage') => {
  const booking = bookings.get(index);
  const hold = holds[index] as Hold;
  return { ...at, id: hold.id, token: kind === 'hold' ? hold.token : (booking?.manageToken ?? '') };
};

const isBooked = (entry: Entry) => entry.state === 'booked';
const slotIndex = (booking: { slot: { slot: string } }) => slotNames.indexOf(booking.slot.slot);

const hold = (slot: number | undefined, party: number): Command => ({
  check: () => true,
  run: async (model, real) => {
    const wish = {
      ...at,
      service: party % 2 ? ('new' as const) : ('renewal' as const),
      party,
      slot: slot === undefined ? undefined : slotNames[slot],
    };
    const said = await outcome(real.office.antrean.holdSlot(wish), (answer) => {
      real.holds.push(answer);
      return `held in ${slotIndex(answer)}`;
    });
    expect(said, 'hold').toBe(model.hold(slot, party));
  },
  toString: () => `hold(slot ${slot ?? 'earliest'}, party ${party})`,
});

const advance = (minutes: number): Command => ({
  check: () => true,
  run: async (model, { office }) => {
    model.now += minutes;
    setClock(office, model.now);
  },
  toString: () => `advance(${minutes} min)`,
});

const lookUp = (which: number): Command =>
  onEntry(
    'lookUp',
    which,
    (_, entry) => `found in ${entry.slot}`,
    async (real, index) => {
      const booking = real.bookings.get(index) as Booking;
      const named = person(0);
      const first = booking.applicants[0] as Booking['applicants'][number];
      const { nik, birthOn } = person(Number(/\d+$/.exec(first.name)?.[0] ?? named.name));
      const call = real.office.antrean.lookUpBooking({ ...at, code: booking.code, nikLast4: nik.slice(-4), birthOn });
      return await outcome(call, (found) => `found in ${slotIndex(found)}`);
    },
    isBooked,
  );

export const commands: fc.Arbitrary<Command>[] = [
  fc
    .tuple(fc.option(fc.nat(3), { nil: undefined }), fc.integer({ min: 1, max: 4 }))
    .map(([slot, party]) => hold(slot, party)),
  fc.tuple(fc.nat(20), fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 3 })).map(([which, people]) =>
    onEntry(
      `book people ${people} under`,
      which,
      (model, entry) => model.book(entry, people),
      async (real, index) => {
        const { token } = by(real, index, 'hold');
        return await outcome(
          real.office.antrean.bookHold({ ...at, token, ...draft(people.map((n) => person(n))) }),
          (booking) => {
            real.bookings.set(index, booking);
            return 'booked';
          },
        );
      },
    ),
  ),
  fc.nat(20).map((which) =>
    onEntry(
      'extend',
      which,
      (model, entry) => model.extend(entry),
      (real, index) => outcome(real.office.antrean.extendHold(by(real, index, 'hold')), () => 'extended'),
    ),
  ),
  fc.nat(20).map((which) =>
    onEntry(
      'release',
      which,
      (model, entry) => model.release(entry),
      (real, index) => outcome(real.office.antrean.releaseHold(by(real, index, 'hold')), () => 'released'),
    ),
  ),
  fc.nat(20).map((which) =>
    onEntry(
      'cancel',
      which,
      (model, entry) => model.cancel(entry),
      (real, index) => outcome(real.office.antrean.cancelBooking(by(real, index, 'manage')), () => 'done'),
      isBooked,
    ),
  ),
  fc.tuple(fc.nat(20), fc.nat(2)).map(([which, position]) =>
    onEntry(
      `cancel person ${position} of`,
      which,
      (model, entry) => model.cancel(entry, position % entry.people.length),
      async (real, index) => {
        const booking = await real.office.antrean.readBooking(by(real, index, 'manage'));
        const { queueCode } = booking.applicants[position % booking.applicants.length] as Booking['applicants'][number];
        return await outcome(
          real.office.antrean.cancelApplicant({ ...by(real, index, 'manage'), queueCode }),
          () => 'done',
        );
      },
      isBooked,
    ),
  ),
  fc.tuple(fc.nat(20), fc.nat(3)).map(([which, slot]) =>
    onEntry(
      `move to slot ${slot}`,
      which,
      (model, entry) => model.move(entry, slot),
      (real, index) =>
        outcome(
          real.office.antrean.moveBooking({ ...by(real, index, 'manage'), slot: slotNames[slot] ?? '' }),
          (moved) => {
            real.bookings.set(index, moved);
            return `in ${slotIndex(moved)}`;
          },
        ),
      isBooked,
    ),
  ),
  fc.constantFrom(1, 5, 10, 11, 61, 600, 1440).map(advance),
  fc.nat(20).map(lookUp),
];
