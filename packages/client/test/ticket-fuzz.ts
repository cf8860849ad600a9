import fc from 'fast-check';
import { type TicketCheck, verifyTicket } from '../src/ticket.ts';
import { openMint } from './mint.ts';

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
/** A segment is read, one of its members is given another value, and it is written again under the old signature. */
const inMember: fc.Arbitrary<Change> = fc
  .tuple(fc.constantFrom(0, 1), fc.constantFrom('alg', 'kid', 'typ', 'crit', 'sub', 'o', 's', 'exp', 'v', 'n'), value)
  .map(([which, name, to]) => (token: string) => {
    const parts = token.split('.');
    const members = JSON.parse(Buffer.from(parts[which] ?? '', 'base64url').toString());
    parts[which] = Buffer.from(JSON.stringify({ ...members, [name]: to })).toString('base64url');
    return parts.join('.');
  });

/**
 * Changes tokens of ours in so many ways, and says what came of each; throws when one that was changed is valid. Each
 * time another of a few tokens, so that short and odd ones are among them.
 */
export const fuzzTickets = async (runs: number): Promise<Record<string, number>> => {
  const mint = await openMint();
  const now = new Date('2026-12-01T08:00:00+07:00');
  const tokens = await Promise.all([1, 2, 3, 40, 500].map((v) => mint.sign({ ...mint.claims, v })));
  const outcomes: Record<string, number> = {};
  const count = (check: TicketCheck) => {
    const outcome = check.valid ? 'unchanged' : check.reason;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  };
  const changed = fc.tuple(
    fc.constantFrom(...tokens),
    fc.oneof({ weight: 1, arbitrary: inText }, { weight: 2, arbitrary: inMember }),
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

/** The share that was still a token by its form, so that it was the key and the signature that refused it. */
export const shareThatParses = (outcomes: Record<string, number>): number => {
  const all = Object.values(outcomes).reduce((sum, n) => sum + n, 0);
  return 1 - (outcomes.malformed ?? 0) / all;
};
