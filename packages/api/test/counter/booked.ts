import type { Booking } from '@paspor-antrean/contract';
import { draft, person } from '../people.ts';
import type { TestOffice } from '../test-office.ts';

let next = 1;

/** Books a party of new people into a slot. */
export const bookParty = async (
  { antrean }: TestOffice,
  slot: string,
  size = 1,
  office = 'bandung',
): Promise<{ booking: Booking; niks: string[] }> => {
  const hold = await antrean.holdSlot({ office, service: 'new', slot, party: size });
  const applicants = Array.from({ length: size }, () => person(next++));
  const booking = await antrean.bookHold({ ...draft(applicants), office, token: hold.token });
  return { booking, niks: applicants.map(({ nik }) => nik) };
};

/** A device of the counter: 16 bytes in base64url. */
export const device = (letter: string): string => `${letter.repeat(21)}A`;
