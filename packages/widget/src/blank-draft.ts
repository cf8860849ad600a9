import type { Applicant, PassportType } from '@paspor-antrean/client';

/** One applicant as typed. Everything is text until it is sent, so that nothing typed is ever lost or "corrected". */
export interface Person {
  readonly name: string;
  readonly nik: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly relation: Applicant['relation'] | '';
  readonly passportType: PassportType | '';
}

export interface Draft {
  readonly people: readonly Person[];
  readonly phone: string;
  readonly email: string;
  readonly guardian: boolean;
  /** Came back out of the browser's storage, which keeps no NIK. */
  readonly restored: boolean;
}

export const nobody: Person = { name: '', nik: '', day: '', month: '', year: '', relation: '', passportType: '' };

export const emptyDraft: Draft = {
  people: [{ ...nobody, relation: 'self' }],
  phone: '',
  email: '',
  guardian: false,
  restored: false,
};
