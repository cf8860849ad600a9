import type { Availability, AvailabilityDay } from '@paspor-antrean/client';
import type { Strings } from '../i18n/strings.ts';

export const hasRoom = (day: AvailabilityDay | undefined, party: number): boolean =>
  day?.status === 'open' && day.slots.some(({ remaining }) => remaining >= party);

export const nextFreeDay = (availability: Availability, after: string, party: number): AvailabilityDay | undefined =>
  availability.days.find((day) => day.on > after && hasRoom(day, party));

/** Why a day cannot be taken, as a sentence. */
export const whyNot = (day: AvailabilityDay | undefined, t: Strings): string => {
  const { time, format } = t;
  switch (day?.status) {
    case 'open':
    case 'full':
      return time.fullDay(undefined);
    case 'holiday':
      return time.holiday(day.reason ?? time.cell.holiday);
    case 'closed':
      return time.closed[(day.reason ?? 'other') as keyof typeof time.closed] ?? time.closed.other;
    case 'not-released':
      return time.notReleased(
        day.releasesAt && format.day(day.releasesAt),
        day.releasesAt && format.time(day.releasesAt),
      );
    default:
      return time.notOffered;
  }
};

/** A day spoken whole: "Senin, 4 Mei 2026, 3 tempat tersisa". */
const isFull = (day: AvailabilityDay | undefined) => day?.status === 'full' || day?.status === 'open';

/** A day spoken whole: "Senin, 4 Mei 2026, sisa 3 tempat", "…, penuh", "…, Kantor tutup: Hari Raya Natal." */
export const dayName = (day: AvailabilityDay | undefined, on: string, party: number, t: Strings): string => {
  const words = hasRoom(day, party)
    ? t.time.left(day?.remaining ?? 0)
    : isFull(day)
      ? t.time.cell.full
      : whyNot(day, t);
  return `${t.format.day(on)}, ${words}`;
};

/** The same in a word that fits under a number. */
export const dayMark = (day: AvailabilityDay | undefined, party: number, t: Strings): string => {
  const { cell } = t.time;
  if (hasRoom(day, party)) return String(day?.remaining);
  switch (day?.status) {
    case 'open':
    case 'full':
      return cell.full;
    case 'holiday':
      return cell.holiday;
    case 'closed':
      return cell.closed;
    case 'not-released':
      return cell.later;
    default:
      return '–';
  }
};
