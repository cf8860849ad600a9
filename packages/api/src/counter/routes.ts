import type { CounterEndpoints } from '@paspor-antrean/contract';
import { releaseClaim } from '../booking/claims.ts';
import type { Deps } from '../deps.ts';
import type { Call, Handlers } from '../http/endpoint.ts';
import { recordArrival, recordArrivalBatch } from './arrivals.ts';
import { recordClaimRelease } from './audit.ts';
import { readDay } from './day.ts';
import { takeStep } from './progress.ts';
import { admitWalkIn } from './walk-ins.ts';

type CounterHandlers = Pick<Handlers, keyof CounterEndpoints>;
type StepCall = Call<'callApplicants' | 'serveApplicants' | 'missApplicants'>;

export const counterRoutes = (deps: Deps): CounterHandlers => {
  const step = (name: 'called' | 'served' | 'missed') => async (call: StepCall) => ({
    body: await takeStep(deps, call.path.office, call.staff, call.path.id, name, call.input),
  });
  return {
    readDay: async ({ path, staff }) => ({ body: await readDay(deps, path.office, staff, path.on) }),
    recordArrival: async ({ path, staff, input }) => ({
      body: await recordArrival(deps, path.office, staff, input),
    }),
    recordArrivals: async ({ path, staff, input }) => ({
      body: await recordArrivalBatch(deps, path.office, staff, input),
    }),
    callApplicants: step('called'),
    serveApplicants: step('served'),
    missApplicants: step('missed'),
    admitWalkIn: async ({ path, staff, input }) => {
      const { visit, created } = await admitWalkIn(deps, path.office, staff, input);
      return { body: visit, status: created ? 201 : 200 };
    },
    releaseClaim: async ({ path, staff, input }) => {
      const office = await deps.offices.get(path.office);
      return { body: { released: await releaseClaim(deps, input.nik, recordClaimRelease(deps, office.id, staff)) } };
    },
  };
};
