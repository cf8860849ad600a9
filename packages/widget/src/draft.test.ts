import { expect, test } from 'vitest';
import { birthOn, check, disagrees, emptyDraft, isYounger, type Person, resize } from './draft.ts';

const budi: Person = {
  name: 'Budi',
  nik: '3273 0012 0590 0001',
  day: '12',
  month: '5',
  year: '1990',
  relation: 'self',
  passportType: '',
};
const draft = { ...emptyDraft, people: [budi], phone: '0812 0000 0001' };

test('one person with a name of one word and a NIK with spaces can be sent', () => {
  expect(check(draft, '2026-12-01')).toEqual({});
});

test('a birth date other than the NIK’s is a warning and never a fault', () => {
  const other = { ...budi, day: '13' };
  expect(disagrees(other)).toBe(true);
  expect(disagrees(budi)).toBe(false);
  expect(check({ ...draft, people: [other] }, '2026-12-01')).toEqual({});
});

test('a woman’s NIK carries her birth day plus 40 and gives no warning', () => {
  expect(disagrees({ ...budi, nik: '3273005205900001' })).toBe(false);
});

test('there is no warning while the NIK or the date is incomplete', () => {
  expect(disagrees({ ...budi, nik: '3273' })).toBe(false);
  expect(disagrees({ ...budi, year: '19', day: '13' })).toBe(false);
});

test.each([
  ['3273001205900001', '31', '2', 'applicants.0.birthOn', 'FORMAT'],
  ['327300120590000', '12', '5', 'applicants.0.nik', 'NIK_LENGTH'],
  ['3273007205900001', '12', '5', 'applicants.0.nik', 'NIK_DAY'],
  ['3273001213900001', '12', '5', 'applicants.0.nik', 'NIK_MONTH'],
  ['3273001205900000', '12', '5', 'applicants.0.nik', 'NIK_SERIAL'],
  ['32730012O5900001', '12', '5', 'applicants.0.nik', 'NIK_DIGITS'],
])('%s, born %s-%s: %s is %s', (nik, day, month, field, code) => {
  expect(check({ ...draft, people: [{ ...budi, nik, day, month }] }, '2026-12-01')).toEqual({ [field]: code });
});

test('the same NIK twice is a fault of the second person', () => {
  expect(check({ ...draft, people: [budi, { ...budi, relation: 'child' }] }, '2026-12-01')).toEqual({
    'applicants.1.nik': 'DUPLICATE',
  });
});

test('a child turns 18 on the birthday, counted on the day of the visit', () => {
  const child = { ...budi, day: '1', month: '12', year: '2008' };
  expect(isYounger(child, 18, '2026-11-30T09:00')).toBe(true);
  expect(isYounger(child, 18, '2026-12-01T09:00')).toBe(false);
});

test('a birth date after the visit is refused', () => {
  expect(check({ ...draft, people: [{ ...budi, year: '2027' }] }, '2026-12-01')).toMatchObject({
    'applicants.0.birthOn': 'FUTURE',
  });
});

test('one digit for day and month is enough', () => {
  expect(birthOn({ day: '1', month: '6', year: '2015' })).toBe('2015-06-01');
});

test('more people keep those that are there', () => {
  expect(resize(draft, 2).people.map(({ name }) => name)).toEqual(['Budi', '']);
});

test.each(['90', '1', '0090', '1899'])('a year of birth as %s is asked for again with four digits', (year) => {
  expect(check({ ...draft, people: [{ ...budi, year }] }, '2026-12-01')).toEqual({
    'applicants.0.birthOn': 'TOO_SMALL',
  });
});

test('a year that is no number is a date that does not exist', () => {
  expect(check({ ...draft, people: [{ ...budi, year: '19x0' }] }, '2026-12-01')).toEqual({
    'applicants.0.birthOn': 'FORMAT',
  });
});
