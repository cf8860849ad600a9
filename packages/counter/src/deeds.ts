import { Refused, Unreachable } from '@paspor-antrean/client';
import { nikFault } from '@paspor-antrean/contract/wire';
import type { Person } from './day/people.ts';
import type { Clash, Desk } from './desk/desk.ts';
import type { Deed, PageEvent, PageState, Trouble } from './page-state.ts';

interface Around {
  readonly desk: Desk;
  readonly state: () => PageState;
  readonly send: (event: PageEvent) => void;
  readonly booth: () => string;
  /** The desk is closed and nobody is signed in any more. */
  readonly left: () => void;
}

/** The code alone: what went wrong may hold what was sent. */
const codeOf = (error: unknown): Trouble => {
  if (error instanceof Refused) return error.code;
  // Another tab of this device signed out.
  if (error instanceof Error && error.name === 'SignedOut') return 'TOKEN_INVALID';
  return error instanceof Unreachable ? 'UNREACHABLE' : 'UNEXPECTED';
};

const digitsOf = (text: string) => text.replace(/[\s.-]/g, '');

/** Deeds about whoever stands here; each takes the place of the one before. */
const atScan: ReadonlySet<Deed> = new Set(['present', 'holder', 'arrive']);

export type Deeds = ReturnType<typeof createDeeds>;

/** What a clerk does. Each asks the desk and tells the page what came of it; none rejects. */
export const createDeeds = ({ desk, state, send, booth, left }: Around) => {
  /** Of two scans the later one counts, whichever is answered first. */
  let turn = 0;

  const attempt = async (deed: Deed, about: string | undefined, work: () => Promise<PageEvent>): Promise<void> => {
    const isOfScan = atScan.has(deed);
    const mine = isOfScan ? ++turn : turn;
    send({ type: 'asked', deed, about });
    const came = await work().catch((error): PageEvent => ({ type: 'failed', deed, code: codeOf(error) }));
    // The page is about what was scanned since; of an arrival it still has to be told that it failed.
    const isLate = isOfScan && mine !== turn;
    if (!isLate || (deed === 'arrive' && came.type === 'failed')) send(came);
  };

  const progress = (deed: 'call' | 'serve' | 'miss') => (person: Person) =>
    attempt(deed, person.queueCode, async () => {
      await desk[deed](person.visit.id, [person.queueCode], booth() || undefined);
      return { type: 'done', deed };
    });

  const call = progress('call');

  return {
    present: (text: string) =>
      attempt('present', undefined, async () => ({ type: 'judged', verdict: await desk.present(text) })),

    checkHolder: (typed: string) =>
      attempt('holder', undefined, async () => {
        const { reception } = state();
        if (!reception) return { type: 'done', deed: 'holder' };
        return { type: 'held', holder: await desk.checkHolder(reception.verdict, digitsOf(typed)) };
      }),

    arrive: () => {
      const { reception } = state();
      if (!reception) return;
      const { verdict, here } = reception;
      return attempt('arrive', undefined, async () => {
        await desk.arrive(verdict, here);
        // Of a party that is on no list, nobody's code is known.
        const isListed = verdict.kind === 'welcome' && verdict.waitingFor.length > 0;
        return { type: 'arrived', queueCodes: isListed ? here : [] };
      });
    },

    call: async (person: Person) => {
      if (booth()) await call(person);
      else send({ type: 'failed', deed: 'call', code: 'NO_BOOTH' });
    },
    serve: progress('serve'),
    miss: progress('miss'),

    admit: (input: { channel: string; service: 'new' | 'renewal'; nik: string }) => {
      const nik = digitsOf(input.nik);
      const fault = nikFault(nik);
      if (fault) return send({ type: 'faulty', deed: 'walk-in', fault });
      return attempt('walk-in', undefined, async () => ({
        type: 'admitted',
        visit: await desk.admitWalkIn({ ...input, nik }),
      }));
    },

    release: (typed: string, hasCard: boolean) => {
      const nik = digitsOf(typed);
      const fault = nikFault(nik) ?? (hasCard ? undefined : ('CARD' as const));
      if (fault) return send({ type: 'faulty', deed: 'release', fault });
      return attempt('release', undefined, async () => ({ type: 'released', released: await desk.releaseClaim(nik) }));
    },

    refresh: () =>
      attempt('refresh', undefined, async () => {
        await desk.refresh();
        return { type: 'done', deed: 'refresh' };
      }),

    dismiss: (clash: Clash) => desk.dismiss(clash),

    leave: (how: 'ask' | 'send' | 'discard') => {
      if (how === 'ask' && desk.state.unsent > 0) return send({ type: 'leaving', isLeaving: true });
      return attempt('leave', undefined, async () => {
        if (how === 'send') await desk.refresh();
        if (how !== 'discard' && desk.state.unsent > 0) return { type: 'failed', deed: 'leave', code: 'UNREACHABLE' };
        await desk.signOut({ discard: how === 'discard' });
        left();
        return { type: 'leaving', isLeaving: false };
      });
    },
  };
};
