import { expect, test } from 'vitest';
import { ratio } from './contrast.ts';
import { readViolation, type Violation } from './policy.ts';

const api = 'https://antrean.example.go.id';
const read = (violation: Partial<Violation>) =>
  readViolation({ effectiveDirective: '', blockedURI: '', originalPolicy: '', sample: '', ...violation }, [api]);
const line = (effectiveDirective: string, originalPolicy: string) =>
  read({ effectiveDirective, originalPolicy, blockedURI: `${api}/v1/offices` });

test.each([
  ['connect-src', "default-src 'none'; connect-src https://a.example", `connect-src https://a.example ${api}`],
  ['connect-src', "Connect-Src  'none' ;", `connect-src ${api}`],
  ['connect-src', "default-src 'self'", `connect-src 'self' ${api}`],
  ['script-src-elem', "default-src 'none'; script-src 'self'", `script-src 'self' ${api}`],
  [
    'script-src-elem',
    "script-src 'self'; script-src-elem https://b.example",
    `script-src-elem https://b.example ${api}`,
  ],
])('%s under %s becomes %s', (directive, policy, cured) => {
  expect(line(directive, policy)).toEqual({ kind: 'policy', line: cured });
});

test('what a policy refuses others is none of ours', () => {
  for (const blockedURI of ['inline', 'https://iklan.example/x.js', `${api}.palsu.example/x`, ''])
    expect(read({ effectiveDirective: 'script-src-elem', originalPolicy: "script-src 'self'", blockedURI })).toBe(
      undefined,
    );
  expect(read({ effectiveDirective: 'trusted-types', originalPolicy: 'trusted-types a', sample: 'b' })).toBe(undefined);
});

test('a missing policy name is added, and one that is taken may be made twice', () => {
  const refused = (originalPolicy: string) =>
    read({
      effectiveDirective: 'trusted-types',
      blockedURI: 'trusted-types-policy',
      originalPolicy,
      sample: 'lit-html',
    });
  expect(refused("trusted-types 'none'")).toEqual({ kind: 'policy', line: 'trusted-types lit-html' });
  expect(refused('trusted-types dompurify')).toEqual({ kind: 'policy', line: 'trusted-types dompurify lit-html' });
  expect(refused('trusted-types lit-html; object-src x')).toEqual({
    kind: 'policy-taken',
    line: "trusted-types lit-html 'allow-duplicates'",
  });
});

test('contrast is WCAG’s', () => {
  expect(ratio([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
  expect(ratio([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
  expect(ratio([11, 74, 107], [11, 74, 107])).toBe(1);
});
