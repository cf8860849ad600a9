import type { Clock } from '../clock.ts';
import { type Batcher, createBatcher } from '../db/batch.ts';
import type { Sql } from '../db/connect.ts';
import { isPoison, repeatable } from '../db/retry.ts';
import { type BookOutcome, type BookRequest, bookHolds } from './queries/book-holds.ts';
import {
  type CancelRequest,
  cancelApplicants,
  type MoveOutcome,
  type MoveRequest,
  moveBookings,
} from './queries/change-bookings.ts';
import { type HoldOutcome, type HoldRequest, holdSeats } from './queries/hold-seats.ts';

/** The four statements that change who sits where. Each is asked for one item and answered in batches. */
export interface Writes {
  hold(request: HoldRequest): Promise<HoldOutcome>;
  book(request: BookRequest): Promise<BookOutcome>;
  move(request: MoveRequest): Promise<MoveOutcome>;
  cancel(request: CancelRequest): Promise<void>;
  /** Resolves when everything that was accepted is answered. */
  drain(): Promise<void>;
}

interface WriteOptions {
  sql: Sql;
  clock: Clock;
  seatLimit: number;
  /** False: each item is a statement of its own, as at the edge, where a process serves one request. */
  coalesce: boolean;
}

/**
 * One statement of each kind at a time: measured no slower than two (docs/performance.md), and then one process counts a
 * client's held seats exactly and never waits for its own locks.
 */
const limits = { inFlight: 1, maxItems: 200, maxWaiting: 5000 };

export const createWrites = ({ sql, clock, seatLimit, coalesce }: WriteOptions): Writes => {
  const batched = <I, O>(statement: (items: I[], isRepeat: boolean) => Promise<O[]>): Batcher<I, O> => {
    const run = (items: I[]) => repeatable((isRepeat) => statement(items, isRepeat));
    if (coalesce) return createBatcher(run, limits, isPoison);
    return Object.assign(async (item: I) => (await run([item]))[0] as O, { drain: async () => {} });
  };
  const writes = {
    hold: batched<HoldRequest, HoldOutcome>((items, isRepeat) => holdSeats(sql, items, clock(), seatLimit, isRepeat)),
    book: batched<BookRequest, BookOutcome>((items) => bookHolds(sql, items, clock())),
    move: batched<MoveRequest, MoveOutcome>((items) => moveBookings(sql, items, clock())),
    cancel: batched<CancelRequest, void>(async (items) => {
      await cancelApplicants(sql, items, clock());
      return [];
    }),
  };
  return {
    ...writes,
    drain: async () => {
      await Promise.all(Object.values(writes).map((write) => write.drain()));
    },
  };
};
