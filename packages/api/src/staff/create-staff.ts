import { decodeProtectedHeader, errors } from 'jose';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { StaffMember, VerifyStaff } from '../http/staff-member.ts';
import { Refusal } from '../refusal.ts';
import { memberOf } from './claims.ts';
import { createDevelopment, developmentTyp } from './development.ts';
import { createProvider, type ProviderMemory } from './provider.ts';

interface Outside {
  config: Config;
  clock: Clock;
  /** True where this process started the embedded database itself. */
  isEmbedded: boolean;
  /** What is known of the identity provider already, where it outlives these dependencies. */
  memory?: ProviderMemory | undefined;
}

type Way = (token: string) => Promise<StaffMember>;

/** Each kind of token has one way to be verified; a kind without one is refused. Without settings no kind has one. */
export const createStaff = ({ config, clock, isEmbedded, memory }: Outside): VerifyStaff => {
  const ways = new Map<string, Way>();
  const { STAFF_ISSUER: issuer, STAFF_AUDIENCE: audience } = config;
  if (issuer && audience) {
    const verify = createProvider({ issuer, audience }, clock, memory);
    const names = { office: config.STAFF_OFFICE_CLAIM, role: config.STAFF_ROLE_CLAIM };
    for (const typ of ['at+jwt', 'jwt']) ways.set(typ, async (token) => memberOf(await verify(token), names));
  }
  if (isEmbedded) {
    const verify = createDevelopment(config.TOKEN_SECRET, clock);
    ways.set(developmentTyp, async (token) => memberOf(await verify(token), { office: 'office', role: 'role' }));
  }
  return async (token) => {
    try {
      const way = ways.get(typOf(token));
      if (!way) throw new Refusal('TOKEN_INVALID');
      return await way(token);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw new Refusal(error instanceof errors.JWTExpired ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID');
    }
  };
};

/** RFC 7515: a media type, in any case, with or without `application/`. */
const typOf = (token: string): string =>
  String(decodeProtectedHeader(token).typ)
    .toLowerCase()
    .replace(/^application\//, '');
