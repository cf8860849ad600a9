import postgres from 'postgres';

/** The transaction was rolled back by the database: nothing happened, asking again is safe for any statement. */
const rolledBack = new Set(['40001', '40P01', '55P03', '57014']);

/**
 * PostgreSQL evaluates a check on the row version of the statement's snapshot before it notices that the row changed
 * since and looks at the newest one. Where seats were just given back, that is a false alarm: `taken` was higher then.
 * The statement counts right under its lock, so asking again with a fresh snapshot settles it; and were it ever a true
 * alarm, it would sound again until the caller is told to come back later. Nothing is ever let past the check.
 */
const falseAlarm = 'slot_never_oversold';

/** The connection is gone or the server is on its way down or up: what happened is not known. */
const lost = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08003',
  '08001',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const isRolledBack = (error: unknown): boolean =>
  rolledBack.has(codeOf(error)) || (error instanceof postgres.PostgresError && error.constraint_name === falseAlarm);

/** True for trouble of the connection or the moment, false for trouble that lies in what was asked. */
export const isPassing = (error: unknown): boolean => isRolledBack(error) || lost.has(codeOf(error));

/** True when the database refused the data of a statement: of a batch, one of its items is to blame. */
export const isPoison = (error: unknown): boolean => error instanceof postgres.PostgresError && !isPassing(error);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Runs a statement that is safe to repeat until it is answered, for up to `patienceMs`. Every statement of ours is:
 * holds and bookings are found again by their id, a move by its version, a cancellation by what is left to cancel.
 */
export const repeatable = async <T>(ask: (isRepeat: boolean) => Promise<T>, patienceMs = 4000): Promise<T> => {
  const deadline = performance.now() + patienceMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask(attempt > 0);
    } catch (error) {
      if (!isPassing(error) || performance.now() > deadline) throw error;
      await pause(isRolledBack(error) ? 2 * Math.random() * attempt : 100 + 100 * Math.random());
    }
  }
};
