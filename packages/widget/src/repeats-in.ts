import type { Fault } from './flow-state.ts';

/** Seconds after which a call is made again unasked: what a busy server wants, and whether a booking was made. */
export const repeatsIn = ({ kind, problem, call }: Fault): number => {
  if (problem?.code === 'OVERLOADED' && call.name !== 'lookUpBooking')
    return Math.max(10, problem.retryAfterSeconds ?? 0);
  return kind === 'unknown' && call.name === 'readHold' ? 10 : 0;
};
