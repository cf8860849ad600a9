import { holderMatches } from '@paspor-antrean/client/ticket';
import { type NikFault, nikFault } from '@paspor-antrean/contract/wire';
import type { Verdict } from './judge.ts';

/**
 * Queue codes of the party whose NIK it is; of a party that is not on the list `1`, `2` …, in the order of the booking.
 * Empty: it belongs to none of them. `HOLDERS_UNKNOWN`: this device has nothing to tell it by.
 */
export type HolderCheck = { readonly fits: readonly string[] } | { readonly fault: NikFault | 'HOLDERS_UNKNOWN' };

/** Whether the card in hand belongs to what was scanned or typed. */
export const checkHolder = async (verdict: Verdict, nik: string, dayKeys: readonly string[]): Promise<HolderCheck> => {
  const fault = nikFault(nik);
  if (fault) return { fault };
  const ticket = 'ticket' in verdict ? verdict.ticket : null;
  const visit = 'visit' in verdict ? verdict.visit : null;
  const holders = ticket?.holders ?? visit?.holders;
  const booking = ticket?.bookingId ?? visit?.id;
  const positions = booking && (await holderMatches(dayKeys, booking, holders, nik));
  if (!positions) return { fault: 'HOLDERS_UNKNOWN' };
  if (!visit) return { fits: positions.map((at) => String(at + 1)) };
  const people = positions.flatMap((at) => visit.applicants[at] ?? []);
  return { fits: people.filter(({ status }) => status !== 'cancelled').map(({ queueCode }) => queueCode) };
};

/** As people type and scanners send it. */
export const tidyNik = (typed: string): string => typed.replace(/[\s.-]/g, '');
