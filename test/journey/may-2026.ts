import type { Availability, AvailabilityDay } from '@paspor-antrean/client';
import { addDays, weekday } from '../../packages/widget/src/days.ts';

const first = '2026-05-04';
const slotAt = (on: string, hour: string, remaining: number) => ({
  slot: `${on}T${hour}:00`,
  startsAt: `${on}T${hour}:00:00+07:00`,
  endsAt: `${on}T${String(Number(hour) + 1).padStart(2, '0')}:00:00+07:00`,
  remaining,
});

const dayOf = (on: string): AvailabilityDay => {
  const closed = { on, remaining: 0, slots: [] };
  if (weekday(on) > 4) return { ...closed, status: 'closed', reason: 'weekend' };
  if (on === '2026-05-14') return { ...closed, status: 'holiday', reason: 'Kenaikan Yesus Kristus' };
  if (on === '2026-05-05') return { ...closed, status: 'full', slots: [slotAt(on, '09', 0)] };
  if (on > '2026-06-12') return { ...closed, status: 'not-released', releasesAt: '2026-05-15T08:00:00+07:00' };
  return { on, status: 'open', remaining: 3, slots: [slotAt(on, '08', 1), slotAt(on, '09', 2)] };
};

/** Fifty days from Monday 4 May 2026, with a day of every kind: an answer that stands still, for what is spoken of it. */
export const may2026: Pick<Availability, 'asOf' | 'earliest' | 'nextReleaseAt' | 'days'> = {
  asOf: `${first}T07:00:00+07:00`,
  earliest: slotAt(first, '08', 1),
  nextReleaseAt: '2026-05-15T08:00:00+07:00',
  days: Array.from({ length: 50 }, (_, at) => dayOf(addDays(first, at))),
};
