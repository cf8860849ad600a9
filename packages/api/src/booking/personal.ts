import type { NewBooking } from '@paspor-antrean/contract';

/** What is sealed of a booking: who comes and how to reach them. */
export interface Personal {
  contact: { phone: string; email?: string | undefined };
  applicants: { name: string; nik: string; birthOn: string; relation: string; passportType?: string | undefined }[];
}

export const personalOf = ({ contact, applicants }: Pick<NewBooking, 'contact' | 'applicants'>): Personal => ({
  contact: { phone: contact.phone, ...(contact.email && { email: contact.email }) },
  applicants: applicants.map(({ name, nik, birthOn, relation, passportType }) => ({
    name,
    nik,
    birthOn,
    relation,
    ...(passportType && { passportType }),
  })),
});

/** The row that a sealed value belongs to; sealed elsewhere it does not open. */
export const placeOf = (office: string, id: string): string => `booking ${office} ${id}`;

/** True when both say the same of the same people, in the same order. */
export const samePeople = (a: Personal, b: Personal): boolean => JSON.stringify(a) === JSON.stringify(b);
