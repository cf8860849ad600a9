import fc from 'fast-check';
import { changedTickets } from '../../../test/setup/changed-tickets.ts';
import { type TicketCheck, verifyTicket } from '../src/ticket.ts';
import { openMint, packHolders } from './mint.ts';

/**
 * Changes tokens of ours in so many ways, and says what came of each; throws when one that was changed is valid. Each
 * time another of a few tokens: of one, two, three and five people, and without their bits.
 */
export const fuzzTickets = async (runs: number): Promise<Record<string, number>> => {
  const mint = await openMint();
  const now = new Date('2026-12-01T08:00:00+07:00');
  const dayKey = 'hhBCv8NGP0XyySkaOJEDI_i64-5wYEnmAYBDqRjPxBU';
  const niks = Array.from({ length: 5 }, (_, at) => `327300120590000${at}`);
  const parties = [0, 1, 2, 3, 5].map((party) => packHolders(dayKey, mint.claims.sub, niks.slice(0, party)));
  const tokens = await Promise.all(
    parties.map((n, v) => mint.sign({ ...mint.claims, v: (v + 1) ** 4, ...(n && { n }) })),
  );
  const outcomes: Record<string, number> = {};
  const count = (check: TicketCheck) => {
    const outcome = check.valid ? 'unchanged' : check.reason;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  };
  await fc.assert(
    fc.asyncProperty(changedTickets(tokens), async ({ changed }) => {
      const check = await verifyTicket(changed, mint.jwks, now);
      count(check);
      // A change may leave a token as it was, or make it another of ours; nothing else is valid.
      if (check.valid !== tokens.includes(changed)) throw new Error(`${changed}: ${JSON.stringify(check)}`);
    }),
    { numRuns: runs },
  );
  return outcomes;
};

/** The share of changed ones that were still tokens by their form, so that the key and the signature refused them. */
export const shareThatParses = ({ unchanged: _, ...refused }: Record<string, number>): number => {
  const all = Object.values(refused).reduce((sum, n) => sum + n, 0);
  return 1 - (refused.malformed ?? 0) / all;
};
