import * as v from 'valibot';
import { isName } from './name.ts';
import { nikFault, nikPattern } from './nik.ts';
import { Day, PassportType } from './scalars.ts';

export const Nik = v.pipe(
  v.string('FORMAT'),
  v.maxLength(64, 'TOO_LONG'),
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed && nikFault(dataset.value);
    if (fault) addIssue({ message: fault });
  }),
  v.metadata({ pattern: nikPattern }),
);

export const Relation = v.picklist(['self', 'spouse', 'child', 'parent', 'sibling', 'other'], 'FORMAT');

export const Applicant = v.strictObject(
  {
    /** As on the KTP; one word is fine. */
    name: v.pipe(
      v.string('FORMAT'),
      v.trim(),
      v.minLength(1, 'REQUIRED'),
      v.maxLength(60, 'TOO_LONG'),
      v.check(isName, 'FORMAT'),
      v.metadata({ pattern: '\\p{L}', examples: ['Siti Contoh', 'Suparman'] }),
    ),
    nik: Nik,
    birthOn: v.pipe(Day, v.minValue('1900-01-01', 'TOO_SMALL')),
    relation: Relation,
    passportType: v.optional(PassportType),
  },
  'FORMAT',
);
