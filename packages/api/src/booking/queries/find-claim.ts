import { arrayOfText, type Sql } from '../../db/connect.ts';
import type { ApplicantState } from '../applicant-status.ts';

export interface ClaimRow {
  office: string;
  /** uuid. */
  booking: string;
  /** Null, like the two below, where the booking has forgotten the person. */
  version: number | null;
  number: number | null;
  status: ApplicantState | null;
}

/** Who holds a person now. */
export const findClaim = async (sql: Sql, hashes: readonly string[], now: Date): Promise<ClaimRow | undefined> => {
  const [row] = await sql<ClaimRow[]>`
    select c.office_id as office, c.booking_id as booking, b.version, a.number, a.status
    from nik_claim c
    left join booking b on b.office_id = c.office_id and b.booking_id = c.booking_id
    left join applicant a on a.office_id = c.office_id and a.booking_id = c.booking_id and c.nik_hash in (a.nik_hash, a.nik_hash_before)
    where c.nik_hash in (select decode(hash, 'hex') from unnest(${arrayOfText(hashes)}::text[]) hash) and c.until > ${now}
    limit 1`;
  return row;
};

/** Ends a person's claim that no booking needs any more. */
export const endClaim = async (sql: Sql, hashes: readonly string[], booking: string, now: Date): Promise<void> => {
  await sql`
    update nik_claim set until = ${now}
    where nik_hash in (select decode(hash, 'hex') from unnest(${arrayOfText(hashes)}::text[]) hash) and booking_id = ${booking}`;
};
