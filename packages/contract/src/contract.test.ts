import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { examples } from './examples.ts';
import {
  allEndpoints,
  nikDisagreesWithBirth,
  nikFault,
  operations,
  phoneE164,
  problemHelp,
  problemStatus,
  schemas,
} from './index.ts';

describe('examples', () => {
  for (const [name, value] of Object.entries(examples)) {
    test(`of ${name} fits its schema`, () => {
      const result = v.safeParse(schemas[name as keyof typeof examples], value);
      expect(result.issues ?? []).toEqual([]);
    });
  }
});

describe('the endpoint table', () => {
  test('names only schemas that exist, and every endpoint has its words', () => {
    for (const [name, endpoint] of Object.entries(allEndpoints) as [
      keyof typeof allEndpoints,
      Record<string, unknown>,
    ][]) {
      for (const key of ['query', 'body', 'answer']) {
        if (endpoint[key] !== undefined) expect(Object.keys(schemas)).toContain(endpoint[key]);
      }
      expect(operations[name].summary).not.toBe('');
    }
  });

  test('explains every problem code', () => {
    expect(Object.keys(problemHelp).sort()).toEqual(Object.keys(problemStatus).sort());
  });
});

describe('NIK', () => {
  test.each([
    ['3273001205900001', undefined],
    ['3273005205900001', undefined],
    ['3502027102019913', undefined], // 31 February is in the registry
    ['327300120590001', 'NIK_LENGTH'],
    ['32730012059000012', 'NIK_LENGTH'],
    ['327300120590000a', 'NIK_DIGITS'],
    ['3273003205900001', 'NIK_DAY'],
    ['3273000005900001', 'NIK_DAY'],
    ['3273007205900001', 'NIK_DAY'],
    ['3273001200900001', 'NIK_MONTH'],
    ['3273001213900001', 'NIK_MONTH'],
    ['3273001205900000', 'NIK_SERIAL'],
  ])('%s: %s', (nik, fault) => {
    expect(nikFault(nik)).toBe(fault);
  });

  test('of a woman carries the day plus 40', () => {
    expect(nikDisagreesWithBirth('3273005205900001', '1990-05-12')).toBe(false);
    expect(nikDisagreesWithBirth('3273001205900001', '1990-05-13')).toBe(true);
  });
});

test.each([
  ['0812 3456 7890', '+6281234567890'],
  ['+62 812-3456-7890', '+6281234567890'],
  ['62 812 3456 7890', '+6281234567890'],
  ['(0812) 345.678', '+62812345678'],
  ['0812345678', '+62812345678'],
  ['021 555 1234', undefined],
  ['08123456789012345', undefined],
])('the phone number %s is kept as %s', (typed, kept) => {
  expect(phoneE164(typed)).toBe(kept);
});

describe('a booking is refused', () => {
  const faults = (change: object) => {
    const result = v.safeParse(schemas.NewBooking, { ...examples.NewBooking, ...change });
    return result.issues?.map((issue) => `${issue.path?.map((step) => step.key).join('.')}: ${issue.message}`) ?? [];
  };
  const [first] = examples.NewBooking.applicants;

  test('when two applicants share a NIK', () => {
    expect(faults({ applicants: [first, { ...first, name: 'Ani' }] })).toEqual(['applicants.1.nik: DUPLICATE']);
  });
  test('when a name has no letter', () => {
    expect(faults({ applicants: [{ ...first, name: '123' }] })).toEqual(['applicants.0.name: FORMAT']);
  });
  test('when a name would turn the direction of what is written beside it', () => {
    expect(faults({ applicants: [{ ...first, name: '\u202eidub' }] })).toEqual(['applicants.0.name: FORMAT']);
  });
  test('when the birth date is on no calendar', () => {
    expect(faults({ applicants: [{ ...first, birthOn: '1990-02-31' }] })).toContain('applicants.0.birthOn: FORMAT');
  });
  test('but not for a single-word name', () => {
    expect(faults({ applicants: [{ ...first, name: 'Suparman' }] })).toEqual([]);
  });
});
