import type { ArrivalBatch, ArrivalResults, Received, Visit } from '@paspor-antrean/contract';
import { repeatable } from '../db/retry.ts';
import type { Deps } from '../deps.ts';
import { isoAt } from '../offices/office-time.ts';
import type { OfficeRecord } from '../offices/offices.ts';
import { Refusal } from '../refusal.ts';
import { belongsTo } from './holder.ts';
import { type Judged, judge, type Presented } from './judge.ts';
import { presentWhole } from './present.ts';
import { type Actor, addAuditEvent } from './queries/audit.ts';
import { selectVisits, type VisitRow } from './queries/read-visits.ts';
import { type ArrivalOutcome, recordArrivals } from './queries/record-arrivals.ts';

/** How often an arrival that a change of its booking came before is judged again. */
const tries = 10;

interface Source {
  device: string | null;
  sequence: number | null;
}

/**
 * Checks people in now. A refusal is recorded too: whoever tries cards against codes leaves a trace. Refuses
 * BOOKING_UNKNOWN, WRONG_OFFICE, WRONG_DAY, BOOKING_CANCELLED, BOOKING_MOVED, ALREADY_ARRIVED, HOLDER_MISMATCH,
 * TOKEN_INVALID.
 */
export const recordArrival = async (
  deps: Deps,
  officeId: string,
  actor: Actor,
  shown: Received<'recordArrival'>,
): Promise<Visit> => {
  const office = await deps.offices.get(officeId);
  try {
    return await checkIn(deps, office, actor, shown);
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'OVERLOADED') {
      const detail = { refusal: error.code };
      const event = { office: office.id, actor, action: 'arrival', booking: null, detail } as const;
      await addAuditEvent(deps.sql, event, deps.clock());
    }
    throw error;
  }
};

const checkIn = async (
  deps: Deps,
  office: OfficeRecord,
  actor: Actor,
  { token, code, queueCodes, nik }: Received<'recordArrival'>,
): Promise<Visit> => {
  for (let attempt = 0; attempt < tries; attempt++) {
    const presented: Presented = { token, code, queueCodes, at: deps.clock() };
    const [judged] = await judge(deps, office, [presented]);
    if (!judged?.row || judged.refusal) throw judged?.refusal ?? new Refusal('BOOKING_UNKNOWN');
    const { row, people } = judged;
    const coming = people.filter(({ status }) => status === 'booked' || status === 'missed');
    if (coming.length === 0 || (queueCodes && coming.length < people.length)) throw alreadyArrived(office, people);
    if (nik !== undefined && !(await belongsTo(deps, office, row, coming, nik))) throw new Refusal('HOLDER_MISMATCH');
    const source = { device: null, sequence: null };
    const [outcome] = await record(deps, office, actor, [{ ...judged, people: coming }], [presented], [source]);
    if (outcome?.outcome === 'told') return await readVisit(deps, office, row.id);
  }
  throw new Refusal('OVERLOADED', { retryAfterSeconds: 1 });
};

const alreadyArrived = (office: OfficeRecord, people: VisitRow['applicants']): Refusal => {
  const [first] = people.filter(({ arrivedAt }) => arrivedAt !== null);
  return new Refusal('ALREADY_ARRIVED', {
    device: first?.device ?? null,
    ...(first?.arrivedAt && { arrivedAt: isoAt(new Date(first.arrivedAt), office.timeZone) }),
  });
};

