import { takeBackExpired } from './booking/queries/end-holds.ts';
import { purgePersonalData, totalOf } from './booking/queries/purge.ts';
import type { Deps } from './deps.ts';
import { errorFields } from './http/log.ts';
import { openSlots } from './offices/open-slots.ts';

/** Nothing waits for tidying and no rule needs it: it keeps counts neat, opens days ahead and forgets in time. */
export const startTidying = (deps: Pick<Deps, 'sql' | 'clock' | 'log'>): (() => Promise<void>) => {
  const jobs = [
    { name: 'holds', everyMs: 15_000, run: () => takeBackExpired(deps.sql, deps.clock(), 200) },
    { name: 'slots', everyMs: 600_000, run: () => openSlots(deps.sql, deps.clock()) },
    { name: 'purge', everyMs: 600_000, run: async () => totalOf(await purgePersonalData(deps.sql, deps.clock())) },
  ];
  const underWay = new Set<Promise<void>>();
  const timers = jobs.map(({ name, everyMs, run }) => {
    const tick = () => {
      const job = run()
        .then((count) => {
          if (count > 0) deps.log({ level: 'info', event: 'tidied', job: name, count });
        })
        .catch((error: unknown) => deps.log({ level: 'error', event: 'tidy-failed', job: name, ...errorFields(error) }))
        .finally(() => underWay.delete(job));
      underWay.add(job);
    };
    return setInterval(tick, everyMs);
  });
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all(underWay);
  };
};
