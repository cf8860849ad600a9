import { takeBackExpired } from './booking/queries/end-holds.ts';
import { purgePersonalData, totalOf } from './booking/queries/purge.ts';
import type { Deps } from './deps.ts';
import { errorFields } from './http/log.ts';
import { openSlots } from './offices/open-slots.ts';

type TidyDeps = Pick<Deps, 'sql' | 'clock' | 'log'>;

interface Job {
  name: string;
  everyMs: number;
  run: (deps: TidyDeps) => Promise<number>;
}

/** Nothing waits for tidying and no rule needs it: it keeps counts neat, opens days ahead and forgets in time. */
const jobs: readonly Job[] = [
  { name: 'holds', everyMs: 15_000, run: ({ sql, clock }) => takeBackExpired(sql, clock(), 200) },
  { name: 'slots', everyMs: 600_000, run: ({ sql, clock }) => openSlots(sql, clock()) },
  { name: 'purge', everyMs: 600_000, run: async ({ sql, clock }) => totalOf(await purgePersonalData(sql, clock())) },
];

const doJob = async ({ name, run }: Job, deps: TidyDeps): Promise<boolean> => {
  try {
    const count = await run(deps);
    if (count > 0) deps.log({ level: 'info', event: 'tidied', job: name, count });
    return true;
  } catch (error) {
    deps.log({ level: 'error', event: 'tidy-failed', job: name, ...errorFields(error) });
    return false;
  }
};

/** Every job once, for who is woken from outside. False: one of them failed, and the log says why. */
export const tidyOnce = async (deps: TidyDeps): Promise<boolean> => {
  let isTidy = true;
  for (const job of jobs) isTidy = (await doJob(job, deps)) && isTidy;
  return isTidy;
};

export const startTidying = (deps: TidyDeps): (() => Promise<void>) => {
  const underWay = new Set<Promise<unknown>>();
  const timers = jobs.map((job) => {
    const tick = () => {
      const done = doJob(job, deps).finally(() => underWay.delete(done));
      underWay.add(done);
    };
    return setInterval(tick, job.everyMs);
  });
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all(underWay);
  };
};
