import type { ReleaseOutcome } from '../booking/claims.ts';
import type { Sql } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { type Actor, addAuditEvent } from './queries/audit.ts';

/** Records in the transaction that frees a person, in the office that did it, what came of it and where they were held. */
export const recordClaimRelease =
  (deps: Pick<Deps, 'clock'>, office: string, actor: Actor) =>
  async (
    sql: Sql,
    outcome: ReleaseOutcome,
    claim: { office: string; booking: string; number: number | null } | undefined,
  ): Promise<void> => {
    const detail = { outcome, ...(claim && { office: claim.office, number: claim.number }) };
    const booking = claim?.booking ?? null;
    await addAuditEvent(sql, { office, actor, action: 'claim-release', booking, detail }, deps.clock());
  };
