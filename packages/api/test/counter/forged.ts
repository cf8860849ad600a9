import fc from 'fast-check';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { changedTickets } from '../../../../test/setup/changed-tickets.ts';
import { openTestOffice } from '../test-office.ts';
import { bookParty, device } from './booked.ts';

const atOnce = 100;
const today = '2026-11-24';

/**
 * Shows the counter tokens of ours that were changed, a hundred at a time; throws when one that was changed is accepted
 * or anything but an answer comes. Returns how many were shown, and the share that still was a token by its form.
 */
export const showForged = async (count: number): Promise<{ shown: number; parsed: number; accepted: number }> => {
  const office = await openTestOffice();
  const staffToken = await office.staff('bandung');
  const tokens: string[] = [];
  for (const size of [1, 2, 3, 5]) tokens.push((await bookParty(office, `${today}T09:00`, size)).booking.token);
  office.setClock(`${today}T08:40:00`);
  let [shown, parsed, accepted] = [0, 0, 0];
  const batches = fc.array(changedTickets(tokens), { minLength: atOnce, maxLength: atOnce });
  await fc.assert(
    fc.asyncProperty(batches, async (batch) => {
      const at = office.now().toISOString();
      const { results } = await office.counter.recordArrivals({
        office: 'bandung',
        staffToken,
        device: device('A'),
        sentAt: at,
        arrivals: batch.map(({ changed }, nth) => ({ sequence: shown + nth + 1, at, token: changed })),
      });
      batch.forEach(({ changed }, nth) => {
        const isOurs = tokens.includes(changed);
        const isAccepted = results[nth]?.outcome !== 'refused';
        if (isOurs !== isAccepted) throw new Error(`${changed}: ${JSON.stringify(results[nth])}`);
        parsed += Number(parses(changed));
        accepted += Number(isAccepted);
      });
      shown += atOnce;
    }),
    { numRuns: count / atOnce, endOnFailure: true },
  );
  await office.close();
  return { shown, parsed: parsed / shown, accepted };
};

const parses = (token: string): boolean => {
  try {
    return Boolean(decodeProtectedHeader(token).alg && decodeJwt(token));
  } catch {
    return false;
  }
};
