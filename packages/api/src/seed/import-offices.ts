import type { Sql } from '../db/connect.ts';
import { openSlots } from '../offices/open-slots.ts';
import type { OfficeFiles } from './office-files.ts';
import {
  countBooked,
  databaseNow,
  dropUnopened,
  putOffices,
  selectInUse,
  selectOfficesWhole,
} from './office-queries.ts';
import { gather, type OfficeWhole, spread } from './office-records.ts';

export interface Imported {
  added: string[];
  changed: string[];
  unchanged: number;
  /** In the database, but not in the files; they stay as they are. */
  untouched: string[];
  slots: number;
}

/** Well-formed files that say what may not be; nothing was written. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
  readonly faults: string[];
  constructor(faults: string[]) {
    super('These files would break what people hold');
    this.faults = faults;
  }
}

export const lockOffices = async (sql: Sql) => {
  await sql`select pg_advisory_xact_lock(${0x70617371})`;
};

/** Makes the database say what the files say. Runs in a transaction of the caller's: all of it, or nothing. */
export const importOffices = async (tx: Sql, files: OfficeFiles, { force = false } = {}): Promise<Imported> => {
  await lockOffices(tx);
  const before = new Map((await selectOfficesWhole(tx)).map(({ isSimple, ...office }) => [office.id, office]));
  const offices = spread(files);
  const inUse = new Set(await selectInUse(tx, [...before.keys()]));
  const faults = offices.flatMap((office) => neverChanges(office, before, inUse));
  if (!force) faults.push(...(await stranded(tx, offices, before)));
  if (faults.length > 0) throw new ImportRefused(faults);
  const added = offices.filter(({ id }) => !before.has(id));
  const changed = offices.filter((office) => before.has(office.id) && !alike(office, before.get(office.id)));
  const touched = [...added, ...changed];
  const reshaped = changed.filter((office) => !alike(shapeOf(office), shapeOf(before.get(office.id))));
  if (touched.length > 0) await putOffices(tx, touched);
  if (reshaped.length > 0)
    await dropUnopened(
      tx,
      reshaped.map(({ id }) => id),
    );
  const ids = new Set(offices.map(({ id }) => id));
  return {
    added: added.map(({ id }) => id),
    changed: changed.map(({ id }) => id),
    unchanged: offices.length - touched.length,
    untouched: [...before.keys()].filter((id) => !ids.has(id)),
    slots: await openSlots(tx, await databaseNow(tx)),
  };
};

/** The offices of the database as files; `tooRich` names those of which files cannot say all. */
export const exportOffices = async (sql: Sql): Promise<{ files: OfficeFiles; tooRich: string[] }> => {
  const all = await selectOfficesWhole(sql);
  const tooRich = all.filter(({ isSimple }) => !isSimple).map(({ id }) => id);
  return { files: gather(all.map(({ isSimple, ...office }) => office)), tooRich };
};

/** What tokens and queue codes carry, and by what the times of slots are read. */
const neverChanges = (
  office: OfficeWhole,
  before: ReadonlyMap<string, OfficeWhole>,
  inUse: ReadonlySet<string>,
): string[] => {
  const known = before.get(office.id);
  const faults: string[] = [];
  for (const other of before.values())
    if (other.id !== office.id && other.number === office.number)
      faults.push(`${office.id}: number ${office.number} is that of ${other.id}`);
  if (!known) return faults;
  if (known.number !== office.number) faults.push(`${office.id}: its number is ${known.number} and never changes`);
  const { channel, counterChannels } = office.policy;
  const { id, letter } = known.policy.channel;
  if (id !== channel.id || letter !== channel.letter)
    faults.push(`${office.id}: its channel is ${id} with letter ${letter} and never changes`);
  for (const { id, letter } of known.policy.counterChannels)
    if (!counterChannels.some((kept) => kept.id === id && kept.letter === letter))
      faults.push(`${office.id}: its counter channel ${id} with letter ${letter} stays; without seats it is closed`);
  if (known.timeZone !== office.timeZone && inUse.has(office.id))
    faults.push(`${office.id}: its time zone is ${known.timeZone} and never changes once there are slots`);
  return faults;
};

/** New holidays on days for which people are booked. */
const stranded = async (
  tx: Sql,
  offices: readonly OfficeWhole[],
  before: ReadonlyMap<string, OfficeWhole>,
): Promise<string[]> => {
  const days = offices.flatMap(({ id, closures }) => {
    const known = new Set(before.get(id)?.closures.map(({ on }) => on));
    return closures.filter(({ on }) => !known.has(on)).map(({ on }) => ({ office: id, on }));
  });
  return (await countBooked(tx, days)).map(
    ({ office, on, bookings }) => `${office}: ${on} is a new holiday, with live bookings: ${bookings}`,
  );
};

/** What slots are made from; a new phone number leaves them alone. */
const shapeOf = (office: OfficeWhole | undefined) =>
  office && [
    office.status,
    office.timeZone,
    office.openings,
    office.closures,
    office.policy.release,
    office.policy.slotMinutes,
  ];

const alike = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** Neither the order of keys nor that of hours and days says anything. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const items = value.map(sorted);
    const isRecords = items.every((item) => typeof item === 'object');
    return isRecords ? items.map((item) => JSON.stringify(item)).sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};
