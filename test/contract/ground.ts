import type { AntreanClient } from '@paspor-antrean/client';
import { draft, person } from '../../packages/api/test/people.ts';

/** Something that promises to keep the contract: the API, or the fake. */
export interface Subject {
  /** Asks once, never again by itself. */
  antrean: AntreanClient;
  /** By path, for what no client would send. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** By office wall time in WIB. */
  setClock(wall: string): void;
}

const monday = '2026-11-23T09:00:00';
export const bandung = { office: 'bandung' } as const;
/** 25 seats an hour. */
export const malang = { office: 'malang' } as const;

/** What the cases do over and over. */
export const groundOf = (subject: () => Subject) => {
  const antrean = () => subject().antrean;
  const hold = (office: string, slot?: string, party = 1) =>
    antrean().holdSlot({ office, service: 'new', slot, party });
  const book = async (n: number, office = 'bandung', slot?: string) =>
    antrean().bookHold({ office, token: (await hold(office, slot)).token, ...draft([person(n)]) });
  const manage = ({ officeId, id, manageToken = '' }: Awaited<ReturnType<typeof book>>) => ({
    office: officeId,
    id,
    token: manageToken,
  });
  const free = async (office: string, slot: string) => {
    const { days } = await antrean().readAvailability({ office, service: 'new', from: slot.slice(0, 10), days: 1 });
    return days[0]?.slots.find((candidate) => candidate.slot === slot)?.remaining;
  };
  const fill = async (office: string, slot: string, seats: number) => {
    for (let left = seats; left > 0; left -= 5) await hold(office, slot, Math.min(5, left));
  };
  const at = async <T>(wall: string, then: () => Promise<T>): Promise<T> => {
    subject().setClock(wall);
    return await then().finally(() => subject().setClock(monday));
  };
  return { subject, antrean, hold, book, manage, free, fill, at };
};

export type Ground = ReturnType<typeof groundOf>;
