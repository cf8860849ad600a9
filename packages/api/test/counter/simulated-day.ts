import type { Booking } from '@paspor-antrean/contract';
import { expectInvariants } from '../invariants.ts';
import { draft, person } from '../people.ts';
import { openTestOffice, type TestOffice } from '../test-office.ts';

const on = '2026-11-24';
const places = [
  { office: 'bandung', people: 330, devices: 8 },
  { office: 'bandung-soekarno-hatta', people: 120, devices: 4 },
];

export interface Shares {
  /** Of arrivals, made while the device has no network. */
  offline: number;
  /** Of arrivals, seen by a second device too. */
  twice: number;
  /** Of people who do not come. */
  missed: number;
}

interface Sighting {
  device: string;
  sequence: number;
  at: Date;
  token: string;
  queueCodes: string[];
}

interface Party {
  office: string;
  booking: Booking;
  /** Queue codes of those who come. */
  coming: string[];
  sightings: Sighting[];
}

const minute = 60_000;
/** Mulberry32: the same day again under the same seed. */
const random = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** One day at Bandung and its service unit, minute by minute; what it came to. Throws where a law is broken. */
export const simulateDay = async (seed: number, shares: Shares) => {
  const office = await openTestOffice();
  const chance = random(seed);
  const devices = places.flatMap(({ office: at, devices: count }) =>
    Array.from({ length: count }, (_, n) => ({
      at,
      id: `${`${String.fromCharCode(65 + n)}${at.length}`.padEnd(21, 'x')}A`,
      sequence: 0,
    })),
  );
  const parties = (await Promise.all(places.map((place, nth) => bookDay(office, place, nth * 1000, chance)))).flat();
  for (const party of parties) {
    party.coming = party.booking.applicants.map(({ queueCode }) => queueCode).filter(() => chance() >= shares.missed);
    if (party.coming.length === 0) continue;
    const own = devices.filter(({ at }) => at === party.office);
    // People come in bursts: most of an hour's within the quarter before it.
    const due = Date.parse(party.booking.slot.startsAt);
    const at = new Date(due - Math.round(chance() * chance() * 45 * 60) * 1000 + 2 * minute);
    for (const second of chance() < shares.twice ? [false, true] : [false]) {
      const device = own[Math.floor(chance() * own.length)] as (typeof own)[number];
      device.sequence += 1;
      party.sightings.push({
        device: device.id,
        sequence: device.sequence,
        at: new Date(at.getTime() + (second ? Math.round(chance() * 5) * minute : 0)),
        token: party.booking.token,
        queueCodes: party.coming,
      });
    }
  }
  const told = await tellAll(office, parties, shares, chance);
  await serveAll(office, parties, chance);
  const result = await judgeDay(office, parties);
  await expectInvariants(office.sql);
  await office.close();
  return { ...told, ...result };
};

/** Books a whole day, in parties of one to five. */
const bookDay = async (
  { antrean }: TestOffice,
  { office, people }: (typeof places)[number],
  from: number,
  chance: () => number,
): Promise<Party[]> => {
  const parties: Party[] = [];
  const { days } = await antrean.readAvailability({ office, service: 'new', from: on, days: 1 });
  let next = from;
  for (const { slot, remaining } of days[0]?.slots ?? []) {
    for (let left = remaining; left > 0; ) {
      const size = Math.min(left, chance() < 0.6 ? 1 : 1 + Math.floor(chance() * 5));
      const hold = await antrean.holdSlot({ office, service: 'new', slot, party: size });
      const applicants = Array.from({ length: size }, () => person(++next));
      const booking = await antrean.bookHold({ ...draft(applicants), office, token: hold.token });
      parties.push({ office, booking, coming: [], sightings: [] });
      left -= size;
    }
  }
  if (next - from !== people) throw new Error(`${office} booked ${next - from} of ${people}`);
  return parties;
};

