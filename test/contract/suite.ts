import { beforeAll } from 'vitest';
import { bookings } from './bookings.ts';
import { changes } from './changes.ts';
import { conventions } from './conventions.ts';
import { groundOf, type Subject } from './ground.ts';
import { holds } from './holds.ts';
import { inOneCall } from './in-one-call.ts';
import { offices } from './offices.ts';

/**
 * What everyone who keeps the contract does alike, so that whoever tests against the fake has tested against the API.
 * Begins at 09:00 on Monday 23 November 2026 in Bandung with no booking; one client may hold a thousand seats.
 */
export const keepsTheContract = (open: () => Promise<Subject>): void => {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  const ground = groundOf(() => subject);
  for (const cases of [holds, bookings, inOneCall, changes, conventions, offices]) cases(ground);
};
