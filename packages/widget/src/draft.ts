import type { FieldCode, NewBooking } from '@paspor-antrean/client';
import { isName, nikDisagreesWithBirth, nikFault, phoneE164 } from '@paspor-antrean/contract/wire';
import { type Draft, nobody, type Person } from './blank-draft.ts';

export { type Draft, emptyDraft, type Person } from './blank-draft.ts';

/** What is wrong, by the field names of the wire (`applicants.0.nik`), so that the API's own faults land beside ours. */
export type Faults = Readonly<Record<string, FieldCode>>;

/** The same people, as many as there are seats; the ones added are blank. */
export const resize = (draft: Draft, party: number): Draft => ({
  ...draft,
  people: Array.from({ length: party }, (_, at) => draft.people[at] ?? nobody),
});

export const nikDigits = (person: Person): string => person.nik.replace(/[\s.-]/g, '');

/** The birth date as `1990-05-12`, or undefined where it is not one. */
export const birthOn = ({ day, month, year }: Pick<Person, 'day' | 'month' | 'year'>): string | undefined => {
  if (![day, month, year].every((part) => /^\s*\d+\s*$/.test(part)) || year.trim().length !== 4) return undefined;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
  return isReal ? at.toISOString().slice(0, 10) : undefined;
};

/** Whether the person is younger than `years` on the day of the visit. */
export const isYounger = (person: Person, years: number, visitOn: string): boolean => {
  const born = birthOn(person);
  return born !== undefined && `${Number(born.slice(0, 4)) + years}${born.slice(4)}` > visitOn.slice(0, 10);
};

export const needsGuardian = (draft: Draft, visitOn: string): boolean =>
  draft.people.some((person) => isYounger(person, 18, visitOn));

export const disagrees = (person: Person): boolean => {
  const born = birthOn(person);
  return (
    born !== undefined && nikFault(nikDigits(person)) === undefined && nikDisagreesWithBirth(nikDigits(person), born)
  );
};

/** Without `visitOn` any day of the calendar will do. */
export const birthFault = (person: Pick<Person, 'day' | 'month' | 'year'>, visitOn?: string): FieldCode | undefined => {
  if (!person.day.trim() && !person.month.trim() && !person.year.trim()) return 'REQUIRED';
  // Two digits are a year of the first century, to whoever reads them as a year.
  if (person.year.trim() && Number(person.year) < 1900) return 'TOO_SMALL';
  const born = birthOn(person);
  if (!born) return 'FORMAT';
  return visitOn && born > visitOn.slice(0, 10) ? 'FUTURE' : undefined;
};

const nameFault = (name: string): FieldCode | undefined => {
  if (!name.trim()) return 'REQUIRED';
  if (name.trim().length > 60) return 'TOO_LONG';
  return isName(name) ? undefined : 'FORMAT';
};

/** Every fault in reading order; an empty object when it can be sent. */
export const check = (draft: Draft, visitOn: string): Faults => {
  const faults: Record<string, FieldCode> = {};
  const note = (field: string, code: FieldCode | undefined) => {
    if (code) faults[field] = code;
  };
  const niks = draft.people.map(nikDigits);
  draft.people.forEach((person, at) => {
    const nik = niks[at] ?? '';
    note(`applicants.${at}.name`, nameFault(person.name));
    note(`applicants.${at}.nik`, nik ? (niks.indexOf(nik) < at ? 'DUPLICATE' : nikFault(nik)) : 'REQUIRED');
    note(`applicants.${at}.birthOn`, birthFault(person, visitOn));
    note(`applicants.${at}.relation`, person.relation ? undefined : 'REQUIRED');
  });
  note('contact.phone', draft.phone.trim() ? (phoneE164(draft.phone) ? undefined : 'FORMAT') : 'REQUIRED');
  const email = draft.email.trim();
  note('contact.email', !email || /^[^\s@<>"]{1,64}@[^\s@<>".]+(\.[^\s@<>".]+)+$/.test(email) ? undefined : 'FORMAT');
  note('guardian', needsGuardian(draft, visitOn) && !draft.guardian ? 'REQUIRED' : undefined);
  return faults;
};

export const toNewBooking = (draft: Draft, privacyVersion: string, visitOn: string): NewBooking => ({
  contact: { phone: draft.phone.trim(), ...(draft.email.trim() && { email: draft.email.trim() }) },
  applicants: draft.people.map((person) => ({
    name: person.name.trim(),
    nik: nikDigits(person),
    birthOn: birthOn(person) ?? '',
    relation: person.relation || 'other',
    ...(person.passportType && { passportType: person.passportType }),
  })),
  privacyVersion,
  ...(needsGuardian(draft, visitOn) && { guardian: true }),
});

/** A fault goes as soon as its field is right; what is still wrong is said of what stands there now. */
export const recheck = (faults: Faults, draft: Draft, slot: string, field: string): Faults => {
  if (!(field in faults)) return faults;
  const { [field]: _, ...others } = faults;
  const now = check(draft, slot)[field];
  return now ? { ...others, [field]: now } : others;
};
