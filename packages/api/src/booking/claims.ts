import type { Sql } from '../db/connect.ts';
import { repeatable } from '../db/retry.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { hashesOf } from './nik-hashes.ts';
import { cancelApplicants } from './queries/change-bookings.ts';
import { type ClaimRow, endClaim, findClaim } from './queries/find-claim.ts';

const tries = 10;

export type ReleaseOutcome = 'freed' | 'not-held' | 'arrived';

/**
 * Frees a person whose NIK stands in a booking: their place is cancelled, wherever it is, and nobody else's. `record`
 * runs in the same transaction, and also where nothing is freed: asking tells something too. False: nobody held them.
 * Refuses ALREADY_ARRIVED.
 */
export const releaseClaim = async (
  deps: Deps,
  nik: string,
  record: (sql: Sql, outcome: ReleaseOutcome, claim: ClaimRow | undefined) => Promise<void>,
): Promise<boolean> => {
  const hashes = hashesOf([await deps.nikHashes(nik)]);
  for (let attempt = 0; attempt < tries; attempt++) {
    const now = deps.clock();
    const claim = await findClaim(deps.sql, hashes, now);
    if (!claim) {
      await record(deps.sql, 'not-held', claim);
      return false;
    }
    if (claim.status === 'arrived' || claim.status === 'served') {
      await record(deps.sql, 'arrived', claim);
      throw new Refusal('ALREADY_ARRIVED');
    }
    const isFreed = await repeatable(() =>
      deps.sql.begin(async (transaction) => {
        const tx = transaction as unknown as Sql;
        if (!(await freeIn(tx, claim, hashes, now))) return false;
        await record(tx, 'freed', claim);
        return true;
      }),
    );
    if (isFreed) return true;
  }
  throw new Refusal('OVERLOADED', { retryAfterSeconds: 1 });
};

/** False: the booking changed since it was read. */
const freeIn = async (sql: Sql, claim: ClaimRow, hashes: readonly string[], now: Date): Promise<boolean> => {
  const { office, booking: id, version, number, status } = claim;
  if (status !== 'booked' || version === null) {
    await endClaim(sql, hashes, id, now);
    return true;
  }
  return (await cancelApplicants(sql, [{ office, id, version, number }], now)) > 0;
};
