import type { Booking, Hold, NewBooking, Service } from '@paspor-antrean/contract/wire';
import type { BareClient, CallOptions } from './client.ts';
import { Refused } from './errors.ts';

/** Who is to be booked, where and when. */
export interface BookInput extends NewBooking {
  /** The office's id, as in its address: `bandung`. */
  office: string;
  /** What all of the party come for. */
  service: Service;
  /** The start by the office's wall clock, `2026-12-01T09:00`. Default: the earliest with room for everybody. */
  slot?: string | undefined;
  /** An answer to the office's challenge, where it asks for one. */
  proof?: string | undefined;
  /**
   * If `slot` is full: `refuse` with `SLOT_FULL`, take the first of its `alternatives` that still has room, or the
   * `earliest` slot of the office. Default `refuse`.
   */
  whenFull?: 'refuse' | 'alternatives' | 'earliest';
}

/** What holds for one booking. */
export interface BookOptions extends Omit<CallOptions, 'idempotencyKey'> {
  /** Is told of the hold before it is booked. Keep it to ask again with `bookHold` when no answer came. */
  onHold?: (hold: Hold) => void;
}

/** See {@link AntreanClient.book}. */
export const book = async (client: BareClient, input: BookInput, options: BookOptions = {}): Promise<Booking> => {
  const { office, service, slot, proof, whenFull, ...booking } = input;
  const hold = await holdOne(client, input, options);
  const { id, token } = hold;
  try {
    options.onHold?.(hold);
    return await client.bookHold({ ...booking, office, token }, options);
  } catch (error) {
    const giveBack = () => client.releaseHold({ office, id, token }).catch(() => undefined);
    if (error instanceof Refused) await giveBack();
    // Who left does not wait for it. If it was booked in that instant, it stays booked.
    else if (options.signal?.aborted) void giveBack();
    throw error;
  }
};

const holdOne = async (client: BareClient, input: BookInput, options: BookOptions): Promise<Hold> => {
  const { office, service, slot, proof, applicants, whenFull } = input;
  const wishes = [slot];
  for (let at = 0; ; at++) {
    try {
      return await client.holdSlot({ office, service, slot: wishes[at], party: applicants.length, proof }, options);
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'SLOT_FULL')) throw error;
      if (at === 0 && slot && whenFull === 'earliest') wishes.push(undefined);
      if (at === 0 && whenFull === 'alternatives') wishes.push(...error.alternatives.map((other) => other.slot));
      if (at + 1 === wishes.length) throw error;
    }
  }
};
