import type { FieldCode } from '@paspor-antrean/client';
import type { FieldKind, PeopleStrings } from '../strings.ts';

const missing: Record<FieldKind, string> = {
  name: 'Enter the name as on the KTP.',
  nik: 'Enter the NIK, 16 digits.',
  birthOn: 'Enter the date of birth.',
  relation: 'Choose the relation to you.',
  phone: 'Enter a mobile number.',
  email: 'Enter an e-mail address.',
  guardian: 'Tick the consent of the parent or guardian.',
  office: 'Choose the office where you booked.',
  code: 'Enter the booking code, 8 letters and digits.',
  nikLast4: 'Enter the last 4 digits of the NIK.',
  other: 'This field is required.',
};

const wrong: Record<FieldKind, string> = {
  ...missing,
  name: 'A name has letters, spaces, dots or apostrophes. Write it as on the KTP.',
  nik: 'A NIK has digits only.',
  birthOn: 'This date of birth is not in the calendar. Example: 12 5 1990.',
  phone: 'Mobile numbers start 08 or +62 8. Example: 0812 3456 7890.',
  email: 'The e-mail address is incomplete. Example: name@example.id. It may be left empty.',
  nikLast4: 'Enter 4 digits only.',
  other: 'Check this field.',
};

const fault = (field: FieldKind, code: FieldCode, digits: number): string => {
  switch (code) {
    case 'REQUIRED':
      return missing[field];
    case 'NIK_LENGTH':
      return `NIK needs 16 digits. You entered ${digits}.`;
    case 'NIK_DAY':
      return 'The NIK looks mistyped. Check digits 7 and 8.';
    case 'NIK_MONTH':
      return 'The NIK looks mistyped. Check digits 9 and 10.';
    case 'NIK_SERIAL':
      return 'The NIK looks mistyped. Check the last 4 digits.';
    case 'DUPLICATE':
      return 'The same NIK is already used for another applicant.';
    case 'TOO_SMALL':
      return 'Write the year of birth with four digits, for example 1990.';
    case 'FUTURE':
      return 'The date of birth cannot be after the visit.';
    case 'TOO_LONG':
      return field === 'name' ? 'A name has at most 60 letters.' : wrong[field];
    default:
      return wrong[field];
  }
};

export const people: PeopleStrings = {
  heading: 'Applicant details',
  intro: 'Write as on the KTP; for a child, as on the KIA or family card.',
  restored: 'Nothing was booked yet. What you entered is still here; enter each NIK again.',
  person: (n, of) => (of === 1 ? 'Applicant' : `Applicant ${n} of ${of}`),
  name: 'Full name as on KTP',
  nameHelp: 'A single name is fine. No titles.',
  nik: 'NIK (16 digits)',
  nikHelp: 'See your KTP. For a child, the KIA or family card.',
  nikAgain: 'A NIK is not kept. Enter it again.',
  born: 'Date of birth',
  bornHelp: 'Example: 12 5 1990',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  relation: 'Relation to you',
  relationChoose: 'Choose the relation',
  relations: {
    self: 'Myself',
    spouse: 'Husband or wife',
    child: 'Child',
    parent: 'Parent',
    sibling: 'Brother or sister',
    other: 'Other relative',
  },
  passport: 'Passport type',
  passportUnsure: 'Not sure yet',
  passports: {
    'regular-5': 'Regular, 5 years',
    'regular-10': 'Regular, 10 years',
    'electronic-5': 'Electronic, 5 years',
    'electronic-10': 'Electronic, 10 years',
  },
  tenYears: 'A 10-year passport is only for people aged 17 or over, or married.',
  remove: (n) => `Remove applicant ${n}`,
  removeShort: 'Remove',
  add: (n, max) => `Add a family member (${n} of ${max})`,
  contact: 'Contact',
  phone: 'Mobile / WhatsApp number',
  phoneHelp: 'Example: 0812 3456 7890',
  email: 'E-mail (optional)',
  emailShort: 'E-mail',
  emailHelp: 'Example: name@example.id',
  guardian: 'I am this child’s parent/guardian and agree to enter these data.',
  privacy: (days) => `Your data is used only for this booking and deleted ${days} days after the visit.`,
  privacyLink: 'Privacy notice',
  next: 'Continue',
  disagrees: 'The birth date differs from the NIK. If it matches your KTP, continue.',
  fault,
};
