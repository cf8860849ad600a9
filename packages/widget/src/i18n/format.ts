/**
 * Dates, hours and money in one language. Days and hours are read from the office's own wall time, as the API writes
 * it (`2026-12-01T09:00:00+07:00`), and never pass through the device's time zone.
 */
export interface Format {
  /** `2026-12-01…` → "Selasa, 1 Desember 2026" */
  day(on: string): string;
  /** `1990-05-12` → "12 Mei 1990" */
  date(on: string): string;
  /** `2026-12-01…` → "Sel, 1 Des" */
  brief(on: string): string;
  /** `2026-12…` → "Desember 2026" */
  month(on: string): string;
  /** Monday first. */
  weekdays(): readonly { readonly short: string; readonly long: string }[];
  /** "09.00–10.00 WIB" */
  hours(slot: { readonly startsAt: string; readonly endsAt: string }): string;
  /** "08.00 WIB" */
  time(instant: string): string;
  money(rupiah: number): string;
}

/** WIB, WITA and WIT have no summer time, so that the offset names the zone. */
export const zoneOf = (instant: string): string =>
  ({ '+07:00': 'WIB', '+08:00': 'WITA', '+09:00': 'WIT' })[instant.slice(-6)] ?? instant.slice(-6);

/** Of several locales the first that the browser knows is taken. */
export const createFormat = (locale: string | string[], hourMark: string, thousandsMark: string): Format => {
  const made = new Map<string, Intl.DateTimeFormat>();
  // Making an Intl formatter costs tens of milliseconds on a cheap phone: once each, and not before it is needed.
  const print = (on: string, options: Intl.DateTimeFormatOptions) => {
    const key = JSON.stringify(options);
    const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    made.set(key, format);
    return format.format(new Date(`${`${on}-01`.slice(0, 10)}T00:00:00Z`));
  };
  const clock = (instant: string) => instant.slice(11, 16).replace(':', hourMark);
  return {
    day: (on) => print(on, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    brief: (on) => print(on, { weekday: 'short', day: 'numeric', month: 'short' }),
    date: (on) => print(on, { day: 'numeric', month: 'long', year: 'numeric' }),
    month: (on) => print(on.slice(0, 7), { month: 'long', year: 'numeric' }),
    weekdays: () =>
      // 1 to 7 January 2024 run from Monday to Sunday.
      [1, 2, 3, 4, 5, 6, 7].map((day) => ({
        short: print(`2024-01-0${day}`, { weekday: 'short' }),
        long: print(`2024-01-0${day}`, { weekday: 'long' }),
      })),
    hours: ({ startsAt, endsAt }) => `${clock(startsAt)}–${clock(endsAt)} ${zoneOf(startsAt)}`,
    time: (instant) => `${clock(instant)} ${zoneOf(instant)}`,
    money: (rupiah) => `Rp${String(rupiah).replace(/\B(?=(\d{3})+$)/g, thousandsMark)}`,
  };
};
