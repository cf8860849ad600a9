import type { Sql } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { type Actor, addAuditEvent } from './queries/audit.ts';

/** Records in the transaction that frees a person, in the office that did it, where they were held. */
export const recordClaimRelease =
  (deps: Pick<Deps, 'clock'>, office: string, actor: Actor) =>
  async (sql: Sql, claim: { office: string; booking: string; number: number | null }): Promise<void> => {
    const detail = { office: claim.office, number: claim.number };
    await addAuditEvent(sql, { office, actor, action: 'claim-release', booking: claim.booking, detail }, deps.clock());
  };
