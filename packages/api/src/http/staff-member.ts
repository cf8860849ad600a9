import type { StaffRole } from '@paspor-antrean/contract';
import { Refusal } from '../refusal.ts';

/** Who stands behind a staff token. */
export interface StaffMember {
  /** As the identity provider names them; goes into the audit table, never a person's name. */
  sub: string;
  /** Offices they work for; `*`: all. */
  offices: readonly string[];
  role: StaffRole;
}

/** Tells whose a bearer token is. Refuses TOKEN_INVALID, TOKEN_EXPIRED, NOT_ALLOWED; OVERLOADED without its provider. */
export type VerifyStaff = (token: string) => Promise<StaffMember>;

/** Who may more is higher. */
export const rank: Record<StaffRole, number> = { counter: 0, head: 1, admin: 2 };

/** Refuses NOT_ALLOWED: another office's, or a lesser role. */
export const mayAct = (member: StaffMember, office: string, role: StaffRole): void => {
  const isHere = member.offices.includes('*') || member.offices.includes(office);
  if (!isHere || rank[member.role] < rank[role]) throw new Refusal('NOT_ALLOWED');
};
