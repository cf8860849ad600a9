import type { FakeClock } from './clock.ts';
import { addDays, instantOf, officeDay, weekdayOf } from './office-time.ts';
import type { FakeOffice } from './offices.ts';

/** One hour of one channel. The same object each time it is asked for. */
export interface FakeSlot {
  /** Wall time, `2026-12-01T09:00`. */
  readonly starts: string;
  readonly minutes: number;
  readonly capacity: number;
  readonly releasesAt: Date;
}

/** As far beyond the days that are open it is looked for what opens next. */
const headStartDays = 14;

export interface Schedule {
  /** The slots of one day in order, none where the office is closed. */
  of(office: FakeOffice, channel: string, on: string): FakeSlot[];
  /** All slots from a day on. */
  from(office: FakeOffice, channel: string, on: string): FakeSlot[];
  /** When the next day of this office opens. */
  nextRelease(office: FakeOffice, channel: string): Date | undefined;
}

export const createSchedule = (clock: FakeClock): Schedule => {
  const made = new Map<string, FakeSlot[]>();
  const lastDay = (office: FakeOffice) =>
    addDays(officeDay(clock(), office.timeZone), office.releaseDays + headStartDays);

  const of = (office: FakeOffice, channel: string, on: string): FakeSlot[] => {
    if (office.status === 'announced' || office.closures[on] !== undefined) return [];
    const key = `${office.id} ${channel} ${on}`;
    let slots = made.get(key);
    if (!slots) {
      const releasesAt = instantOf(`${addDays(on, -office.releaseDays)}T${office.releaseAt}`, office.timeZone);
      const seats = office.hours.filter(({ weekdays }) => weekdays.includes(weekdayOf(on))).map((hours) => hours.seats);
      slots = seats
        .flatMap((hours) => Object.entries(hours))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([at, capacity]) => ({ starts: `${on}T${at}`, minutes: office.slotMinutes, capacity, releasesAt }));
      made.set(key, slots);
    }
    return slots;
  };

  const from: Schedule['from'] = (office, channel, on) => {
    const slots: FakeSlot[] = [];
    const last = lastDay(office);
    for (let day = on; day <= last; day = addDays(day, 1)) slots.push(...of(office, channel, day));
    return slots;
  };

  return {
    of,
    from,
    nextRelease: (office, channel) =>
      from(office, channel, officeDay(clock(), office.timeZone)).find(({ releasesAt }) => releasesAt > clock())
        ?.releasesAt,
  };
};
