import { type Problem, type ProblemCode, problemHelp, problemStatus } from '@paspor-antrean/contract';
import { Refusal } from '../refusal.ts';

/** A refusal as RFC 9457 problem details. Says nothing that was sent. */
export const problemResponse = (
  refusal: Refusal,
  publicUrl: string,
  headers: Record<string, string> = {},
): Response => {
  const { code, extras } = refusal;
  const [title] = problemHelp[code];
  const status = problemStatus[code];
  const { detail = problemHelp[code][1], ...rest } = extras;
  const problem: Problem = { type: `${publicUrl}/docs/problems#${code}`, title, status, code, detail, ...rest };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      ...(extras.retryAfterSeconds && { 'retry-after': String(extras.retryAfterSeconds) }),
      ...headers,
    },
  });
};

/** Database trouble that passes: the caller may ask again. Codes are SQLSTATEs and postgres.js's own. */
const passing: ReadonlySet<string> = new Set([
  '40001',
  '40P01',
  '53300',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '55P03',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Any error as a refusal: ours as it is, passing trouble as OVERLOADED, the rest as INTERNAL. */
export const asRefusal = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return passing.has(code) ? new Refusal('OVERLOADED', { retryAfterSeconds: 2 }) : new Refusal('INTERNAL');
};

export type { ProblemCode };
