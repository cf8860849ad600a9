import type { CounterEndpoints } from '@paspor-antrean/contract';
import type { Handlers } from '../http/endpoint.ts';
import { Refusal } from '../refusal.ts';

type CounterHandlers = Pick<Handlers, keyof CounterEndpoints>;

export const counterRoutes = (): CounterHandlers => {
  const none = async (): Promise<never> => {
    throw new Refusal('NOT_ALLOWED');
  };
  return {
    readDay: none,
    recordArrival: none,
    recordArrivals: none,
    callApplicants: none,
    serveApplicants: none,
    missApplicants: none,
    admitWalkIn: none,
    releaseClaim: none,
  };
};
