import type { Availability } from '@paspor-antrean/contract';
import { readAvailability } from '../availability/availability.ts';
import type { Deps } from '../deps.ts';
import { errorFields } from '../http/log.ts';
import { nearestTo } from '../offices/distance.ts';
import { isoAt } from '../offices/office-time.ts';
import type { OfficeRecord } from '../offices/offices.ts';
import { type DayGroup, weekOf } from './hours.ts';

export type FactsDeps = Pick<Deps, 'sql' | 'clock' | 'offices' | 'log'>;

export interface OfficeFacts {
  office: OfficeRecord;
  /** The office's own time, for its offset. */
  now: string;
  week: DayGroup[];
  /** Undefined: it could not be read just now. The rest of the page is worth having without it. */
  availability: Availability | undefined;
  /** Only where renewals have seats of their own. */
  renewal: Availability | undefined;
  near: { id: string; name: string; city: string; distanceKm: number | null }[];
}

/** Slots are made this far beyond the days that are open, so the day that opens next is among them. */
const daysBeyond = 14;

/** What a person may want to know of an office. Refuses OFFICE_UNKNOWN. */
export const readFacts = async (deps: FactsDeps, id: string): Promise<OfficeFacts> => {
  const office = await deps.offices.get(id);
  const [first, second] = office.services;
  const days = Math.min(60, office.releaseDays + daysBeyond);
  const times = (service: typeof first) =>
    service && readAvailability(deps, { office: id, service: service.id, days, party: 1 });
  const ownSeats = first && second && first.channel !== second.channel ? second : undefined;
  const orNothing = <T>(asked: Promise<T> | undefined) =>
    asked?.catch((error: unknown) => {
      deps.log({ level: 'error', event: 'failure', route: 'officePage', ...errorFields(error) });
      return undefined;
    });
  const [hours, availability, renewal, all] = await Promise.all([
    orNothing(deps.offices.hours(id)),
    orNothing(times(first)),
    orNothing(times(ownSeats)),
    deps.offices.all(),
  ]);
  return {
    office,
    now: isoAt(deps.clock(), office.timeZone),
    week: weekOf(hours ?? []),
    availability,
    renewal,
    near: nearby(office, all),
  };
};

/** The nearest offices; for one whose place is not known, those of its province. */
const nearby = (office: OfficeRecord, all: readonly OfficeRecord[]): OfficeFacts['near'] => {
  const byId = new Map(all.map((other) => [other.id, other]));
  const near = nearestTo(office, all).slice(0, 4);
  if (near.length === 0) {
    return all
      .filter(({ id, province }) => id !== office.id && province === office.province)
      .map(({ id, name, city }) => ({ id, name, city, distanceKm: null }));
  }
  return near.flatMap(({ id, distanceKm }) => {
    const found = byId.get(id);
    return found ? [{ id, name: found.name, city: found.city, distanceKm }] : [];
  });
};
