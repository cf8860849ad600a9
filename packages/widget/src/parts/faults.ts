import type { Draft, Faults } from '../draft.ts';
import { nikDigits } from '../draft.ts';
import type { FieldKind, Strings } from '../i18n/strings.ts';
import type { SummaryItem } from './error-summary.ts';

const kinds = new Set<string>([
  'name',
  'nik',
  'birthOn',
  'relation',
  'phone',
  'email',
  'guardian',
  'office',
  'code',
  'nikLast4',
]);

const kindOf = (field: string): FieldKind => {
  const name = field.split('.').at(-1) ?? '';
  return (kinds.has(name) ? name : 'other') as FieldKind;
};

/** The element's id for a field of the wire: `applicants.0.nik` is `applicants-0-nik`. */
export const fieldId = (field: string): string => field.replaceAll('.', '-');

export const faultWords = (t: Strings, faults: Faults, field: string, draft?: Draft): string | undefined => {
  const code = faults[field];
  if (!code) return undefined;
  const person = draft?.people[Number(field.split('.')[1])];
  return t.people.fault(kindOf(field), code, person ? nikDigits(person).length : 0);
};

/** For the summary; with several people each line says whose field it is. */
export const summaryItems = (t: Strings, faults: Faults, draft?: Draft): SummaryItem[] =>
  Object.keys(faults).map((field) => {
    const words = faultWords(t, faults, field, draft) ?? '';
    const at = /^applicants\.(\d+)/.exec(field)?.[1];
    const who = at && draft && draft.people.length > 1 ? `${t.review.applicant(Number(at) + 1)}: ` : '';
    return { id: fieldId(field), text: `${who}${words}` };
  });
