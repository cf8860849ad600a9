import { describe, expect, test } from 'vitest';
import { verifyTicket } from '../src/ticket.ts';
import { openMint } from './mint.ts';

const mint = await openMint();
const other = await openMint();
const { claims, header, jwks } = mint;
const now = new Date('2026-12-01T08:00:00+07:00');
const check = (token: string, at = now) => verifyTicket(token, jwks, at);
const ours = await mint.sign();
const [head = '', body = '', signature = ''] = ours.split('.');

test('a token of ours says which booking, office, slot and version, and until when', async () => {
  expect(await check(ours)).toEqual({
    valid: true,
    ticket: {
      bookingId: 'AZq1m3x8fUqL0pWn2Vb7Hg',
      officeNumber: 51,
      startsAt: new Date('2026-12-01T09:00:00+07:00'),
      expiresAt: new Date('2026-12-02T02:00:00+07:00'),
      version: 2,
    },
  });
});

test('it ends with its last second, and still says which booking it was', async () => {
  expect((await check(ours, new Date('2026-12-01T18:59:59.999Z'))).valid).toBe(true);
  expect(await check(ours, new Date('2026-12-01T19:00:00Z'))).toMatchObject({
    valid: false,
    reason: 'expired',
    ticket: { officeNumber: 51 },
  });
});

test('what is added to its claims one day does no harm', async () => {
  expect((await check(await mint.sign({ ...claims, z: 'AAAB' }))).valid).toBe(true);
});

test.each([
  ['one', 'DvZA'],
  ['two', 'DvZAmA4'],
  ['three', 'DvZAmA6WQYA'],
  ['four', 'DvZAmA6WQYEBCA'],
  ['five', 'DvZAmA6WQYEBCKq7sA'],
])('it may carry the bits of %s', async (_, n) => {
  expect(await check(await mint.sign({ ...claims, n }))).toMatchObject({ valid: true, ticket: { holders: n } });
});

describe('refused is', () => {
  const signatureOf = async (token: Promise<string>) => `${head}.${body}.${(await token).split('.')[2]}`;
  const stray = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
  const last = stray[stray.indexOf(signature.slice(-1)) + 1];
  test.each([
    ['another algorithm', 'other-kind', mint.sign(claims, { ...header, alg: 'HS256' })],
    ['no algorithm', 'other-kind', mint.sign(claims, { ...header, alg: 'none' })],
    ['no algorithm and no signature', 'malformed', mint.sign(claims, { ...header, alg: 'none' }, '')],
    ['another spelling of the algorithm', 'other-kind', mint.sign(claims, { ...header, alg: 'eddsa' })],
    ['another kind of token', 'other-kind', mint.sign(claims, { ...header, typ: 'manage+jwt' })],
    ['no kind', 'other-kind', mint.sign(claims, { alg: 'EdDSA', kid: '1' })],
    ['a header that must be understood', 'other-kind', mint.sign(claims, { ...header, crit: ['b64'] })],
    ['a key that is not in the JWKS', 'unknown-key', mint.sign(claims, { ...header, kid: '9' })],
    ['no key', 'unknown-key', mint.sign(claims, { alg: 'EdDSA', typ: 'booking+jwt' })],
    ['a key that it brings along', 'forged', other.sign(claims, { ...header, jku: 'https://x.test' })],
    ['a signature under another key of that name', 'forged', other.sign()],
    ['the signature of another token', 'forged', signatureOf(mint.sign({ ...claims, v: 3 }))],
    ['a trailing byte in the signature', 'forged', `${head}.${body}.${signature.slice(0, -2)}AAAA`],
    ['a signature cut short', 'forged', `${head}.${body}.${signature.slice(0, 84)}`],
    ['stray bits at the end of the signature', 'malformed', `${ours.slice(0, -1)}${last}`],
    ['padding', 'malformed', `${ours}==`],
    ['a space', 'malformed', `${ours} `],
    ['a line break within', 'malformed', `${head}.${body.slice(0, 8)}\n${body.slice(8)}.${signature}`],
    ['standard base64', 'malformed', standardBase64()],
    ['a trailing dot', 'malformed', `${ours}.`],
    ['a fourth segment', 'malformed', `${ours}.${signature}`],
    ['two segments', 'malformed', `${head}.${body}`],
    ['a segment that is empty', 'malformed', `${head}..${signature}`],
    ['nothing', 'malformed', ''],
    ['not JSON', 'malformed', `${head.slice(0, 8)}.${body}.${signature}`],
    ['JSON that is no object', 'malformed', mint.sign([])],
    ['claims that are null', 'malformed', mint.sign(null)],
    ['a booking that is none', 'malformed', mint.sign({ ...claims, sub: '1' })],
    ['an office that is no number', 'malformed', mint.sign({ ...claims, o: '51' })],
    ['an end that is none', 'malformed', mint.sign({ ...claims, exp: undefined })],
    ['an end beyond all calendars', 'malformed', mint.sign({ ...claims, exp: 1e300 })],
    ['half a version', 'malformed', mint.sign({ ...claims, v: 1.5 })],
    ['bits of nobody', 'malformed', mint.sign({ ...claims, n: '' })],
    ['bits that are a number', 'malformed', mint.sign({ ...claims, n: 20 })],
    ['bits that are null', 'malformed', mint.sign({ ...claims, n: null })],
    ['bits in a list', 'malformed', mint.sign({ ...claims, n: ['DvZA'] })],
    ['four bits too many', 'malformed', mint.sign({ ...claims, n: 'DvZB' })],
    ['bits of half a person', 'malformed', mint.sign({ ...claims, n: 'DvZAmA' })],
    ['a byte after the bits', 'malformed', mint.sign({ ...claims, n: 'DvZAAA' })],
    ['bits in no base64url', 'malformed', mint.sign({ ...claims, n: 'DvZ+' })],
    ['bits in another spelling', 'malformed', mint.sign({ ...claims, n: 'DvZAmA5' })],
    ['more than a QR may hold', 'malformed', mint.sign({ ...claims, n: 'A'.repeat(120) })],
  ])('%s: %s', async (_, reason, token) => {
    expect(await check(await token)).toEqual({ valid: false, reason });
  });
});

test('a JWKS may hold several keys, and one that is unusable says so', async () => {
  const two = { keys: [...other.jwks.keys.map((key) => ({ ...key, kid: '2' })), ...jwks.keys] };
  expect((await verifyTicket(ours, two, now)).valid).toBe(true);
  expect((await verifyTicket(await other.sign(claims, { ...header, kid: '2' }), two, now)).valid).toBe(true);
  const broken = { keys: jwks.keys.map((key) => ({ ...key, x: 'AA' })) };
  await expect(verifyTicket(ours, broken, now)).rejects.toThrow();
  expect(await verifyTicket(ours, { keys: [] }, now)).toEqual({ valid: false, reason: 'unknown-key' });
});

/** A token of ours with a `-` or `_` in its signature, written with `+` and `/`. */
async function standardBase64(): Promise<string> {
  for (let v = 1; ; v++) {
    const token = await mint.sign({ ...claims, v });
    if (/[-_]/.test(token)) return token.replaceAll('-', '+').replaceAll('_', '/');
  }
}
