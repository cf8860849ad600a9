import type { Lang } from './words.ts';

const locales: Record<Lang, string> = { id: 'id-ID', en: 'en-GB' };
const marks: Record<Lang, { hour: string; thousands: string; decimal: string }> = {
  id: { hour: '.', thousands: '.', decimal: ',' },
  en: { hour: ':', thousands: ',', decimal: '.' },
};
const zones: Record<string, { short: string; id: string; en: string }> = {
  '+07:00': { short: 'WIB', id: 'Waktu Indonesia Barat (WIB, UTC+7)', en: 'Western Indonesia Time (WIB, UTC+7)' },
  '+08:00': { short: 'WITA', id: 'Waktu Indonesia Tengah (WITA, UTC+8)', en: 'Central Indonesia Time (WITA, UTC+8)' },
  '+09:00': { short: 'WIT', id: 'Waktu Indonesia Timur (WIT, UTC+9)', en: 'Eastern Indonesia Time (WIT, UTC+9)' },
};

/** WIB, WITA and WIT have no summer time, so that the offset names the zone. */
const offsetOf = (instant: string) => instant.slice(-6);
export const zoneOf = (instant: string): string => zones[offsetOf(instant)]?.short ?? `UTC${offsetOf(instant)}`;
export const zoneName = (instant: string, lang: Lang): string => zones[offsetOf(instant)]?.[lang] ?? zoneOf(instant);

/** "08.00", from `08:00` or from the wall time inside an instant. */
export const clock = (time: string, lang: Lang): string =>
  (time.includes('T') ? time.slice(11, 16) : time).replace(':', marks[lang].hour);

const formatters = new Map<string, Intl.DateTimeFormat>();

const print = (day: string, lang: Lang, options: Intl.DateTimeFormatOptions): string => {
  const key = lang + JSON.stringify(options);
  const format = formatters.get(key) ?? new Intl.DateTimeFormat(locales[lang], { ...options, timeZone: 'UTC' });
  formatters.set(key, format);
  return format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
};

/** "Senin, 23 November 2026", of the office's own day, as the API writes it. */
export const dayText = (day: string, lang: Lang): string =>
  print(day, lang, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** ISO weekday to its name: 1 → "Senin". 1 to 7 January 2024 run from Monday to Sunday. */
export const weekdayText = (weekday: number, lang: Lang): string =>
  print(`2024-01-0${weekday}`, lang, { weekday: 'long' });

/** "pukul 08.00–09.00 WIB" */
export const slotText = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }, lang: Lang): string =>
  `${lang === 'id' ? 'pukul ' : ''}${clock(startsAt, lang)}–${clock(endsAt, lang)} ${zoneOf(startsAt)}`;

/** "Senin, 23 November 2026, pukul 08.00 WIB" */
export const instantText = (instant: string, lang: Lang): string =>
  `${dayText(instant, lang)}, ${lang === 'id' ? 'pukul ' : ''}${clock(instant, lang)} ${zoneOf(instant)}`;

export const money = (rupiah: number, lang: Lang): string =>
  `Rp${String(rupiah).replace(/\B(?=(\d{3})+$)/g, marks[lang].thousands)}`;

export const distanceText = (km: number, lang: Lang): string => `${String(km).replace('.', marks[lang].decimal)} km`;
