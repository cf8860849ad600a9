import type { StaffRole } from '@paspor-antrean/contract';
import { rank, type StaffMember } from '../http/staff-member.ts';
import { Refusal } from '../refusal.ts';

/** Under which names a token says where somebody works and as what. */
export interface ClaimNames {
  office: string;
  role: string;
}

/** Goes into the audit table, which takes neither what has no end nor what cannot be written. */
const printable = /^\P{C}{1,200}$/u;

/** Who a token that is genuine speaks of. Refuses TOKEN_INVALID without a subject, NOT_ALLOWED without office or role. */
export const memberOf = (claims: Record<string, unknown>, names: ClaimNames): StaffMember => {
  const { sub } = claims;
  if (typeof sub !== 'string' || !printable.test(sub)) throw new Refusal('TOKEN_INVALID');
  const offices = texts(claims[names.office]);
  const [role] = texts(claims[names.role]).filter(isRole).sort(highestFirst);
  if (offices.length === 0 || !role) throw new Refusal('NOT_ALLOWED');
  return { sub, offices, role };
};

/** A provider writes one as text or as a list of one. */
const texts = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : [claim]).filter((one) => typeof one === 'string' && one !== '');

const isRole = (text: string): text is StaffRole => Object.hasOwn(rank, text);

const highestFirst = (one: StaffRole, other: StaffRole) => rank[other] - rank[one];
