import type { StaffRole } from '@paspor-antrean/contract/wire';
import type { DeskState } from './desk/desk.ts';

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

/** Where the page of a token's bearer works and as what. Proves nothing: whether it may, the API says. */
export const staffOf = (token: string, { officeClaim, roleClaim }: ClaimNames): DeskState['staff'] => {
  const claims = claimsOf(token);
  const given = texts(claims[roleClaim]);
  const role = roles.findLast((one) => given.includes(one));
  const [office] = texts(claims[officeClaim]);
  if (!role || !office) throw new Error('The token names no office or no role of the staff');
  return { office, role };
};
