import type { AntreanEventMap } from '../src/events.ts';

type Says<E> = Exclude<keyof E, keyof Event> & string;
type Told = { [N in keyof AntreanEventMap]: [when: string, says: Says<AntreanEventMap[N]>[]] };

/** What the page hears; an event that is missing, or one that does not say this, does not compile. */
const events: Told = {
  'antrean-ready': ['the first step can be used', []],
  'antrean-step': ['another step shows', ['step']],
  'antrean-held': ['seats are held', ['officeId', 'slot', 'party', 'expiresAt']],
  'antrean-booked': ['a visit was booked or moved', ['officeId', 'slot', 'party', 'moved']],
  'antrean-cancelled': ['a booking, or one person of it, was cancelled', ['officeId', 'whole']],
  'antrean-failed': ['something went wrong', ['code', 'step']],
};

export const told = Object.entries(events).map(([name, [when, says]]) => [name, when, says] as const);
