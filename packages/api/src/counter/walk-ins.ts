import type { Received, Visit } from '@paspor-antrean/contract';
import { takeCounterSeat } from '../booking/walk-ins.ts';
import { repeatable } from '../db/retry.ts';
import type { Deps } from '../deps.ts';
import { readVisit } from './arrivals.ts';
import type { Actor } from './queries/audit.ts';
import { selectVisits } from './queries/read-visits.ts';
import { recordArrivals } from './queries/record-arrivals.ts';

/**
 * A seat for someone who stands at the counter, and their arrival. `created` is false for one who has one already.
 * Refuses SERVICE_NOT_OFFERED, SLOT_FULL, NIK_ALREADY_BOOKED, RATE_LIMITED.
 */
export const admitWalkIn = async (
  deps: Deps,
  officeId: string,
  actor: Actor,
  wish: Pick<Received<'admitWalkIn'>, 'channel' | 'service' | 'nik'>,
): Promise<{ visit: Visit; created: boolean }> => {
  const office = await deps.offices.get(officeId);
  const { id, created } = await takeCounterSeat(deps, office, wish);
  const [row] = await selectVisits(deps.sql, office.id, [id]);
  // Also of a seat whose arrival was lost with the process that took it.
  if (row?.applicants.some(({ status }) => status === 'booked')) {
    const now = deps.clock();
    const arrival = {
      booking: id,
      version: row.version,
      numbers: null,
      device: null,
      sequence: null,
      at: now.toISOString(),
      refusal: null,
    };
    await repeatable(() => recordArrivals(deps.sql, office.id, actor, [arrival], now, 'walk-in'));
  }
  return { visit: await readVisit(deps, office, id), created };
};
