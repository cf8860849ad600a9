/** Days and hours by the clock on the office's wall, from any device zone. */
export interface Format {
  /** "Selasa, 1 Desember 2026" */
  day(at: Date): string;
  /** "09.00 WIB" */
  time(at: Date): string;
  /** "09.00" */
  clock(at: Date): string;
  /** Day and hour of a slot by its name, which is the office's own time already. */
  slot(name: string): readonly [day: string, time: string];
}

const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

const hours = { hour: '2-digit', minute: '2-digit' } as const;
const made = new Map<string, Intl.DateTimeFormat>();

const formatter = (locale: string, timeZone: string, options: Intl.DateTimeFormatOptions) => {
  const key = `${locale} ${timeZone} ${options.weekday}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  made.set(key, format);
  return format;
};

export const createFormat = (locale: string, timeZone: string): Format => {
  const clock = (at: Date) => formatter(locale, timeZone, hours).format(at);
  const zone = zoneNames[timeZone] ?? timeZone;
  const day = (at: Date, where: string) =>
    formatter(locale, where, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  return {
    day: (at) => day(at, timeZone),
    time: (at) => `${clock(at)} ${zone}`,
    clock,
    slot: (name) => {
      // It carries no zone, so that it is read and printed in one and the same.
      const at = new Date(`${name}:00Z`);
      return [day(at, 'UTC'), `${formatter(locale, 'UTC', hours).format(at)} ${zone}`];
    },
  };
};
