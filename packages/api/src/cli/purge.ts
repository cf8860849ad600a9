import { countDue, type Forgotten, purgePersonalData, totalOf } from '../booking/queries/purge.ts';
import { type Command, done } from './command.ts';
import { patiently, withDatabase } from './settings.ts';

const words: Record<keyof Forgotten, string> = {
  bookings: 'bookings lose their personal data',
  holds: 'holds that came to nothing',
  claims: 'claims of NIKs that have ended',
  lookups: 'counts of look-ups',
};

const tell = (counts: Forgotten) =>
  Object.entries(words).map(([kind, text]) => `${String(counts[kind as keyof Forgotten]).padStart(8)}  ${text}`);

export const purge: Command = {
  name: 'purge',
  does: 'forgets what is due; the server does so every 10 minutes',
  options: { 'dry-run': { type: 'boolean', default: false, says: 'only counts' } },
  more: `Personal data goes as many days after the visit as the office's retention says. Counts and queue numbers stay.
It may be stopped at any time; the next one goes on.`,
  run: ({ env, options, progress }) =>
    withDatabase(env, async (sql) => {
      const now = new Date();
      const counts = await patiently(sql, (tx) => countDue(tx, now));
      if (options['dry-run'])
        return done({ dryRun: true, ...counts }, ...tell(counts), 'A dry run: nothing was forgotten.');
      const forgotten: Forgotten = { bookings: 0, holds: 0, claims: 0, lookups: 0 };
      for (;;) {
        const turn = await purgePersonalData(sql, now);
        for (const kind of Object.keys(words) as (keyof Forgotten)[]) forgotten[kind] += turn[kind];
        if (totalOf(turn) === 0) break;
        progress(`${totalOf(forgotten)} of ${totalOf(counts)} rows`);
      }
      return done({ dryRun: false, ...forgotten }, ...tell(forgotten), 'Forgotten.');
    }),
};