/** Tells each arrival when it is made, or an hour and more later; some twice, because an answer was lost. */
const tellAll = async (office: TestOffice, parties: readonly Party[], shares: Shares, chance: () => number) => {
  const all = parties.flatMap((party) => party.sightings.map((sighting) => ({ office: party.office, sighting })));
  const isOffline = new Map(all.map(({ sighting }) => [sighting, chance() < shares.offline]));
  const due = (sighting: Sighting) => sighting.at.getTime() + (isOffline.get(sighting) ? 90 * minute : 0);
  const minutes = new Map<number, typeof all>();
  for (const each of all) {
    const slot = Math.floor(due(each.sighting) / minute);
    minutes.set(slot, [...(minutes.get(slot) ?? []), each]);
  }
  const tokens = new Map<string, string>();
  for (const { office: at } of places) tokens.set(at, await office.staff(at));
  for (const [slot, burst] of [...minutes].sort(([a], [b]) => a - b)) {
    const now = new Date((slot + 1) * minute);
    office.setClock(new Date(now.getTime() + 7 * 60 * minute).toISOString().slice(0, 19));
    await Promise.all(
      burst.flatMap(({ office: at, sighting }) => {
        const { device, ...arrival } = sighting;
        const batch = {
          office: at,
          staffToken: tokens.get(at) ?? '',
          device,
          sentAt: office.now().toISOString(),
          arrivals: [{ ...arrival, at: arrival.at.toISOString() }],
        };
        const tell = () => office.counter.recordArrivals(batch);
        return chance() < 0.1 ? [tell(), tell()] : [tell()];
      }),
    );
  }
  return { arrivals: all.length, offline: [...isOffline.values()].filter(Boolean).length };
};

/** Calls and serves whoever came, marks the others as missed. */
const serveAll = async (office: TestOffice, parties: readonly Party[], chance: () => number) => {
  office.setClock(`${on}T17:00:00`);
  const tokens = new Map<string, string>();
  for (const { office: at } of places) tokens.set(at, await office.staff(at));
  await Promise.all(
    parties.map(async ({ office: at, booking, coming }) => {
      const visit = { office: at, staffToken: tokens.get(at) ?? '', id: booking.id };
      const absent = booking.applicants.map(({ queueCode }) => queueCode).filter((code) => !coming.includes(code));
      if (absent.length > 0) await office.counter.missApplicants({ ...visit, queueCodes: absent });
      if (coming.length === 0) return;
      await office.counter.callApplicants({ ...visit, booth: `Loket ${1 + Math.floor(chance() * 12)}` });
      await office.counter.serveApplicants(visit);
    }),
  );
};

/** Holds the lists of the day against what really happened. */
const judgeDay = async (office: TestOffice, parties: readonly Party[]) => {
  let [people, served, missed, conflicts] = [0, 0, 0, 0];
  for (const { office: at } of places) {
    const { visits } = await office.counter.readDay({ office: at, staffToken: await office.staff(at), on });
    const byId = new Map(visits.map((visit) => [visit.id, visit]));
    for (const party of parties.filter((each) => each.office === at)) {
      const first = [...party.sightings].sort((a, b) => a.at.getTime() - b.at.getTime())[0];
      for (const visitor of byId.get(party.booking.id)?.applicants ?? []) {
        people += 1;
        conflicts += visitor.conflicts.length;
        const came = party.coming.includes(visitor.queueCode);
        served += Number(visitor.status === 'served');
        missed += Number(visitor.status === 'missed');
        const asSeen = visitor.arrivedAt === null ? null : Date.parse(visitor.arrivedAt);
        const isRight = came
          ? visitor.status === 'served' &&
            asSeen === first?.at.getTime() &&
            visitor.conflicts.length === party.sightings.length - 1
          : visitor.status === 'missed' && asSeen === null;
        if (!isRight) throw new Error(`${visitor.queueCode} of ${at}: ${JSON.stringify(visitor)}`);
      }
    }
  }
  return { people, served, missed, conflicts };
};
