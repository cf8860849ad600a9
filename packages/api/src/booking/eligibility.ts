import type { FieldCode, NewBooking } from '@paspor-antrean/contract';
import { officeDay } from '../offices/office-time.ts';
import type { OfficeRecord } from '../offices/offices.ts';
import { Refusal } from '../refusal.ts';

/** UU 27/2022 art. 25 asks a parent's or guardian's consent for a child's data; a child is under 18. */
const adultAge = 18;

/** What a schema cannot know of the applicants: today, the office's notice and what it issues. */
export const applicantRefusal = (office: OfficeRecord, draft: NewBooking, now: Date): Refusal | undefined => {
  const today = officeDay(now, office.timeZone);
  const issued = office.services.flatMap(({ passportTypes }) => passportTypes.map(({ id }) => id as string));
  const fields: { field: string; code: FieldCode }[] = [];
  draft.applicants.forEach(({ birthOn, passportType }, at) => {
    if (birthOn > today) fields.push({ field: `applicants.${at}.birthOn`, code: 'FUTURE' });
    if (passportType && !issued.includes(passportType))
      fields.push({ field: `applicants.${at}.passportType`, code: 'FORMAT' });
  });
  if (draft.privacyVersion !== office.privacy.version) fields.push({ field: 'privacyVersion', code: 'OUTDATED' });
  if (draft.guardian !== true && draft.applicants.some(({ birthOn }) => isChild(birthOn, today))) {
    fields.push({ field: 'guardian', code: 'REQUIRED' });
  }
  return fields.length > 0 ? new Refusal('INVALID_INPUT', { fields }) : undefined;
};

const isChild = (birthOn: string, today: string): boolean => {
  const grownUpOn = `${Number(birthOn.slice(0, 4)) + adultAge}${birthOn.slice(4)}`;
  return today < grownUpOn;
};
