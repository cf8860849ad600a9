import type { Applicant, NewBooking } from '@paspor-antrean/contract';

/** A made-up adult: name, birth date and NIK belong to nobody, and are different for each number. */
export const fakePerson = (n: number, over: Partial<Applicant> = {}) => {
  const day = String(1 + (n % 28)).padStart(2, '0');
  const month = String(1 + (Math.floor(n / 28) % 12)).padStart(2, '0');
  const year = 60 + (Math.floor(n / 336) % 40);
  const serial = String(1 + (Math.floor(n / 13_440) % 9000)).padStart(4, '0');
  return {
    name: `Contoh ${String.fromCharCode(65 + (n % 26))}${n}`,
    nik: `990101${day}${month}${year}${serial}`,
    birthOn: `19${year}-${month}-${day}`,
    relation: 'self' as const,
    ...over,
  };
};

/** What `bookHold` takes for these people at the fake's offices and the demo's. */
export const fakeDraft = (people: Applicant[], over: Partial<NewBooking> = {}): NewBooking => ({
  contact: { phone: '0812 0000 0001' },
  applicants: people,
  privacyVersion: '2026-11',
  ...over,
});
