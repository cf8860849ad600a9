/**
 * Wall time of an office and instants, both ways. Works for any IANA zone; Indonesia's three have no summer time.
 * `Intl` is slow to make and slow to ask, so formatters and offsets are kept.
 */
const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

const formatter = (timeZone: string): Intl.DateTimeFormat => {
  let made = formatters.get(timeZone);
  if (!made) {
    made = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, made);
  }
  return made;
};

/** `2026-12-01T09:00:00` on the office's wall at `instant`. */
export const wallClock = (instant: Date, timeZone: string): string =>
  new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone) * 60_000).toISOString().slice(0, 19);

/** Minutes east of UTC at an instant. Zones change their offsets on quarters of an hour at most. */
const offsetAt = (at: number, timeZone: string): number => {
  const key = `${timeZone} ${Math.floor(at / 900_000)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const seconds = Math.floor(at / 1000) * 1000;
    offset = Math.round((Date.parse(`${askIntl(new Date(seconds), timeZone)}Z`) - seconds) / 60_000);
    if (offsets.size > 10_000) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
};

const askIntl = (instant: Date, timeZone: string): string => {
  const part = Object.fromEntries(
    formatter(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}`;
};

/** The office's day at `instant`: `2026-12-01`. */
export const officeDay = (instant: Date, timeZone: string): string => wallClock(instant, timeZone).slice(0, 10);

/** The instant at which the office's wall shows `wall` (`2026-12-01T09:00`). */
export const instantOf = (wall: string, timeZone: string): Date => {
  const asUtc = Date.parse(`${wall.length === 10 ? `${wall}T00:00` : wall}Z`);
  return new Date(asUtc - offsetMinutes(asUtc, timeZone) * 60_000);
};

/** Minutes east of UTC at a wall time, given as if it were UTC. Right outside the hour in which clocks are changed. */
const offsetMinutes = (asUtc: number, timeZone: string): number =>
  offsetAt(asUtc - offsetAt(asUtc, timeZone) * 60_000, timeZone);

/** ISO 8601 with the office's own offset: `2026-12-01T09:00:00+07:00`. */
export const isoAt = (instant: Date, timeZone: string): string => {
  const seconds = new Date(Math.floor(instant.getTime() / 1000) * 1000);
  const wall = wallClock(seconds, timeZone);
  const minutes = Math.round((Date.parse(`${wall}Z`) - seconds.getTime()) / 60_000);
  return wall + offsetText(minutes);
};

/** The same of a wall time, without asking `Intl` again. */
export const isoOfWall = (wall: string, timeZone: string): string => {
  const asUtc = Date.parse(`${wall}Z`);
  return `${wall}:00${offsetText(offsetMinutes(asUtc, timeZone))}`;
};

const offsetText = (minutes: number): string => {
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
};

/** `wall` plus minutes, staying on the wall. */
export const addMinutes = (wall: string, minutes: number): string =>
  new Date(Date.parse(`${wall}Z`) + minutes * 60_000).toISOString().slice(0, 16);

/** `day` plus days: `2026-12-01`, 1 → `2026-12-02`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
