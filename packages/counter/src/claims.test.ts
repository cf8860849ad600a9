import { expect, test } from 'vitest';
import { staffOf } from './claims.ts';

const names = { officeClaim: 'office', roleClaim: 'role' };
const token = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

test.each([
  [
    { office: 'bandung', role: 'counter' },
    { offices: ['bandung'], role: 'counter' },
  ],
  [
    { office: ['bandung', 'malang'], role: ['counter', 'head'] },
    { offices: ['bandung', 'malang'], role: 'head' },
  ],
  [
    { office: '*', role: 'admin' },
    { offices: ['*'], role: 'admin' },
  ],
])('of %j the page takes where and as what', (claims, staff) => {
  expect(staffOf(token(claims), names)).toEqual(staff);
});

test('claims have the names that the deployment gave them', () => {
  const claims = { 'https://imigrasi.example/unit': 'bandung', groups: ['staff', 'counter'] };
  const own = { officeClaim: 'https://imigrasi.example/unit', roleClaim: 'groups' };
  expect(staffOf(token(claims), own)).toEqual({ offices: ['bandung'], role: 'counter' });
});

test.each([
  ['no role of the staff', token({ office: 'bandung', role: 'applicant' })],
  ['no office', token({ role: 'counter', office: [] })],
  ['no token', 'abc'],
])('%s opens no page', (_, given) => {
  expect(() => staffOf(given, names)).toThrow();
});
