import fc from 'fast-check';
import { type TicketCheck, verifyTicket } from '../src/ticket.ts';
import { openMint, packHolders } from './mint.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const char = fc.oneof(
  fc.constantFrom(...alphabet, '.', '=', '+', '/', ' ', '\n'),
  fc.string({ minLength: 1, maxLength: 1 }),
);
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom('EdDSA', 'none', 'booking+jwt', '1', 51, 1e21, -1),
);

/** What a token may have gone through on its way. Each gives what it has become. */
type Change = (token: string) => string;
const at = fc.nat({ max: 400 });
const inText: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(at, fc.nat({ max: 6 })).map(([n, bit]) => (token: string) => {
    const i = n % token.length;
    return token.slice(0, i) + String.fromCharCode(token.charCodeAt(i) ^ (1 << bit)) + token.slice(i + 1);
  }),
  fc.tuple(at, char).map(
    ([n, put]) =>
      (token: string) =>
        token.slice(0, n % token.length) + put + token.slice((n % token.length) + 1),
  ),
  fc.tuple(at, char).map(
    ([n, put]) =>
      (token: string) =>
        token.slice(0, n % (token.length + 1)) + put + token.slice(n % (token.length + 1)),
  ),
  at.map((n) => (token: string) => token.slice(0, n % token.length) + token.slice((n % token.length) + 1)),
  at.map((n) => (token: string) => token.slice(0, n % token.length)),
  fc
    .shuffledSubarray([0, 1, 2], { minLength: 1 })
    .map((order) => (token: string) => order.map((n) => token.split('.')[n]).join('.')),
  char.map((put) => (token: string) => token + put),
);
const inSegment =
  (which: number, change: (bytes: Buffer) => Buffer | string): Change =>
  (token) => {
    const parts = token.split('.');
    parts[which] = Buffer.from(change(Buffer.from(parts[which] ?? '', 'base64url'))).toString('base64url');
    return parts.join('.');
  };
const member = fc.constantFrom('alg', 'kid', 'typ', 'crit', 'jwk', 'b64', 'sub', 'o', 's', 'exp', 'v', 'n');
/** The header more often: most of what is wrong with one is found there. */
const headerOrClaims = fc.constantFrom(0, 0, 1);

/** A segment is read, changed within, and written again, as a token under the old signature. */
const inBytes: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.constantFrom(0, 1, 2), at, fc.nat({ max: 7 })).map(([which, n, bit]) =>
    inSegment(which, (bytes) => {
      const i = n % bytes.length;
      bytes[i] = (bytes[i] ?? 0) ^ (1 << bit);
      return bytes;
    }),
  ),
  fc
    .tuple(headerOrClaims, member, value)
    .map(([which, name, to]) =>
      inSegment(which, (bytes) => JSON.stringify({ ...JSON.parse(String(bytes)), [name]: to })),
    ),
  fc.tuple(headerOrClaims, member).map(([which, name]) =>
    inSegment(which, (bytes) => {
      const { [name]: _, ...rest } = JSON.parse(String(bytes));
      return JSON.stringify(rest);
    }),
  ),
  // The same JSON spelled otherwise: a member twice, spaces, another order, or escaped.
  fc
    .tuple(headerOrClaims, member, value)
    .map(([which, name, to]) =>
      inSegment(which, (bytes) => `${String(bytes).slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(to)}}`),
    ),
  fc
    .tuple(headerOrClaims, fc.constantFrom(' ', '\t', '\n', '\ufeff'))
    .map(([which, space]) => inSegment(which, (bytes) => space + bytes)),
  headerOrClaims.map((which) =>
    inSegment(which, (bytes) =>
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(String(bytes))).reverse())),
    ),
  ),
  headerOrClaims.map((which) =>
    inSegment(which, (bytes) => String(bytes).replace('"s', '"\\u0073').replace('"a', '"\\u0061')),
  ),
  fc
    .tuple(headerOrClaims, fc.jsonValue({ maxDepth: 1 }))
    .map(([which, whole]) => inSegment(which, () => JSON.stringify(whole))),
  fc.array(fc.nat({ max: 255 }), { maxLength: 64 }).map((bytes) => inSegment(2, () => Buffer.from(bytes))),
);
/** A segment of another token of ours, each rightly signed. */
const ofAnother = (tokens: readonly string[]): fc.Arbitrary<Change> =>
  fc.tuple(fc.constantFrom(...tokens), fc.constantFrom(0, 1, 2)).map(([other, which]) => (token: string) => {
    const parts = token.split('.');
    parts[which] = other.split('.')[which] ?? '';
    return parts.join('.');
  });
/** The bits of other people, or of fewer or more of them. */
const inHolders: fc.Arbitrary<Change> = fc
  .uint8Array({ maxLength: 20 })
  .map((bits) =>
    inSegment(1, (bytes) =>
      JSON.stringify({ ...JSON.parse(String(bytes)), n: Buffer.from(bits).toString('base64url') }),
    ),
  );

/**
 * Changes tokens of ours in so many ways, and says what came of each; throws when one that was changed is valid. Each
 * time another of a few tokens: of one, two, three and five people, and without their bits.
 */
export const fuzzTickets = async (runs: number): Promise<Record<string, number>> => {
  const mint = await openMint();
  const now = new Date('2026-12-01T08:00:00+07:00');
  const dayKey = 'hhBCv8NGP0XyySkaOJEDI_i64-5wYEnmAYBDqRjPxBU';
  const niks = Array.from({ length: 5 }, (_, at) => `327300120590000${at}`);
  const parties = [0, 1, 2, 3, 5].map((party) => packHolders(dayKey, mint.claims.sub, niks.slice(0, party)));
  const tokens = await Promise.all(
    parties.map((n, v) => mint.sign({ ...mint.claims, v: (v + 1) ** 4, ...(n && { n }) })),
  );
  const outcomes: Record<string, number> = {};
  const count = (check: TicketCheck) => {
    const outcome = check.valid ? 'unchanged' : check.reason;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  };
  const changed = fc.tuple(
    fc.constantFrom(...tokens),
    fc.oneof(
      { weight: 4, arbitrary: inText },
      { weight: 6, arbitrary: inBytes },
      { weight: 1, arbitrary: inHolders },
      { weight: 1, arbitrary: ofAnother(tokens) },
    ),
  );
  await fc.assert(
    fc.asyncProperty(changed, async ([token, change]) => {
      const mutated = change(token);
      const check = await verifyTicket(mutated, mint.jwks, now);
      count(check);
      // A change may leave a token as it was, or make it another of ours; nothing else is valid.
      if (check.valid !== tokens.includes(mutated)) throw new Error(`${mutated}: ${JSON.stringify(check)}`);
    }),
    { numRuns: runs },
  );
  return outcomes;
};

/** The share of changed ones that were still tokens by their form, so that the key and the signature refused them. */
export const shareThatParses = ({ unchanged: _, ...refused }: Record<string, number>): number => {
  const all = Object.values(refused).reduce((sum, n) => sum + n, 0);
  return 1 - (refused.malformed ?? 0) / all;
};
