import type { ProblemCode } from './problem-codes.ts';

/** The chapters of the reference. */
export const tags = {
  Offices: 'Where one can go, and when there is room. Open to anyone; caches may keep the answers for a moment.',
  Holds: 'Seats kept for some minutes while the form is filled in. A hold ends by itself.',
  Bookings: 'A visit: made from a hold, moved or cancelled with its manage token, found again by its code.',
  Counter:
    'For the staff of an office, with the bearer token of its identity provider. Every action is kept in an audit table, without personal data.',
  Keys: 'What anyone needs to verify a booking token without asking us.',
} as const;

/** What the reference says of an endpoint. */
export interface Operation {
  readonly summary: string;
  readonly description: string;
  readonly tag: keyof typeof tags;
  /** Refusals of its own, beside the ones that any route may give (origin, load). */
  readonly problems: readonly ProblemCode[];
  /** The `Cache-Control` of its answer, `no-store` unless said. */
  readonly cache?: string;
  /** The answer has an `ETag`, and `If-None-Match` is heeded. */
  readonly etag?: true;
  /** What a 200 means where success is otherwise a 201. */
  readonly again?: string;
}