/** What a device kept while it was offline, and what came of each. Told again, each gives the same. Refuses INVALID_INPUT. */
export const recordArrivalBatch = async (
  deps: Deps,
  officeId: string,
  actor: Actor,
  { device, sentAt, arrivals }: ArrivalBatch,
): Promise<ArrivalResults> => {
  const office = await deps.offices.get(officeId);
  const sequences = arrivals.map(({ sequence }) => sequence);
  const twice = sequences.findIndex((sequence, at) => sequences.indexOf(sequence) < at);
  if (twice >= 0)
    throw new Refusal('INVALID_INPUT', { fields: [{ field: `arrivals.${twice}.sequence`, code: 'DUPLICATE' }] });
  const now = deps.clock();
  const clockOff = now.getTime() - Date.parse(sentAt);
  // Nobody arrived after they were told of, nor in a year that no calendar here writes.
  const corrected = (at: string) => new Date(Math.max(0, Math.min(now.getTime(), Date.parse(at) + clockOff)));
  const presented = arrivals.map((arrival): Presented => ({ ...arrival, at: corrected(arrival.at) }));
  const sources = sequences.map((sequence): Source => ({ device, sequence }));

  const outcomes = new Map<number, ArrivalOutcome>();
  const judgedBy = new Map<number, Judged>();
  let open = arrivals.map((_, at) => at);
  for (let attempt = 0; open.length > 0 && attempt < tries; attempt++) {
    const pick = <T>(list: readonly T[]) => open.map((at) => list[at] as T);
    const judged = await judge(deps, office, pick(presented));
    const found = await record(deps, office, actor, judged, pick(presented), pick(sources));
    open.forEach((at, nth) => {
      judgedBy.set(at, judged[nth] as Judged);
      if (found[nth]?.outcome !== 'again') outcomes.set(at, found[nth] as ArrivalOutcome);
    });
    open = open.filter((at) => !outcomes.has(at));
  }
  if (open.length > 0) throw new Refusal('OVERLOADED', { retryAfterSeconds: 1 });

  const ids = [...new Set([...outcomes.values()].flatMap(({ booking }) => booking ?? []))];
  const rows = new Map(
    (ids.length > 0 ? await selectVisits(deps.sql, office.id, ids) : []).map((row) => [row.id, row]),
  );
  const results = arrivals.map(async ({ sequence }, at) => {
    const { refusal, booking, ...told } = outcomes.get(at) as ArrivalOutcome;
    const meant = judgedBy.get(at)?.row?.id;
    // A device that was copied tells another arrival under a name that is taken: its clerk has to know.
    if (booking !== null && meant !== undefined && meant !== booking)
      return { sequence, outcome: 'refused' as const, code: 'IDEMPOTENCY_CONFLICT' };
    const row = booking === null ? undefined : rows.get(booking);
    const visit = row && (await presentWhole(deps, office, row));
    if (refusal === null && row) return { sequence, outcome: wonBy(row, told, device), visit };
    const movedTo = judgedBy.get(at)?.refusal?.extras.movedTo;
    return {
      sequence,
      outcome: 'refused' as const,
      code: refusal ?? 'BOOKING_UNKNOWN',
      ...(movedTo && { movedTo }),
      ...(visit && { visit }),
    };
  });
  return { results: await Promise.all(results) };
};

/** An arrival counts when it brought someone back, or is the earliest of at least one of its people, as it stands now. */
const wonBy = (
  row: VisitRow,
  { positions, at, isBack }: Pick<ArrivalOutcome, 'positions' | 'at' | 'isBack'>,
  device: string,
) =>
  isBack ||
  row.applicants.some(
    (person) =>
      positions.includes(person.position) &&
      person.device === device &&
      person.arrivedAt !== null &&
      Date.parse(person.arrivedAt) === at.getTime(),
  )
    ? ('arrived' as const)
    : ('conflict' as const);

const record = async (
  deps: Deps,
  office: OfficeRecord,
  actor: Actor,
  judged: readonly Judged[],
  presented: readonly Presented[],
  sources: readonly Source[],
): Promise<ArrivalOutcome[]> => {
  const requests = judged.map(({ row, people, refusal }, nth) => ({
    booking: row?.id ?? null,
    version: row?.version ?? null,
    numbers: refusal ? null : `{${people.map(({ number }) => number).join()}}`,
    ...(sources[nth] as Source),
    at: (presented[nth] as Presented).at.toISOString(),
    refusal: refusal?.code ?? null,
  }));
  return await repeatable(() => recordArrivals(deps.sql, office.id, actor, requests, deps.clock()));
};

/** Refuses BOOKING_UNKNOWN. */
export const readVisit = async (deps: Deps, office: OfficeRecord, uuid: string): Promise<Visit> => {
  const [row] = await selectVisits(deps.sql, office.id, [uuid]);
  if (!row) throw new Refusal('BOOKING_UNKNOWN');
  return await presentWhole(deps, office, row);
};
