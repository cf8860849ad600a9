import type { Availability, Booking, Input } from '@paspor-antrean/contract/wire';
import { type BookInput, type BookOptions, book } from './book.ts';
import { type BareClient, type ClientOptions, createBareClient } from './client.ts';
import { type WatchOptions, watchAvailability } from './watch-availability.ts';

/** A method for each endpoint, and what takes more than one call. */
export interface AntreanClient extends BareClient {
  /**
   * Holds seats for all applicants and books them. Refuses with all that `holdSlot` and `bookHold` refuse with; when
   * the booking is refused for good, `onHold` throws, or the caller leaves, the seats are given back at once.
   *
   * After {@link Unreachable}, `OVERLOADED` and `INTERNAL` nobody knows whether it took effect, and `RATE_LIMITED` can be
   * waited out: the seats stay held. Asked again with `bookHold`, under the hold that
   * `onHold` was told of, the API gives that booking or makes it; never two.
   */
  book(input: BookInput, options?: BookOptions): Promise<Booking>;

  /**
   * The availability of an office as it is now, and each time that it has changed. Asks with the `ETag` of the last
   * answer, so that what has not changed costs next to nothing.
   *
   * Ends with `break`, or by its signal with the signal's reason. What goes wrong with the first answer is thrown;
   * later on a lost connection or a crowd is waited out.
   *
   * ```ts
   * for await (const { earliest } of antrean.watchAvailability({ office: 'bandung' })) show(earliest);
   * ```
   */
  watchAvailability(input: Input<'readAvailability'>, options?: WatchOptions): AsyncGenerator<Availability, void, void>;
}

/**
 * ```ts
 * const antrean = createAntreanClient({ baseUrl: 'http://localhost:8787' });
 * const booking = await antrean.book({ office: 'bandung', service: 'new', applicants, contact, privacyVersion });
 * ```
 */
export const createAntreanClient = (options: ClientOptions = {}): AntreanClient =>
  withHelpers(createBareClient, options);

/** What takes more than one call, over any client that has the calls. */
export const withHelpers = (create: (options: ClientOptions) => BareClient, options: ClientOptions): AntreanClient => {
  const client = create(options);
  return {
    ...client,
    book: (input, options) => book(client, input, options),
    watchAvailability: (input, watch) => watchAvailability(create, options, input, watch),
  };
};
