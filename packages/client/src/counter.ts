import { type CounterEndpoints, counterEndpoints } from '@paspor-antrean/contract/wire';
import { type ClientOptions, createMethods, type Methods } from './client.ts';

export type { ArrivalBatch, ArrivalResults, OfficeDay, Visit, Visitor } from '@paspor-antrean/contract/wire';

/** A method for each of the staff's endpoints. */
export type CounterClient = Methods<keyof CounterEndpoints>;

/**
 * What an office's counter asks of the API. Each call takes `staffToken`, an access token of the office's identity provider.
 *
 * ```ts
 * const counter = createCounterClient({ baseUrl: 'http://localhost:8787' });
 * const day = await counter.readDay({ staffToken, office: 'bandung', on: '2026-12-01' });
 * ```
 */
export const createCounterClient = (options: ClientOptions = {}): CounterClient =>
  createMethods(counterEndpoints, options);
