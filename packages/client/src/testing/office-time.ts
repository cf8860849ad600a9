/** Wall time of an office and instants, both ways, for any IANA zone. `Intl` is slow, so offsets are kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Minutes east of UTC at an instant. */
const offsetAt = (at: number, timeZone: string): number => {
  const key = `${timeZone} ${Math.floor(at / (15 * minuteMs))}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    let formatter = formatters.get(timeZone);
    if (!formatter) {
      formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
      formatters.set(timeZone, formatter);
    }
    const name = formatter.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = 0, minutes = 0] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
    offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    offsets.set(key, offset);
  }
  return offset;
};

const isoLocal = (at: number) => new Date(at).toISOString();

/** `2026-12-01T09:00:00` on the office's wall at `instant`. */
export const wallClock = (instant: Date, timeZone: string): string =>
  isoLocal(instant.getTime() + offsetAt(instant.getTime(), timeZone) * minuteMs).slice(0, 19);

/** The office's day at `instant`: `2026-12-01`. */
export const officeDay = (instant: Date, timeZone: string): string => wallClock(instant, timeZone).slice(0, 10);

/** The instant at which the office's wall shows `wall` (`2026-12-01T09:00`; a day: its midnight). */
export const instantOf = (wall: string, timeZone: string): Date => {
  const asUtc = Date.parse(`${wall.length === 10 ? `${wall}T00:00` : wall}Z`);
  const guess = asUtc - offsetAt(asUtc, timeZone) * minuteMs;
  return new Date(asUtc - offsetAt(guess, timeZone) * minuteMs);
};

/** ISO 8601 with the office's own offset: `2026-12-01T09:00:00+07:00`. */
export const isoAt = (instant: Date, timeZone: string): string => {
  const minutes = offsetAt(instant.getTime(), timeZone);
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  return `${wallClock(instant, timeZone)}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
};

/** `wall` plus minutes, staying on the wall. */
export const addMinutes = (wall: string, minutes: number): string =>
  isoLocal(Date.parse(`${wall}Z`) + minutes * minuteMs).slice(0, 16);

/** `day` plus days: `2026-12-01`, 1 → `2026-12-02`. */
export const addDays = (day: string, days: number): string =>
  isoLocal(Date.parse(`${day}T00:00Z`) + days * dayMs).slice(0, 10);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00Z`).getUTCDay() || 7;
