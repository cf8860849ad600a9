import type { Office, OfficeSummary } from '@paspor-antrean/contract';
import type { Clock } from '../clock.ts';
import type { Sql } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import { distanceKm } from './distance.ts';
import { isoAt } from './office-time.ts';
import { type OfficeRecord, type OpeningHour, selectHours, selectNextRelease, selectOffices } from './queries.ts';

export type { OfficeRecord, OpeningHour };

/** Offices change a few times a year, so every process keeps them and looks again after this long. */
const freshMs = 5000;

export interface Offices {
  all(): Promise<OfficeRecord[]>;
  /** Refuses OFFICE_UNKNOWN. */
  get(id: string): Promise<OfficeRecord>;
  /** As the public sees it. */
  read(id: string): Promise<Office>;
  hours(id: string): Promise<OpeningHour[]>;
  search(query: { q?: string; near?: string; ids?: string }): Promise<OfficeSummary[]>;
}

/** What was read of the offices, in plain data: it may pass from one connection to the next. */
export interface Directory {
  known?: { at: number; list: OfficeRecord[]; byId: Map<string, OfficeRecord> };
}

export const createOffices = (sql: Sql, clock: Clock, kept: Directory = {}): Offices => {
  let asking: Promise<NonNullable<Directory['known']>> | undefined;

  const load = async () => {
    const list = await selectOffices(sql);
    const read = { at: performance.now(), list, byId: new Map(list.map((office) => [office.id, office])) };
    kept.known = read;
    return read;
  };
  const directory = async () => {
    const { known } = kept;
    if (known && performance.now() - known.at < freshMs) return known;
    asking ??= load().finally(() => {
      asking = undefined;
    });
    // An old directory is better than a wait: only the first caller of a process waits.
    if (!known) return await asking;
    asking.catch(() => {});
    return known;
  };

  const get = async (id: string) => {
    const office = (await directory()).byId.get(id);
    if (!office) throw new Refusal('OFFICE_UNKNOWN');
    return office;
  };

  return {
    get,
    all: async () => (await directory()).list,
    hours: async (id) => await selectHours(sql, (await get(id)).id),

    async read(id) {
      const office = await get(id);
      const at = await selectNextRelease(sql, id, clock());
      const { graceMinutes, releaseDays, releaseAt, host, letters, ...seen } = office;
      return { ...seen, nextReleaseAt: at && isoAt(at, office.timeZone) };
    },

    async search({ q, near, ids }) {
      const wanted = ids?.split(',');
      const words = plain(q ?? '')
        .split(' ')
        .filter(Boolean);
      const from = near?.split(',').map(Number);
      const found = (await directory()).list
        .filter((office) => !wanted || wanted.includes(office.id))
        .filter((office) => {
          const text = plain(`${office.name} ${office.city} ${office.province} ${office.address} ${office.id}`);
          return words.every((word) => text.includes(word));
        })
        .map((office) => summary(office, from && { lat: from[0] ?? 0, lng: from[1] ?? 0 }));
      if (from) found.sort((a, b) => (a.distanceKm ?? Infinity) - (b.distanceKm ?? Infinity));
      return found;
    },
  };
};

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const summary = (office: OfficeRecord, from?: { lat: number; lng: number }): OfficeSummary => {
  const { id, number, name, kind, parentId, city, province, timeZone, location } = office;
  const away = from && location ? { distanceKm: distanceKm(from, location) } : {};
  return { id, number, name, kind, parentId, city, province, timeZone, location, ...away };
};
