import {
  type AnyEndpointName,
  operations,
  type Problem,
  type ProblemCode,
  problemStatus,
} from '@paspor-antrean/contract';
import { examples } from '@paspor-antrean/contract/examples';
import { Refusal } from '../refusal.ts';
import { problemOf } from './problem.ts';

export type Json = Record<string, unknown>;

/** Refusals that any route may give. */
const anywhere: readonly ProblemCode[] = ['ORIGIN_NOT_ALLOWED', 'INTERNAL', 'OVERLOADED'];

/** What the endpoint may refuse with, by HTTP status in rising order. */
const codesByStatus = (name: AnyEndpointName): [status: number, codes: ProblemCode[]][] => {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set([...operations[name].problems, ...anywhere])) {
    const status = problemStatus[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return [...byStatus].sort(([a], [b]) => a - b);
};

const given = new Set<ProblemCode>([...anywhere, ...Object.values(operations).flatMap(({ problems }) => problems)]);

/** Whether some endpoint gives this code. */
export const isGiven = (code: ProblemCode): boolean => given.has(code);

const { alternatives } = examples.Problem;
const help = { name: 'Kantor Imigrasi Bandung', address: 'Jl. Surapati No. 82, Cihaurgeulis', phone: null };
const extras: Partial<Record<ProblemCode, Partial<Problem>>> = {
  SLOT_FULL: { alternatives },
  SLOT_NOT_RELEASED: { nextReleaseAt: '2026-11-28T08:00:00+07:00' },
  NIK_ALREADY_BOOKED: { help },
  INVALID_INPUT: { fields: [{ field: 'applicants.0.nik', code: 'NIK_LENGTH' }] },
  RATE_LIMITED: { retryAfterSeconds: 600 },
  OVERLOADED: { retryAfterSeconds: 2 },
};

export const exampleProblem = (code: ProblemCode, publicUrl: string): Problem =>
  problemOf(new Refusal(code, extras[code]), publicUrl);

const headersOf = (status: number): Json => ({
  ...(status === 401 && { 'WWW-Authenticate': { $ref: '#/components/headers/WwwAuthenticate' } }),
  ...((status === 429 || status === 503) && { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } }),
});

/** One response for each status of refusal, with the codes that this endpoint gives under it. */
export const refusals = (name: AnyEndpointName, headers: Json): Json =>
  Object.fromEntries(
    codesByStatus(name).map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\``).join(' · '),
        headers: { ...headers, ...headersOf(status) },
        content: {
          'application/problem+json': {
            schema: {
              allOf: [
                { $ref: '#/components/schemas/Problem' },
                { properties: { code: { enum: codes }, status: { const: status } } },
              ],
            },
            examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
          },
        },
      },
    ]),
  );
