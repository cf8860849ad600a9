import type { Booking, Hold, NewBooking, Service } from '@paspor-antrean/contract/wire';
import { type BareClient, type CallOptions, freshKey } from './client.ts';
import { Refused, Unreachable } from './errors.ts';
import { mayPass } from './retry.ts';

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
  const { onHold, ...call } = options;
  const { signal, timeoutMs } = call;
  const hold = await holdOne(client, input, call);
  const { id, token } = hold;
  const ask = () => client.bookHold({ ...booking, office, token }, call);
  const giveBack = (call: CallOptions) => client.releaseHold({ office, id, token }, call);
  const undo = async (why: unknown): Promise<Booking> => {
    try {
      await giveBack({ ...call, retries: 0 });
    } catch (error) {
      // An earlier try of ours was booked after all: asked again, the API gives that booking.
      if (error instanceof Refused && error.code === 'HOLD_BOOKED') return await ask();
      // Who left does not wait for it. If it was booked in that instant, it stays booked.
      if (signal?.aborted) void giveBack({ timeoutMs }).catch(() => undefined);
      signal?.throwIfAborted();
    }
    throw why;
  };

  try {
    onHold?.(hold);
  } catch (error) {
    return await undo(error);
  }
  try {
    return await ask();
  } catch (error) {
    // Whether the others took effect is not known, or the same hold may be booked in a while.
    if (signal?.aborted || (error instanceof Refused && !mayPass(error))) return await undo(error);
    throw error;
  }
};

const holdOne = async (client: BareClient, input: BookInput, call: CallOptions): Promise<Hold> => {
  const { office, service, slot, proof, applicants, whenFull } = input;
  const wishes = [slot];
  call.signal?.throwIfAborted();
  for (let at = 0; ; at++) {
    const idempotencyKey = freshKey();
    const ask = (call: CallOptions) =>
      client.holdSlot(
        { office, service, slot: wishes[at], party: applicants.length, proof },
        { ...call, idempotencyKey },
      );
    try {
      return await ask(call);
    } catch (error) {
      if (call.signal?.aborted || error instanceof Unreachable) {
        // Perhaps it is held and nobody knows: under the same key the API says which hold that is.
        const found = ask({ timeoutMs: call.timeoutMs });
        found.then(({ id, token }) => client.releaseHold({ office, id, token })).catch(() => undefined);
        throw error;
      }
      if (!(error instanceof Refused && error.code === 'SLOT_FULL')) throw error;
      if (at === 0 && slot && whenFull === 'earliest') wishes.push(undefined);
      if (at === 0 && whenFull === 'alternatives') wishes.push(...error.alternatives.map((other) => other.slot));
      if (at + 1 === wishes.length) throw error;
    }
  }
};
