/** Days and hours by the clock on the office's wall, from any device zone. */
export interface Format {
  /** "Selasa, 1 Desember 2026" */
  day(at: Date): string;
  /** "09.00 WIB" */
  time(at: Date): string;
  /** "09.00" */
  clock(at: Date): string;
}

const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

const made = new Map<string, Intl.DateTimeFormat>();

const formatter = (locale: string, timeZone: string, options: Intl.DateTimeFormatOptions) => {
  const key = `${locale} ${timeZone} ${options.weekday}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  made.set(key, format);
  return format;
};

export const createFormat = (locale: string, timeZone: string): Format => {
  const clock = (at: Date) => formatter(locale, timeZone, { hour: '2-digit', minute: '2-digit' }).format(at);
  return {
    day: (at) =>
      formatter(locale, timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at),
    time: (at) => `${clock(at)} ${zoneNames[timeZone] ?? timeZone}`,
    clock,
  };
};

/** What a slot's name says, as an instant that prints the same in UTC: it carries no zone of its own. */
export const ofSlot = (slot: string): Date => new Date(`${slot}:00Z`);
