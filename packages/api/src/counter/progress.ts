import type { Visit } from '@paspor-antrean/contract';
import { uuidOf } from '../booking/codes.ts';
import { repeatable } from '../db/retry.ts';
import type { Deps } from '../deps.ts';
import { isoAt, isoOfWall, officeDay } from '../offices/office-time.ts';
import type { OfficeRecord } from '../offices/offices.ts';
import { Refusal } from '../refusal.ts';
import { codeOf, presentWhole } from './present.ts';
import type { Actor } from './queries/audit.ts';
import { progress, type Step } from './queries/progress.ts';
import { selectVisits, type VisitorRow, type VisitRow } from './queries/read-visits.ts';

const tries = 10;

interface Asked {
  queueCodes?: readonly string[] | undefined;
  booth?: string | undefined;
}

/** To whom a step can happen when nobody is named, and who has it behind them already. */
const steps: Record<
  Step,
  { open: (status: VisitorRow['status']) => boolean; done: (person: VisitorRow, booth: string | null) => boolean }
> = {
  called: { open: (status) => status === 'arrived', done: () => false },
  served: { open: (status) => status === 'arrived', done: ({ status }) => status === 'served' },
  missed: { open: (status) => status === 'booked' || status === 'arrived', done: ({ status }) => status === 'missed' },
};

/**
 * Calls, serves or marks as missed. Again is no error. Refuses BOOKING_UNKNOWN, BOOKING_CANCELLED, WRONG_DAY before the
 * day, NOT_ARRIVED, ALREADY_SERVED, ALREADY_CALLED by another booth.
 */
export const takeStep = async (
  deps: Deps,
  officeId: string,
  actor: Actor,
  id: string,
  step: Step,
  { queueCodes, booth = undefined }: Asked,
): Promise<Visit> => {
  const office = await deps.offices.get(officeId);
  const place = booth ?? null;
  for (let attempt = 0; attempt < tries; attempt++) {
    const [row] = await selectVisits(deps.sql, office.id, [uuidOf(id)]);
    if (!row) throw new Refusal('BOOKING_UNKNOWN');
    const people = peopleOf(office, row, step, queueCodes);
    if (officeDay(deps.clock(), office.timeZone) < row.starts.slice(0, 10)) {
      throw new Refusal('WRONG_DAY', { startsAt: isoOfWall(row.starts, office.timeZone) });
    }
    const going = people.filter((person) => !steps[step].done(person, place));
    for (const person of going) checkMay(office, person, step, place);
    if (going.length === 0) return await presentWhole(deps, office, row);
    const positions = going.map(({ position }) => position);
    const request = { office: office.id, booking: row.id, version: row.version, positions, step, booth: place };
    const count = await repeatable(() => progress(deps.sql, actor, request, deps.clock()));
    if (count < positions.length) continue;
    const [after] = await selectVisits(deps.sql, office.id, [row.id]);
    return await presentWhole(deps, office, after ?? row);
  }
  throw new Refusal('OVERLOADED', { retryAfterSeconds: 1 });
};

const peopleOf = (office: OfficeRecord, row: VisitRow, step: Step, queueCodes: Asked['queueCodes']): VisitorRow[] => {
  const live = row.applicants.filter(({ status }) => status !== 'cancelled');
  if (live.length === 0) throw new Refusal('BOOKING_CANCELLED');
  if (!queueCodes) {
    const open = live.filter(({ status }) => steps[step].open(status));
    return open.length > 0 ? open : live;
  }
  const named = row.applicants.filter((person) => queueCodes.includes(codeOf(office, row.channel, person)));
  if (named.length < new Set(queueCodes).size) throw new Refusal('BOOKING_UNKNOWN');
  if (named.some(({ status }) => status === 'cancelled')) throw new Refusal('BOOKING_CANCELLED');
  return named;
};

const checkMay = (office: OfficeRecord, person: VisitorRow, step: Step, booth: string | null): void => {
  const { status, calledAt } = person;
  if (status === 'served') throw new Refusal('ALREADY_SERVED');
  if (step !== 'missed' && status !== 'arrived') throw new Refusal('NOT_ARRIVED');
  if (step === 'called' && calledAt !== null && person.booth !== booth) {
    throw new Refusal('ALREADY_CALLED', { calledAt: isoAt(new Date(calledAt), office.timeZone), booth: person.booth });
  }
};
