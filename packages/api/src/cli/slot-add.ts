import type { Sql } from '../db/connect.ts';
import { addDays, addMinutes, instantOf, officeDay, wallClock } from '../offices/office-time.ts';
import { databaseNow } from '../seed/office-queries.ts';
import { CannotDo, type Command, counted, done, refused } from './command.ts';
import { withDatabase } from './settings.ts';

const defaults = { seats: 10, minutes: 60 };

export const slotAdd: Command = {
  name: 'slot add',
  does: 'opens a slot beside the schedule at once: a Saturday, an evening, one more hour',
  takes: '<office> [start]',
  count: [1, 2],
  options: {
    seats: { type: 'string', default: String(defaults.seats), says: `1 to 10000 (default ${defaults.seats})` },
    minutes: { type: 'string', default: String(defaults.minutes), says: `5 to 600 (default ${defaults.minutes})` },
    channel: { type: 'string', says: 'whose seats they are (default: the one that is booked online)' },
  },
  more: `The start is the office's wall time, 2026-12-05T09:00; without one it is the next full hour of today. The day has to be
one that has opened already: what comes later belongs into the schedule. A slot that is there stays as it is.`,
  run: ({ env, args: [office = '', start], options }) => {
    const seats = wholeNumber('--seats', options.seats, 1, 10_000);
    const minutes = wholeNumber('--minutes', options.minutes, 5, 600);
    return withDatabase(env, async (sql) => {
      const now = await databaseNow(sql);
      const place = await placeOf(sql, office, options.channel);
      const starts = start ?? nextHour(now, place.timeZone);
      await checkStart(sql, place, starts, minutes, now);
      const added = await sql`
        insert into slot (office_id, channel, starts, minutes, capacity, releases_at)
        values (${office}, ${place.channel}, ${starts}::timestamp, ${minutes}, ${seats}, ${now})
        on conflict do nothing returning 1`;
      const slot = { office, channel: place.channel, slot: starts, minutes, seats };
      if (added.length === 0) return refused(slot, `${office} has a slot at ${starts} already; it stays as it is.`);
      return done(slot, `${office}: ${counted(seats, 'seat')} at ${starts}, channel ${place.channel}, open now.`);
    });
  },
};

interface Place {
  office: string;
  timeZone: string;
  channel: string;
  releaseDays: number;
  releaseAt: string;
}

const placeOf = async (sql: Sql, office: string, wish: unknown): Promise<Place> => {
  const [found] = await sql<(Place & { status: string; channels: string[] })[]>`
    select office_id as office, time_zone as "timeZone", status, release_days as "releaseDays",
      to_char(release_at, 'HH24:MI') as "releaseAt",
      services -> 0 ->> 'channel' as channel,
      (select json_agg(c.channel order by c.channel) from channel c where c.office_id = o.office_id) as channels
    from office o where office_id = ${office}`;
  if (!found) throw new CannotDo(`No such office: ${office}. \`office list\` lists them.`);
  if (found.status === 'announced') throw new CannotDo(`${office} takes no bookings yet.`);
  const channel = String(wish ?? found.channel);
  if (!found.channels.includes(channel)) throw new CannotDo(`--channel takes one of ${found.channels.join(', ')}.`);
  return { ...found, channel };
};

const nextHour = (now: Date, timeZone: string): string => {
  const next = addMinutes(`${wallClock(now, timeZone).slice(0, 13)}:00`, 60);
  if (next.slice(0, 10) === officeDay(now, timeZone)) return next;
  throw new CannotDo('Today has no full hour left at this office; name a start.');
};

const isWallTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}Z`)) && addMinutes(text, 0) === text;

const checkStart = async (sql: Sql, place: Place, starts: string, minutes: number, now: Date) => {
  const { office, timeZone, releaseDays, releaseAt } = place;
  if (!isWallTime(starts)) throw new CannotDo('The start is a wall time of the office, such as 2026-12-05T09:00.');
  if (instantOf(starts, timeZone) <= now) throw new CannotDo(`${starts} has begun at this office.`);
  const on = starts.slice(0, 10);
  if (addMinutes(starts, minutes - 1).slice(0, 10) !== on)
    throw new CannotDo('A slot ends on the day on which it starts.');
  const [day] = await sql<[{ closure: string | null; isToOpen: boolean }]>`
    select (select reason from closure where office_id = ${office} and on_day = ${on}::date) as closure,
      exists (select from slot where office_id = ${office} and releases_at > ${now}
        and starts >= ${on}::date and starts < ${on}::date + 1) as "isToOpen"`;
  if (day.closure) throw new CannotDo(`${office} is closed on ${on}: ${day.closure}.`);
  if (day.isToOpen || instantOf(`${addDays(on, -releaseDays)}T${releaseAt}`, timeZone) > now)
    throw new CannotDo(`${on} has not opened yet: put its hours into the schedule, by \`office import\`.`);
};

const wholeNumber = (name: string, value: unknown, least: number, most: number): number => {
  if (/^\d{1,5}$/.test(String(value)) && Number(value) >= least && Number(value) <= most) return Number(value);
  throw new CannotDo(`${name} takes a whole number from ${least} to ${most}.`);
};
