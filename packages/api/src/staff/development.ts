import type { StaffRole } from '@paspor-antrean/contract';
import { errors, jwtVerify, SignJWT } from 'jose';
import { deriveKey } from '../bytes.ts';
import type { Clock } from '../clock.ts';

/** The kind of token that stands in for an identity provider on the embedded database, and nowhere else. */
export const developmentTyp = 'staff-development+jwt';

const keyOf = (secret: string) => deriveKey(secret, developmentTyp);

interface DevelopmentClaims {
  sub: string;
  office: string;
  role: StaffRole;
  /** Seconds since 1970. */
  expires: number;
}

export const signDevelopment = async (
  secret: string,
  { sub, office, role, expires }: DevelopmentClaims,
): Promise<string> =>
  new SignJWT({ sub, office, role, exp: expires })
    .setProtectedHeader({ alg: 'HS256', typ: developmentTyp })
    .sign(await keyOf(secret));

/** Verifies under each secret, as with our other tokens. */
export const createDevelopment =
  (secrets: readonly string[], clock: Clock) =>
  async (token: string): Promise<Record<string, unknown>> => {
    const options = { typ: developmentTyp, algorithms: ['HS256'], requiredClaims: ['exp'], currentDate: clock() };
    for (const secret of secrets) {
      try {
        return (await jwtVerify(token, await keyOf(secret), options)).payload;
      } catch (error) {
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  };
