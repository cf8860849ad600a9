import type { OfficeFiles } from './office-files.ts';

type Entry = OfficeFiles['offices'][number];
type Services = NonNullable<Entry['services']>;

/** One office with all that is its own: what the tables hold of it, and what the files say of it once spread out. */
export interface OfficeWhole extends Omit<Entry, 'schedule' | 'policy' | 'services' | 'notice'> {
  notice: string | null;
  policy: OfficeFiles['policy'];
  services: { id: string; channel: string; passportTypes: Services['passportTypes']; documents: string[] }[];
  openings: { channel: string; weekday: number; starts: string; capacity: number }[];
  closures: { on: string; reason: string; source: string }[];
}

/** The files, spread out: nothing is said once for all any more. */
export const spread = (files: OfficeFiles): OfficeWhole[] =>
  files.offices.map(({ schedule, policy: own, services: ownServices, notice = null, ...office }) => {
    const policy = { ...files.policy, ...own };
    const { passportTypes, documents } = ownServices ?? files.services;
    const { channel } = policy;
    return {
      ...office,
      notice,
      policy,
      services: channel.services.map((id: string) => ({
        id,
        channel: channel.id,
        passportTypes,
        documents: documents[id] ?? [],
      })),
      openings: (files.schedules[schedule] ?? []).flatMap(({ weekdays, slots, counter }) =>
        Object.entries({ [channel.id]: slots, ...counter }).flatMap(([channel, seats]) =>
          weekdays.flatMap((weekday) =>
            Object.entries(seats).map(([starts, capacity]) => ({ channel, weekday, starts, capacity })),
          ),
        ),
      ),
      closures: files.holidays
        .filter(({ offices }) => !offices || offices.includes(office.id))
        .map(({ on, name, source }) => ({ on, reason: name, source })),
    };
  });

/** The same said as few times as it can be: what most offices have in common stands in the files for all. */
export const gather = (offices: readonly OfficeWhole[]): OfficeFiles => {
  const policy = commonPolicy(offices.map((office) => office.policy));
  const services = commonest(offices.map(servicesOf)) ?? { passportTypes: [], documents: {} };
  const schedules: OfficeFiles['schedules'] = {};
  const named = new Map<string, string>();
  const entries = offices.map((whole): Entry => {
    const { policy: own, services: _, openings, closures: __, notice, ...office } = whole;
    const hours = hoursOf(openings, own.channel.id);
    const name = named.get(JSON.stringify(hours)) ?? office.id;
    named.set(JSON.stringify(hours), name);
    schedules[name] = hours;
    const differing = Object.entries(own).filter(([key, value]) => !same(value, policy[key as keyof typeof policy]));
    return {
      ...office,
      schedule: name,
      ...(notice !== null && { notice }),
      ...(differing.length > 0 && { policy: Object.fromEntries(differing) }),
      ...(!same(servicesOf(whole), services) && { services: servicesOf(whole) }),
    };
  });
  return { offices: entries, schedules, holidays: holidaysOf(offices), services, policy };
};

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const commonest = <T>(values: readonly T[]): T | undefined => {
  const seen = new Map<string, { value: T; count: number }>();
  for (const value of values) {
    const key = JSON.stringify(value);
    seen.set(key, { value, count: (seen.get(key)?.count ?? 0) + 1 });
  }
  return [...seen.values()].sort((a, b) => b.count - a.count)[0]?.value;
};

/** Each rule by itself: an office that differs in one still follows the others. */
const commonPolicy = (policies: readonly OfficeFiles['policy'][]): OfficeFiles['policy'] => {
  const names = Object.keys(policies[0] ?? {}) as (keyof OfficeFiles['policy'])[];
  const entries = names.map((name) => [name, commonest(policies.map((policy) => policy[name]))]);
  return Object.fromEntries(entries) as OfficeFiles['policy'];
};

const servicesOf = ({ services }: OfficeWhole): Services => ({
  passportTypes: services[0]?.passportTypes ?? [],
  documents: Object.fromEntries(services.map(({ id, documents }) => [id, documents])),
});

type Hours = OfficeFiles['schedules'][string];

/** Weekdays with the same hours stand together. */
const hoursOf = (openings: OfficeWhole['openings'], online: string): Hours => {
  const days = new Map<string, Hours[number]>();
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const seats: Record<string, Record<string, number>> = {};
    for (const { channel, starts, capacity } of openings.filter((opening) => opening.weekday === weekday))
      seats[channel] = { ...seats[channel], [starts]: capacity };
    const { [online]: slots = {}, ...counter } = seats;
    const key = JSON.stringify([slots, counter]);
    const known = days.get(key);
    if (known) known.weekdays.push(weekday);
    else if (Object.keys(seats).length > 0)
      days.set(key, { weekdays: [weekday], slots, ...(Object.keys(counter).length > 0 && { counter }) });
  }
  return [...days.values()];
};

const holidaysOf = (offices: readonly OfficeWhole[]): OfficeFiles['holidays'] => {
  const found = new Map<string, { closure: OfficeWhole['closures'][number]; ids: string[] }>();
  for (const { id, closures } of offices) {
    for (const closure of closures) {
      const key = JSON.stringify([closure.on, closure.reason, closure.source]);
      const known = found.get(key) ?? { closure, ids: [] };
      known.ids.push(id);
      found.set(key, known);
    }
  }
  return [...found.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { closure, ids }]) => ({
      on: closure.on,
      name: closure.reason,
      source: closure.source,
      ...(ids.length < offices.length && { offices: ids }),
    }));
};
