import type { Clock } from '../clock.ts';
import { type Batcher, createBatcher } from '../db/batch.ts';
import type { Sql } from '../db/connect.ts';
import { isPoison, repeatable } from '../db/retry.ts';
import { createPlaces, type Wish } from './places.ts';
import { type BookOutcome, type BookRequest, bookHolds } from './queries/book-holds.ts';
import {
  type CancelRequest,
  cancelApplicants,
  type MoveOutcome,
  type MoveRequest,
  moveBookings,
} from './queries/change-bookings.ts';
import { findPlaces } from './queries/find-places.ts';
import { type HoldOutcome, type HoldRequest, holdSeats, oneByOne } from './queries/hold-seats.ts';

export type HoldWish = HoldRequest & Wish;

/** The four statements that change who sits where. Each is asked for one item and answered in batches. */
export interface Writes {
  hold(request: HoldWish): Promise<HoldOutcome>;
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
  /** False: each item is a statement of its own, as at the edge, where a process knows of one request only. */
  coalesce: boolean;
  /** See {@link createPlaces}. */
  snapshotMs: number;
}

/**
 * One statement of each kind at a time: measured no slower than two (docs/performance.md), and then one process counts a
 * client's held seats exactly and never waits for its own locks.
 */
const limits = { inFlight: 1, maxItems: 200, maxWaiting: 5000 };

/** What became of a guessed slot meanwhile; for whoever wants the earliest it only means another try. */
const missed = new Set<HoldOutcome['outcome']>(['full', 'again', 'unknown', 'not-released']);

const orAgain = (outcome: HoldOutcome): HoldOutcome =>
  missed.has(outcome.outcome) ? { ...outcome, outcome: 'again' } : outcome;

export const createWrites = ({ sql, clock, seatLimit, coalesce, snapshotMs }: WriteOptions): Writes => {
  const batched = <I, O>(statement: (items: I[], isRepeat: boolean) => Promise<O[]>): Batcher<I, O> => {
    const run = (items: I[]) => repeatable((isRepeat) => statement(items, isRepeat));
    if (coalesce) return createBatcher(run, limits, isPoison);
    return Object.assign(async (item: I) => (await run([item]))[0] as O, { drain: async () => {} });
  };
  const places = createPlaces((wishes, now) => findPlaces(sql, wishes, now), snapshotMs);
  const holdAlone = async ([wish]: HoldWish[], isRepeat: boolean): Promise<HoldOutcome[]> => {
    const { open_from, ...request } = wish as HoldWish;
    const outcomes = await oneByOne(sql, request.client, (tx) =>
      holdSeats(tx, [request], clock(), seatLimit, isRepeat, open_from),
    );
    return outcomes.map((outcome) => (request.wanted === null && outcome.starts !== null ? orAgain(outcome) : outcome));
  };
  const holdTogether = async (wishes: HoldWish[], isRepeat: boolean): Promise<HoldOutcome[]> => {
    const now = clock();
    const slots = await places.assign(wishes, now);
    const requests = wishes.map(({ open_from, ...wish }, at) => ({ ...wish, wanted: slots[at] ?? null }));
    const outcomes = await holdSeats(sql, requests, now, seatLimit, isRepeat);
    return outcomes.map((outcome, at) => {
      const wish = wishes[at] as HoldWish;
      const isGuess = wish.wanted === null && slots[at] !== null;
      if (!isGuess || outcome.outcome === 'held') return outcome;
      places.forget(wish);
      return orAgain(outcome);
    });
  };
  const writes = {
    hold: batched(coalesce ? holdTogether : holdAlone),
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
