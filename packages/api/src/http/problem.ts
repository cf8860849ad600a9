import { type Problem, problemHelp, problemStatus } from '@paspor-antrean/contract';
import { isPassing } from '../db/retry.ts';
import { Refusal } from '../refusal.ts';

/** A refusal as RFC 9457 problem details. Says nothing that was sent. */
export const problemOf = ({ code, extras }: Refusal, publicUrl: string): Problem => {
  const [title, advice] = problemHelp[code];
  const { detail = advice, ...rest } = extras;
  return { type: `${publicUrl}/docs/problems#${code}`, title, status: problemStatus[code], code, detail, ...rest };
};

export const problemResponse = (
  refusal: Refusal,
  publicUrl: string,
  headers: Record<string, string> = {},
): Response => {
  const problem = problemOf(refusal, publicUrl);
  const { status, retryAfterSeconds } = problem;
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      ...(retryAfterSeconds && { 'retry-after': String(retryAfterSeconds) }),
      ...headers,
    },
  });
};

/** Any error as a refusal: ours as it is, passing trouble as OVERLOADED, the rest as INTERNAL. */
export const asRefusal = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  return isPassing(error) ? new Refusal('OVERLOADED', { retryAfterSeconds: 2 }) : new Refusal('INTERNAL');
};
