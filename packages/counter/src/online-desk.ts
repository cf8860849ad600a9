// A desk that needs the network, until the one that does without stands in its place.
import type { Visit } from '@paspor-antrean/client/counter';
import type { Desk, DeskOptions, DeskState, Verdict } from './desk/desk.ts';
import type { Parts } from './entrance.ts';

const createDesk = async ({ client, accessToken, staff }: DeskOptions): Promise<Desk> => {
  const { office } = staff;
  const listeners = new Set<() => void>();
  let state: DeskState = {
    staff,
    day: null,
    asOf: null,
    online: true,
    unsent: 0,
    clashes: [],
    clockOffMs: 0,
    isExpired: false,
  };
  const become = (patch: Partial<DeskState>) => {
    state = { ...state, ...patch };
    for (const listener of listeners) listener();
  };
  const refresh = async () => {
    const on = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Jakarta' });
    const day = await client.readDay({ token: await accessToken(), office, on });
    become({ day, asOf: new Date(day.asOf) });
  };
  const judge = (visit: Visit): Verdict => {
    const toCome = visit.applicants.filter(({ status }) => status === 'booked' || status === 'missed');
    const waitingFor = toCome.map(({ queueCode }) => queueCode);
    if (waitingFor.length > 0) return { kind: 'welcome', visit, ticket: null, waitingFor, isListed: true };
    return { kind: 'arrived', visit, at: null, isHere: false };
  };
  const progress =
    (act: 'callApplicants' | 'serveApplicants' | 'missApplicants') =>
    async (id: string, queueCodes: readonly string[], booth?: string) => {
      await client[act]({ token: await accessToken(), office, id, queueCodes: [...queueCodes], booth });
      await refresh();
    };
  await refresh();
  return {
    get state() {
      return state;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    present: async (text) => {
      const code = text.trim().toUpperCase();
      const of = ({ code: booking, applicants }: Visit) =>
        booking === code || applicants.some(({ queueCode }) => queueCode === code);
      const visit = state.day?.visits.find(of);
      return visit ? judge(visit) : { kind: 'unknown' };
    },
    checkHolder: async () => ({ fault: 'HOLDERS_UNKNOWN' }),
    arrive: async (verdict, queueCodes) => {
      const code = verdict.kind === 'welcome' ? (verdict.visit?.code ?? undefined) : undefined;
      await client.recordArrival({ token: await accessToken(), office, code, queueCodes: [...queueCodes] });
      await refresh();
    },
    call: progress('callApplicants'),
    serve: progress('serveApplicants'),
    miss: progress('missApplicants'),
    admitWalkIn: async (input) => await client.admitWalkIn({ token: await accessToken(), office, ...input }),
    releaseClaim: async (nik) => (await client.releaseClaim({ token: await accessToken(), office, nik })).released,
    refresh,
    dismiss: async () => {},
    signOut: async () => {},
    close: () => {},
  };
};

export const parts: Parts = {
  createDesk,
  resumeDesk: async () => null,
  readDevelopmentToken: () => {
    const accessToken = new URLSearchParams(location.hash.slice(1)).get('token');
    if (!accessToken) return undefined;
    history.replaceState(null, '', location.pathname);
    return { accessToken, expiresAt: Date.now() + 3_600_000 };
  },
  beginSignIn: async () => {},
  finishSignIn: async () => undefined,
  refresh: async () => {
    throw new Error('Nothing to renew');
  },
};
