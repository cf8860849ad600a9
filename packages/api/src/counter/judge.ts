import { normaliseBookingCode } from '@paspor-antrean/contract';
import { uuidOf } from '../booking/codes.ts';
import type { Deps } from '../deps.ts';
import { isoOfWall, officeDay } from '../offices/office-time.ts';
import type { OfficeRecord } from '../offices/offices.ts';
import { Refusal } from '../refusal.ts';
import { codeOf } from './present.ts';
import { selectVisits, selectVisitsByCode, type VisitRow } from './queries/read-visits.ts';

/** What was shown at the counter, and when. */
export interface Presented {
  token?: string | undefined;
  code?: string | undefined;
  queueCodes?: readonly string[] | undefined;
  at: Date;
}

export interface Judged {
  row: VisitRow | undefined;
  /** Who of the party was named; all who are not cancelled where nobody was. */
  people: VisitRow['applicants'];
  refusal: Refusal | undefined;
}

/** The booking that something presented names: by a token, with its version, or by a code. */
type Named = { id: string; version: number } | { code: string } | Refusal;

/** Judges what was presented, each by the day on which it was. One query for all tokens, one for all codes. */
export const judge = async (deps: Deps, office: OfficeRecord, presented: readonly Presented[]): Promise<Judged[]> => {
  const named = await Promise.all(presented.map((one) => nameOf(deps, office, one)));
  const ids = named.flatMap((name) => ('id' in name ? [name.id] : []));
  const codes = named.flatMap((name) => (!(name instanceof Refusal) && 'code' in name ? [name.code] : []));
  const rows = [
    ...(ids.length > 0 ? await selectVisits(deps.sql, office.id, ids) : []),
    ...(codes.length > 0 ? await selectVisitsByCode(deps.sql, office.id, codes) : []),
  ];
  return presented.map((one, at) => judgeOne(office, one, named[at] as Named, rows));
};

const nameOf = async (deps: Deps, office: OfficeRecord, { token, code }: Presented): Promise<Named> => {
  if (token === undefined) {
    const typed = normaliseBookingCode(code ?? '');
    return typed === undefined ? new Refusal('BOOKING_UNKNOWN') : { code: typed };
  }
  try {
    const bearer = await deps.tickets.readPresented(token);
    return bearer.office === office.number
      ? { id: uuidOf(bearer.sub), version: bearer.version }
      : new Refusal('WRONG_OFFICE');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // 401 as the contract says, and which of the two tokens is meant.
    return new Refusal(error.code, { fields: [{ field: 'token', code: 'FORMAT' }] });
  }
};

const judgeOne = (office: OfficeRecord, presented: Presented, name: Named, rows: readonly VisitRow[]): Judged => {
  const nobody = (refusal: Refusal, row?: VisitRow): Judged => ({ row, people: [], refusal });
  if (name instanceof Refusal) return nobody(name);
  const row = rows.find(
    ('id' in name ? ({ id }) => id === name.id : ({ code }) => code === name.code) as (row: VisitRow) => boolean,
  );
  if (!row) return nobody(new Refusal('BOOKING_UNKNOWN'));
  if (row.party === 0) return nobody(new Refusal('BOOKING_CANCELLED'), row);
  if ('version' in name && name.version < row.version)
    return nobody(new Refusal('BOOKING_MOVED', { movedTo: row.starts }), row);
  if (officeDay(presented.at, office.timeZone) !== row.starts.slice(0, 10)) {
    return nobody(new Refusal('WRONG_DAY', { startsAt: isoOfWall(row.starts, office.timeZone) }), row);
  }
  const { queueCodes } = presented;
  const meant = row.applicants.filter(
    (person) => !queueCodes || queueCodes.includes(codeOf(office, row.channel, person)),
  );
  const people = meant.filter(({ status }) => status !== 'cancelled');
  if (queueCodes && new Set(queueCodes).size > meant.length) return nobody(new Refusal('BOOKING_UNKNOWN'), row);
  if (people.length < (queueCodes ? meant.length : 1)) return nobody(new Refusal('BOOKING_CANCELLED'), row);
  return { row, people, refusal: undefined };
};
