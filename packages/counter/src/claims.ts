import type { StaffRole } from '@paspor-antrean/contract/wire';

export interface Staff {
  readonly offices: readonly string[];
  readonly role: StaffRole;
}

interface ClaimNames {
  readonly officeClaim: string;
  readonly roleClaim: string;
}

/** The highest last. */
const roles: readonly StaffRole[] = ['counter', 'head', 'admin'];

/** A provider writes one as text or as a list of one. */
const texts = (claim: unknown): string[] =>
  [claim].flat().filter((one): one is string => typeof one === 'string' && one !== '');

const claimsOf = (token: string): Record<string, unknown> => {
  const text = atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
  return Object(JSON.parse(new TextDecoder().decode(Uint8Array.from(text, (char) => char.charCodeAt(0)))));
};

/** Where a token's bearer may work (`*`: everywhere) and as what. Proves nothing: whether they may, the API says. */
export const staffOf = (token: string, { officeClaim, roleClaim }: ClaimNames): Staff => {
  const claims = claimsOf(token);
  const given = texts(claims[roleClaim]);
  const role = roles.findLast((one) => given.includes(one));
  const offices = texts(claims[officeClaim]);
  if (!role || offices.length === 0) throw new Error('The token names no office or no role of the staff');
  return { offices, role };
};
